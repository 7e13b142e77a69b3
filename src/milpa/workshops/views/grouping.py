"""Cards on the wall: typed for somebody, laid into groups, groups named, and whether training solves them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.workshops.actions.grouping import dissolve_group, make_group, merge_groups, name_group, overtaken, place_cards, say_solved
from milpa.workshops.actions.photographing import photograph_card
from milpa.workshops.actions.typing import type_card as act_type_card
from milpa.workshops.consoles import BY_HAND, people_of
from milpa.workshops.forms import PaperCardForm
from milpa.workshops.models import Workshop
from milpa.workshops.views.console import show
from milpa.workshops.views.opening import done, opened, pressed
from milpa.workshops.views.phone_answers import wants_json
from milpa.workshops.wall_forms import MergeGroupForm, NameForm, PlaceForm, SolvedForm


@may("workshops.facilitate")
@require_POST
def type_card(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    form = PaperCardForm(request.POST, request.FILES, people=[person for person in people_of(workshop) if person.way in BY_HAND])
    if form.carried_out(request.person, lambda: take_paper(request.person, workshop, form)):
        messages.success(request, _("The photograph waits to be read.") if form.is_to_be_read else _("The card is on the wall."))
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, paper_form=form)


def take_paper(person: Any, workshop: Workshop, form: PaperCardForm) -> Any:
    """With its words it goes on the wall; with a photograph alone, on the list of cards to be read."""
    said = form.cleaned_data
    if form.is_to_be_read:
        return photograph_card(person, workshop.id, form.id, form.whom.id, said["way"], **form.more())
    return act_type_card(person, workshop, form.id, said["text"], form.whom.id, said["way"], **form.more())


@may("workshops.facilitate")
@require_POST
def place(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """The chosen cards into a group, a new one, or out of all."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), PlaceForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error)
        return show(request, workshop, status=422)
    others = overtaken(request.person, workshop.id, form.cleaned_data["shown"])
    try:
        is_done = done_placing(request.person, workshop, form)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show(request, workshop, status=refusal.status)
    if not is_done:
        messages.error(request, _("Choose at least one card, then press the button of its group."))
    for row in others:
        said = _("{who} had just moved “{card}”; your move counts now.")
        messages.info(request, said.format(who=row.by.name if row.by else "", card=row.card.words))
    if wants_json(request):
        return JsonResponse({"said": " ".join(str(one) for one in messages.get_messages(request))})
    return redirect("workshops:console", programme, id)


def done_placing(person: Any, workshop: Workshop, form: PlaceForm) -> bool:
    """Whether there was anything to do. A new group may be made before it has cards."""
    group = form.group_id
    if form.is_new:
        group = make_group(person, workshop.id, form.id, form.cleaned_data["name"]).id
    if form.cards:
        place_cards(person, workshop.id, form.cards, group)
    return bool(form.cards) or form.is_new


@may("workshops.facilitate")
@require_POST
def name(request: Any, programme: UUID, id: UUID, group: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), NameForm(request.POST)
    if form.is_valid():
        done(request, lambda: name_group(request.person, workshop.id, form.id, group, form.cleaned_data["name"]))
    else:
        messages.error(request, _("Give the group a name, in the words of the people in the room."))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def dissolve(request: Any, programme: UUID, id: UUID, group: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    pressed(request, lambda fact, _was: dissolve_group(request.person, workshop.id, fact, group))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def merge(request: Any, programme: UUID, id: UUID, group: UUID) -> HttpResponse:
    """The cards of this group go into another one."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), MergeGroupForm(request.POST)
    if form.is_valid():
        done(request, lambda: merge_groups(request.person, workshop.id, form.id, group, form.cleaned_data["into"]))
    else:
        messages.error(request, _("Choose the group into which its cards go."))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def solved(request: Any, programme: UUID, id: UUID, group: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), SolvedForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        done(request, lambda: say_solved(request.person, workshop.id, form.id, group, said["solved"] == "yes", said["handed_to"]))
    else:
        messages.error(request, _("Answer yes or no; if not, say who takes it."))
    return redirect("workshops:console", programme, id)
