"""The pages of a training action: its sheet with the thread and what was said of it, and the forms to write it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.guide.sent import SentForm
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.threads import thread_context
from milpa.strategies import sheet
from milpa.strategies.actions import sheets
from milpa.strategies.beside import notes
from milpa.strategies.forms import ActionForm
from milpa.strategies.models import TrainingAction
from milpa.strategies.reads import named, paper_at
from milpa.strategies.row_forms import RowForm
from milpa.strategies.views.opening import around, frame, opened


@may("strategies.see")
def action(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    strategy = opened(request, programme)
    paper, revision = paper_at(strategy)
    paper = named(paper)
    found = paper.action(id)
    if found is None:
        raise Http404
    values = {
        "paper": paper,
        "revision": revision,
        "action": found,
        "facts": sheet.facts(paper, found),
        "thread": thread_context("action", id, request.person),
        "notes": notes(strategy, request.person, action=id),
    }
    return render(request, "strategies/action.html", frame(request, strategy) | values)


@may("strategies.edit")
def add(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    paper, _revision = paper_at(strategy)
    initial = {"offered_to_workers": True, "language": [strategy.programme.language], "answers": request.GET.getlist("need")}
    form = ActionForm(around(strategy, paper), request.POST or None, revision=strategy.revision, initial=initial)

    def added() -> TrainingAction:
        return sheets.add_action(request.person, strategy.id, form.was, form.id, form.sheet())

    if form.carried_out(request.person, added):
        messages.success(request, _("Added: {action}.").format(action=form.made.name))
        return redirect("strategies:action", programme, form.made.id)
    values = {"form": form, "action": None}
    return render(request, "strategies/action_form.html", frame(request, strategy) | values, status=form.status)


@may("strategies.edit")
def edit(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.edit")
    paper, _revision = paper_at(strategy)
    row = strategy.actions.filter(id=id).first()
    found = paper.action(id)
    if row is None or found is None:
        raise Http404
    initial = RowForm.of(row) | {"answers": [str(need) for need in found.answers]}
    form = ActionForm(around(strategy, paper, without=id), request.POST or None, revision=strategy.revision, initial=initial)

    def edited() -> TrainingAction:
        return sheets.edit_action(request.person, strategy.id, form.was, id, form.sheet())

    if form.carried_out(request.person, edited):
        messages.success(request, _("Saved."))
        return redirect("strategies:action", programme, id)
    return render(request, "strategies/action_form.html", frame(request, strategy) | {"form": form, "action": found}, status=form.status)


@may("strategies.edit")
@require_POST
def move(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    place = request.POST.get("place", "")

    def moved() -> None:
        sheets.move_action(request.person, strategy.id, form.was, id, int(place) if place.isdecimal() and len(place) < 5 else 1)

    if not form.carried_out(request.person, moved):
        messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect("strategies:action", programme, id)


@may("strategies.edit")
@require_POST
def remove(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.edit"), SentForm(request.POST)
    if form.carried_out(request.person, lambda: sheets.remove_action(request.person, strategy.id, form.was, id)):
        messages.success(request, _("Taken out. Earlier revisions keep it."))
        return redirect("strategies:coverage", programme)
    refusal: Refusal | str = form.refusal or _("Open the page again: something was missing in what was sent.")
    messages.error(request, str(refusal))
    return redirect("strategies:action", programme, id)
