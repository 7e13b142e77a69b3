"""What the machine proposes for the wall, and the room's answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions.accepting import accept_alike, accept_group, dismiss
from milpa.workshops.proposal_forms import AcceptAlikeForm, AcceptGroupForm, AnswerForm
from milpa.workshops.proposals_shown import proposed_for
from milpa.workshops.views.opening import done, opened


@may("workshops.facilitate")
@require_safe
def proposals(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    values = {"workshop": workshop, "proposed": proposed_for(workshop)}
    return render(request, "workshops/proposals.html", around(workshop.programme, **values))


def _answered(request: Any, workshop: Any, form: Any, action: Any, words: str) -> HttpResponse:
    if not form.is_valid():
        messages.error(request, _("That is no card of this wall. Nothing was moved."))
    elif done(request, action):
        messages.success(request, words)
    return redirect("workshops:proposals", workshop.programme_id, workshop.id)


@may("workshops.facilitate")
@require_POST
def accept(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """A proposed group, with the cards that stayed chosen and the name that the room gave it."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), AcceptGroupForm(request.POST)

    def act() -> Any:
        said = form.cleaned_data
        return accept_group(request.person, workshop.id, form.id, cards=form.cards, name=said["name"], into=said["into"], **form.about())

    return _answered(request, workshop, form, act, _("The cards are in their group."))


@may("workshops.facilitate")
@require_POST
def join_alike(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), AcceptAlikeForm(request.POST)

    def act() -> Any:
        return accept_alike(
            request.person, workshop.id, form.id, one=form.cleaned_data["one"], other=form.cleaned_data["other"], **form.about()
        )

    return _answered(request, workshop, form, act, _("The two cards lie together."))


@may("workshops.facilitate")
@require_POST
def leave(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Not so: the proposal is put away."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), AnswerForm(request.POST)

    def act() -> Any:
        return dismiss(request.person, workshop.id, form.id, kind=form.cleaned_data["kind"], **form.about())

    return _answered(request, workshop, form, act, _("The proposal is put away. Nothing was moved."))
