"""The strategy begun, described, and written section by section."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.ledger.words import compare
from milpa.people.doors import may
from milpa.strategies import tables
from milpa.strategies.actions import starting, writing
from milpa.strategies.forms import DescribeForm, SectionForm
from milpa.strategies.marking import marked
from milpa.strategies.reads import named, paper_at
from milpa.strategies.views.opening import frame, opened


@may("strategies.edit")
@require_POST
def start(request: Any, programme: UUID) -> HttpResponse:
    starting.start_strategy(request.person, programme)
    return redirect("strategies:strategy", programme)


@may("strategies.edit")
def describe(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    initial = {"title": strategy.title, "currency": strategy.currency}
    form = DescribeForm(request.POST or None, revision=strategy.revision, initial=initial)

    def described() -> int:
        return starting.describe_strategy(request.person, strategy.id, form.was, form.cleaned_data["title"], form.cleaned_data["currency"])

    if form.carried_out(request.person, described):
        return redirect("strategies:strategy", programme)
    return render(request, "strategies/describe.html", frame(request, strategy) | {"form": form}, status=form.status)


@may("strategies.edit")
def section(request: Any, programme: UUID, slug: str) -> HttpResponse:
    """The text of one section. A save from a stale tab shows what the others wrote beside what was typed."""
    strategy = opened(request, programme, "strategies.edit")
    paper, _revision = paper_at(strategy)
    paper = named(paper)
    part = paper.section(slug)
    if part is None:
        raise Http404
    form = SectionForm(request.POST or None, revision=strategy.revision, initial={"text": part.text})

    def saved() -> int:
        said = form.cleaned_data
        return writing.save_section(request.person, strategy.id, form.was, slug, said["text"], said["why"])

    if form.carried_out(request.person, saved):
        messages.success(request, _("Saved: revision {number}.").format(number=form.made))
        return redirect(reverse("strategies:strategy", args=[programme]) + f"#{slug}")
    typed = form.data.get("text", "").replace("\r\n", "\n")
    is_stale = form.refusal is not None and form.refusal.code == "stale_revision" and typed != part.text
    stale = marked(compare(part.text, typed)) if is_stale else ""
    values = {"section": part, "form": form, "stale": stale, "tables": tables.tables_of(paper, slug)}
    return render(request, "strategies/section.html", frame(request, strategy) | values, status=form.status)
