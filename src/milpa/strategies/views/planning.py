"""The rows of the plan: added, changed, taken out, whichever kind they are."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.strategies.actions import planning
from milpa.strategies.models import Strategy
from milpa.strategies.reads import paper_at
from milpa.strategies.row_forms import FORMS
from milpa.strategies.views.opening import around, frame, opened


@may("strategies.edit")
def add(request: Any, programme: UUID, kind: str) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    return _page(request, strategy, kind, None)


@may("strategies.edit")
def row(request: Any, programme: UUID, kind: str, id: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    found = getattr(strategy, kind).filter(id=id).first() if kind in FORMS else None
    if found is None:
        raise Http404
    return _page(request, strategy, kind, found)


def _page(request: Any, strategy: Strategy, kind: str, row: Any) -> HttpResponse:
    if kind not in FORMS:
        raise Http404
    paper, _revision = paper_at(strategy)
    initial = FORMS[kind].of(row) if row else {}
    form = FORMS[kind](around(strategy, paper), request.POST or None, revision=strategy.revision, initial=initial)

    def written() -> int:
        id = row.id if row else form.id
        return planning.write_row(request.person, strategy.id, form.was, kind, id, form.values(), form.shares())

    if form.carried_out(request.person, written):
        messages.success(request, _("Saved: revision {number}.").format(number=form.made))
        return redirect(reverse("strategies:strategy", args=[strategy.programme_id]) + f"#{kind}")
    values = {"form": form, "row": row, "kind": kind, "title": planning.TITLES[kind]}
    return render(request, "strategies/row.html", frame(request, strategy) | values, status=form.status)


@may("strategies.edit")
@require_POST
def remove(request: Any, programme: UUID, kind: str, id: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    if kind not in FORMS:
        raise Http404
    if not form.carried_out(request.person, lambda: planning.remove_row(request.person, strategy.id, form.was, kind, id)):
        messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect(reverse("strategies:strategy", args=[programme]) + f"#{kind}")
