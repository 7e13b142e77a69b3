"""One card and what became of it; all cards and all votes as lists."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.threads import thread_context
from milpa.programmes.views.fetching import around
from milpa.web import formats
from milpa.workshops import listings
from milpa.workshops.actions.writing import moderate_card, return_card
from milpa.workshops.forms import WhyForm
from milpa.workshops.models import Card, CardModerated, CardPlaced, NeedCard
from milpa.workshops.views.opening import may_in, opened
from milpa.workshops.wall import groups_of, newest


def _card(request: Any, programme: UUID, id: UUID, verb: str = "workshops.see") -> Card:
    found = Card.objects.open_to(request.person, verb).select_related("workshop__programme__institution")
    card: Card = get_object_or_404(found.annotate(lies_in=newest(CardPlaced, "card", "group")), id=id, workshop__programme=programme)
    return card


def show(request: Any, card: Card, *, status: int = 200, form: WhyForm | None = None) -> HttpResponse:
    """Without its author: on no page of the desk a name stands beside a card."""
    programme = card.workshop.programme
    taken = CardModerated.objects.standing().filter(card=card).first() if card.closed_by else None
    group = groups_of(card.workshop).filter(id=card.lies_in).values_list("called", flat=True).first() if card.lies_in else None
    needs = list(NeedCard.objects.filter(card=card).select_related("need"))
    values = {
        "card": card,
        "taken_off": taken.why if taken else "",
        "facts": _facts(card, group, programme.id, needs),
        "in_words": _in_words(taken, group, needs),
        "thread": thread_context("card", card.id, request.person),
        "may_moderate": may_in(request.person, programme)("workshops.facilitate") and not card.workshop.is_closed,
        "form": form or WhyForm(),
    }
    return render(request, "workshops/card.html", around(programme, **values), status=status)


def _facts(card: Card, group: str | None, programme: UUID, needs: list[NeedCard]) -> list[tuple[str, Any]]:
    links = [{"title": row.need.title, "url": reverse("workshops:need", args=[programme, row.need_id])} for row in needs]
    said = [(_("Written"), formats.moment(card.recorded_at)), (_("How it was said"), card.get_way_display()), (_("Group"), group)]
    return [*said, (_("Need"), links)]


def _in_words(taken: CardModerated | None, group: str | None, needs: list[NeedCard]) -> str:
    if taken:
        return _("It was taken from the wall, and its author reads why.")
    if needs:
        return _("It became part of the need “{need}”.").format(need=needs[0].need.title)
    return _("It lies in the group “{group}”.").format(group=group) if group else _("It is on the wall, without a group yet.")


@may("workshops.see")
@require_safe
def card(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, _card(request, programme, id))


@may("workshops.facilitate")
@require_POST
def moderate(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Off the wall with a reason, or back on it: the address says which."""
    found, form = _card(request, programme, id, "workshops.facilitate"), WhyForm(request.POST)
    act = return_card if found.closed_by else moderate_card
    if form.is_valid() and form.carried_out(
        request.person, lambda: act(request.person, found.workshop_id, form.id, found.id, form.cleaned_data["why"])
    ):
        messages.success(request, _("Done. The reason stays written."))
        return redirect("workshops:card", programme, id)
    return show(request, found, status=form.status, form=form)


@may("workshops.see")
@require_safe
def cards(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id)
    return listings.cards(request, programme, id).answer("workshops/listed.html", **around(workshop.programme, workshop=workshop))


@may("workshops.see")
@require_safe
def votes(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id)
    return listings.votes(request, programme, id).answer("workshops/listed.html", **around(workshop.programme, workshop=workshop))
