"""One's own page: what became of my cards, kept alive by what comes after."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa import ledger
from milpa.people.actions.leaving import erase
from milpa.people.doors import guest, signed_in
from milpa.programmes.threads import NoSuchKnot, remembered_thread, shown
from milpa.workshops import tokens
from milpa.workshops.actions import publishing
from milpa.workshops.actions.joining import handover_number
from milpa.workshops.guests import here
from milpa.workshops.models import AnswerDisputed, Card, NeedAnswered, Participant
from milpa.workshops.own_cards import own_cards


@guest
@require_safe
def mine(request: Any, code: str) -> HttpResponse:
    at = here(request, code)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    number = handover_number(at.participant)
    values = at.around(
        cards=own_cards([at.participant]),
        number=f"{number[:4]} {number[4:]}",
        has_account=hasattr(at.person, "account"),
    )
    return render(request, "workshops/phone/mine.html", values)


@guest
@require_safe
def my_card(request: Any, code: str, id: UUID) -> HttpResponse:
    """The thread from this card on, as far as this person may see it."""
    at = here(request, code)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    try:
        links = remembered_thread("card", id, at.person)
    except NoSuchKnot:
        raise Http404 from None
    own = Card.objects.standing().filter(id=id, participant=at.participant).exists()
    answer = NeedAnswered.objects.standing().filter(need__cards__card=id).select_related("by__institution").in_order().last()
    disputed = AnswerDisputed.objects.standing().filter(card=id).exists()
    card = next(link.knot for link in links if link.here)
    values = at.around(card=card, thread=shown(links), answer=answer, own=own, disputed=disputed)
    return render(request, "workshops/phone/my_card.html", values)


@guest
@require_POST
def not_answered(request: Any, code: str, id: UUID) -> HttpResponse:
    """The author of a card says that the answer does not answer it."""
    at = here(request, code)
    if not AnswerDisputed.objects.standing().filter(card=id).exists():
        publishing.dispute_answer(at.person, ledger.uuid7(), card_id=id)
    messages.success(request, _("It is written that you were not answered. Whoever coordinates sees it."))
    return redirect("workshops:my_card", at.workshop.slug, id)


@guest
@require_POST
def forget_me(request: Any, code: str) -> HttpResponse:
    """Name and words of somebody without an account are erased; who has one does it on the page of what is held of them."""
    at = here(request, code)
    if hasattr(at.person, "account"):
        return redirect("people:held")
    erase(at.person)
    messages.success(request, _("Your name and your words are erased. That somebody took part stays counted."))
    return tokens.forget(redirect("workshops:join", at.workshop.slug), at.workshop)


@signed_in
@require_safe
def my_cards(request: Any) -> HttpResponse:
    """The cards of all workshops to which this person came."""
    places = list(Participant.objects.standing().filter(person=request.person).select_related("workshop").in_order())
    values = {"cards": own_cards(places), "places": [{"title": row.workshop.title, "code": row.workshop.slug} for row in reversed(places)]}
    return render(request, "workshops/phone/my_cards.html", values)
