"""Cards and needs as knots of the golden thread: for staff and partners, and for whoever was in the room."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from milpa.programmes.models import Programme
from milpa.programmes.registries import Knot, ThreadEdge, ThreadKind
from milpa.programmes.said import Said, said
from milpa.workshops.models import Card, Need, NeedCard, Participant

Ids = Iterable[UUID]
MOST = 5


def _seen(rows: QuerySet[Any], person: Any, programme: str) -> QuerySet[Any]:
    """Those of a programme that the person may see, or in whose workshop they were; `is_staff` says which."""
    staff = Programme.objects.open_to(person, "workshops.see").filter(id=OuterRef(programme))
    there = Participant.objects.standing().filter(workshop__programme=OuterRef(programme), person=person)
    return rows.annotate(is_staff=Exists(staff), was_there=Exists(there)).filter(Q(is_staff=True) | Q(was_there=True))


def card_knots(ids: Ids, person: Any) -> dict[UUID, Knot]:
    """Cards on the wall; one that was taken from it only for its author and for staff. One query."""
    rows = Card.objects.standing().filter(id__in=list(ids)).select_related("workshop", "participant")
    own = Q(participant__person=person)
    seen = _seen(rows, person, "workshop__programme").filter(Q(closed_by=None) | Q(is_staff=True) | own)
    return {row.id: _card(row) for row in seen}


def _card(card: Any) -> Knot:
    workshop = card.workshop
    day = timezone.localtime(workshop.starts_at or card.recorded_at).date()
    link = reverse("workshops:my_card", args=[workshop.slug, card.id])
    if card.is_staff:
        link = reverse("workshops:card", args=[workshop.programme_id, card.id])
    return Knot("card", card.id, card.words, said("Card · workshop of {day}", day=day), link, quote=True)


def need_knots(ids: Ids, person: Any) -> dict[UUID, Knot]:
    """One query."""
    places = Need.objects.standing().filter(needs=OuterRef("needs"), place__isnull=False).order_by().values("needs")
    codes = Participant.objects.standing().filter(workshop__programme=OuterRef("needs__programme"), person=person)
    rows = Need.objects.filter(id__in=list(ids), joined_into=None).select_related("needs")
    rows = rows.annotate(all_n=Subquery(places.annotate(n=Count("id")).values("n")), code=Subquery(codes.values("workshop__code")[:1]))
    return {row.id: _need(row) for row in _seen(rows, person, "needs__programme")}


def _need(need: Any) -> Knot:
    if need.is_staff:
        link = reverse("workshops:need", args=[need.needs.programme_id, need.id])
    else:
        link = reverse("workshops:result", args=[need.code.lower().replace(" ", "-")]) + f"#need-{need.id}"
    return Knot("need", need.id, need.title, _place(need), link)


def _place(need: Any) -> Said:
    if need.place is None:
        return said("Need, handed on") if not need.solved_by_training else said("Need")
    return said("Need · priority {place} of {all}", place=need.place, all=need.all_n)


def programme_of_cards(ids: Ids) -> dict[UUID, UUID]:
    return dict(Card.objects.filter(id__in=list(ids)).values_list("id", "workshop__programme"))


def programme_of_needs(ids: Ids) -> dict[UUID, UUID]:
    return dict(Need.objects.filter(id__in=list(ids)).values_list("id", "needs__programme"))


def best_needs(programmes: Ids) -> dict[UUID, list[UUID]]:
    """The first places of each programme."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = Need.objects.standing().filter(needs__programme__in=list(programmes), place__lte=MOST).order_by("place")
    for programme, need in rows.values_list("needs__programme", "id"):
        found[programme].append(need)
    return found


def best_cards(programmes: Ids) -> dict[UUID, list[UUID]]:
    """Cards of the needs in the first place; before there are needs, those that were placed."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = NeedCard.objects.filter(need__needs__programme__in=list(programmes), need__place=1, need__joined_into=None)
    for programme, card in rows.order_by("card__recorded_at").values_list("need__needs__programme", "card"):
        found[programme].append(card)
    return found


def needs_of_cards(ids: Ids) -> dict[UUID, list[UUID]]:
    return _linked(NeedCard.objects.filter(card__in=list(ids)).order_by("need__place", "need"), "card", "need")


def cards_of_needs(ids: Ids) -> dict[UUID, list[UUID]]:
    """As they were written."""
    return _linked(NeedCard.objects.filter(need__in=list(ids), card__closed_by=None).order_by("card__recorded_at"), "need", "card")


def _linked(rows: QuerySet[NeedCard], one: str, other: str) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for key, value in rows.values_list(one, other):
        found[key].append(value)
    return found


card_kind = ThreadKind(card_knots, programme_of_cards, best_cards)
need_kind = ThreadKind(need_knots, programme_of_needs, best_needs)
card_to_need = ThreadEdge(forward=needs_of_cards, back=cards_of_needs)
