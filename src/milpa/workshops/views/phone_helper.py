"""A helper's phone: paper cards typed and photographed, people without a phone written down, slips typed, cards taken off the wall."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people import browser
from milpa.people.doors import guest
from milpa.workshops import tokens
from milpa.workshops.actions.handing_over import tried
from milpa.workshops.actions.helping import asked_by_number, begin_helping
from milpa.workshops.actions.joining import join
from milpa.workshops.actions.writing import moderate_card
from milpa.workshops.agenda import agenda_of
from milpa.workshops.consoles import BY_HAND, people_of
from milpa.workshops.forms import PaperCardForm, PersonForm, WhyForm
from milpa.workshops.guests import Helping, helping
from milpa.workshops.helper_forms import BeginForm
from milpa.workshops.naming import is_named
from milpa.workshops.to_read import to_read_words
from milpa.workshops.views import slips as desk
from milpa.workshops.views.grouping import take_paper
from milpa.workshops.wall import wall_of

SHOWN = 30  # newest cards from which one is taken off


@guest
def help(request: Any, code: str) -> HttpResponse:
    """Where a helper begins with the number, and what they do afterwards."""
    at = helping(request, code)
    if at.came is not None:
        return show(request, at)
    form = BeginForm(request.POST or None, initial={"number": request.GET.get("n", "")})
    mine = browser.token(request)
    if form.is_bound and form.carried_out(None, lambda: _begin(request, at, form, mine)):
        response = redirect("workshops:help", at.workshop.slug)
        return browser.remember(tokens.remember_helper(request, response, form.made, at.workshop), mine)
    answer = render(request, "workshops/phone/begin_helping.html", at.around(form=form), status=form.status)
    return browser.remember(answer, mine)


def _begin(request: Any, at: Helping, form: BeginForm, mine: str) -> Any:
    said, person = form.cleaned_data, request.person
    own = person if person is not None and person.institution_id == at.workshop.institution_id else None
    tried(at.workshop.id, mine, lambda: asked_by_number(at.workshop.id, said["number"]))
    return begin_helping(at.workshop.id, form.id, said["number"], said["name"], person=own)


def door(request: Any, at: Helping) -> HttpResponse:
    """For a phone that does not help here, or no more."""
    return render(request, "workshops/phone/begin_helping.html", at.around(form=BeginForm()), status=403)


def show(request: Any, at: Helping, *, status: int = 200, **typed: Any) -> HttpResponse:
    workshop = at.workshop
    agenda, wall = agenda_of(workshop), wall_of(workshop)
    values = {
        "is_over": agenda.closed_at is not None,
        "vote": agenda.vote if agenda.vote and agenda.vote.is_open else None,
        "cards": wall.newest[:SHOWN],
        "to_read": to_read_words(workshop),
        "card_form": typed.get("card_form") or PaperCardForm(people=_beside_phones(at), named=is_named(workshop)),
        "person_form": typed.get("person_form") or PersonForm(),
        "why_form": typed.get("why_form"),
        "taking": typed.get("taking"),
    }
    return render(request, "workshops/phone/helper.html", at.around(**values), status=status)


def _beside_phones(at: Helping) -> list[Any]:
    return [person for person in people_of(at.workshop) if person.way in BY_HAND]


@guest
@require_POST
def card(request: Any, code: str) -> HttpResponse:
    at = helping(request, code)
    if at.came is None:
        return door(request, at)
    form = PaperCardForm(request.POST, request.FILES, people=_beside_phones(at))
    if form.carried_out(at.person, lambda: take_paper(at.person, at.workshop, form)):
        messages.success(request, _("The photograph waits to be read.") if form.is_to_be_read else _("The card is on the wall."))
        return redirect("workshops:help", at.workshop.slug)
    return show(request, at, status=form.status, card_form=form)


@guest
@require_POST
def person(request: Any, code: str) -> HttpResponse:
    at, form = helping(request, code), PersonForm(request.POST)
    if at.came is None:
        return door(request, at)

    def act() -> Any:
        said = form.cleaned_data
        more = {"enterprise_text": said["enterprise"], "position": said["position"], "way": said["way"]}
        return join(at.workshop.id, form.id, said["name"], by=at.person, **more)

    if form.carried_out(at.person, act):
        messages.success(request, _("{name} takes part.").format(name=form.made.name))
        return redirect("workshops:help", at.workshop.slug)
    return show(request, at, status=form.status, person_form=form)


@guest
@require_POST
def moderate(request: Any, code: str, id: UUID) -> HttpResponse:
    at, form = helping(request, code), WhyForm(request.POST)
    if at.came is None:
        return door(request, at)
    if form.carried_out(at.person, lambda: moderate_card(at.person, at.workshop.id, form.id, id, form.cleaned_data["why"])):
        messages.success(request, _("Done. The reason stays written."))
        return redirect("workshops:help", at.workshop.slug)
    return show(request, at, status=form.status, why_form=form, taking=id)


def _at(code: str) -> Callable[[str], str]:
    return lambda verb: reverse("workshops:help_slip", args=[code, verb])


def _slips(request: Any, at: Helping, status: int = 200, **typed: Any) -> HttpResponse:
    values = desk.shown(at.workshop, at.person, _at(at.workshop.slug), **typed)
    return render(request, "workshops/phone/slips.html", at.around(**values), status=status)


@guest
@require_safe
def slips(request: Any, code: str) -> HttpResponse:
    at = helping(request, code)
    return _slips(request, at) if at.came is not None else redirect("workshops:help", at.workshop.slug)


@guest
@require_POST
def slip(request: Any, code: str, verb: str) -> HttpResponse:
    """One of the verbs of the desk's slips."""
    at = helping(request, code)
    if at.came is None:
        return door(request, at)
    if verb not in ("give_slip", "take_slip_back", "type_slip", "settle_slip", "leave_slip_out", "retype_slip"):
        raise Http404
    back = reverse("workshops:help_slips", args=[at.workshop.slug])
    return desk.carry_out(request, at.person, at.workshop, verb, back, lambda **more: _slips(request, at, **more))
