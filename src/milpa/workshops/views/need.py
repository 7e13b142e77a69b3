"""One need: the cards that said it, how it stands, what is done about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.threads import thread_context
from milpa.programmes.views.fetching import around
from milpa.web import formats
from milpa.workshops.actions.ordering import answer_need, decide_added, describe_need, move_need
from milpa.workshops.lists import newest_answers
from milpa.workshops.models import Need, NeedDecided, Participant
from milpa.workshops.models.voting import CRITERIA
from milpa.workshops.need_forms import AnswerForm, DecideForm, EditNeedForm, MoveForm
from milpa.workshops.outcomes import answered, in_words, opened
from milpa.workshops.results_shown import need_counted
from milpa.workshops.views.opening import may_in


def _need(request: Any, programme: UUID, id: UUID, verb: str = "workshops.see") -> Need:
    found = Need.objects.open_to(request.person, verb).select_related("needs__programme__institution", "joined_into", "group")
    need: Need = get_object_or_404(found, id=id, needs__programme=programme)
    return need


def show(request: Any, need: Need, *, status: int = 200, **typed: Any) -> HttpResponse:
    programme = need.needs.programme
    allowed, dated = may_in(request.person, programme), opened([programme.id]).get()
    is_open = dated.frozen_at is None and need.joined_into_id is None
    revision = need.needs.revision
    first = {name: getattr(need, name) for name in ("title", "done_instead", "handed_to")}
    values = {
        "need": need,
        "state": in_words(need),
        "cards": [row.card for row in need.cards.select_related("card").filter(card__voided_by=None).order_by("card__recorded_at", "id")],
        "facts": _facts(need),
        "judged": _judged(need),
        "answer": answered(newest_answers([need.id]).get(need.id)),
        "decision": NeedDecided.objects.standing().filter(need=need).select_related("side").in_order().last() if need.found_in else None,
        "thread": thread_context("need", need.id, request.person),
        "may_edit": is_open and allowed("workshops.edit_needs"),
        "may_decide": is_open and bool(need.found_in) and allowed("workshops.decide_added"),
        "may_answer": allowed("workshops.answer"),
        "move_form": typed.get("move_form") or MoveForm(people=_present(need)),
        "edit_form": typed.get("edit_form") or EditNeedForm(revision=revision, initial=first),
        "decide_form": typed.get("decide_form") or DecideForm(),
        "answer_form": typed.get("answer_form") or AnswerForm(),
    }
    return render(request, "workshops/need.html", around(programme, **values), status=status)


def _present(need: Need) -> list[tuple[Any, str]]:
    """Who was at the workshop from which it came."""
    if need.group is None:
        return []
    return [(one.id, one.name) for one in Participant.objects.in_workshop(need.group.workshop_id).order_by("name")]


def _facts(need: Need) -> list[tuple[str, Any]]:
    if not need.solved_by_training:
        return [(_("Handed to"), need.handed_to or None)]
    mean = None if need.mean is None else formats.number(need.mean, 1)
    rows = [(_("Place in the whole order"), need.place), (_("Place in its list"), need.rank)]
    rows += [(_("In the vote"), need_counted(need.counted_by, need.votes)), (_("People who voted"), need.voters), (_("Mean"), mean)]
    rows += [(_("Where it was found"), need.found_in)] if need.found_in else []
    return rows + ([(_("What is done, where it does not suit ICT"), need.done_instead)] if need.suits_ict is False else [])


def _judged(need: Need) -> list[dict[str, Any]]:
    said = need.judgements
    return [
        {"question": str(question), "value": {"text": said[key]["value"], "note": said[key]["words"]}}
        for key, question in CRITERIA
        if key in said and said[key]["value"] is not None
    ]


@may("workshops.see")
@require_safe
def need(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, _need(request, programme, id))


def _carried(request: Any, found: Need, form: SentForm, name: str, act: Any) -> HttpResponse:
    """Does what the form asks, or shows the page with it."""
    if form.is_valid() and form.carried_out(request.person, lambda: act(form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("workshops:need", found.needs.programme_id, found.id)
    return show(request, found, status=form.status, **{name: form})


@may("workshops.edit_needs")
@require_POST
def move(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Within its own list, with the reason of the group."""
    found = _need(request, programme, id, "workshops.edit_needs")
    form = MoveForm(request.POST, people=_present(found))

    def moved(said: dict[str, Any]) -> Any:
        return move_need(request.person, id, form.id, said["to"], said["why"], hands=form.hands, proposed_by=said["proposed_by"])

    return _carried(request, found, form, "move_form", moved)


@may("workshops.edit_needs")
@require_POST
def edit(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    found, form = _need(request, programme, id, "workshops.edit_needs"), EditNeedForm(request.POST)
    return _carried(request, found, form, "edit_form", lambda said: describe_need(request.person, id, form.was, **form.written()))


@may("workshops.decide_added")
@require_POST
def decide(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    found, form = _need(request, programme, id, "workshops.decide_added"), DecideForm(request.POST)
    return _carried(
        request, found, form, "decide_form", lambda said: decide_added(request.person, id, form.id, said["accepted"] == "yes", said["why"])
    )


@may("workshops.answer")
@require_POST
def answer(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """What is done about it: the answer to everybody whose card lies in it."""
    found, form = _need(request, programme, id, "workshops.answer"), AnswerForm(request.POST)
    return _carried(request, found, form, "answer_form", lambda said: answer_need(request.person, id, form.id, said["kind"], said["text"]))
