"""What became of somebody's cards, each in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Subquery, UUIDField
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from milpa.workshops.models import Card, CardModerated, CardPlaced, Group, GroupNamed, NeedAnswered, NeedCard, Participant
from milpa.workshops.wall import newest


@dataclass(frozen=True, slots=True)
class OwnCard:
    """`kind`: done, waiting or refused, as the card component marks it."""

    id: UUID
    text: str
    state: str
    kind: str
    workshop: str  # its code as in an address


def own_cards(participants: Iterable[Participant]) -> list[OwnCard]:
    """The newest first, of one person's places. One query."""
    need = NeedCard.objects.filter(card=OuterRef("pk")).order_by("need__place")
    answer = NeedAnswered.objects.standing().filter(need__cards__card=OuterRef("pk")).order_by("-recorded_at")
    group = Group.objects.standing().filter(id=OuterRef("lies_in"))
    rows = (
        Card.objects.standing()
        .filter(participant__in=list(participants))
        .annotate(
            lies_in=newest(CardPlaced, "card", "group", UUIDField()),
            group_name=Coalesce(_renamed(), Subquery(group.values("name")[:1])),
            moderated=newest(CardModerated, "card", "why"),
            need_title=Subquery(need.values("need__title")[:1]),
            need_place=Subquery(need.values("need__place")[:1]),
            handed_to=Subquery(need.values("need__handed_to")[:1]),
            answer=Subquery(answer.values("text")[:1]),
            code=F("workshop__code"),
        )
        .order_by("-recorded_at", "-id")
    )
    return [OwnCard(row.id, row.words, *_state(row), row.code.lower().replace(" ", "-")) for row in rows]


def _renamed() -> Subquery:
    names = GroupNamed.objects.standing().filter(group=OuterRef("lies_in"), group__voided_by=None).order_by("-recorded_at", "-id")
    return Subquery(names.values("name")[:1])


def _state(row: Card) -> tuple[str, str]:
    if row.closed_by is not None:
        return _("Taken from the wall: {why}").format(why=row.moderated), "refused"
    if row.answer:
        return _("In “{need}”. Answer: {answer}").format(need=row.need_title, answer=row.answer), "done"
    if row.need_place:
        return _("In the need “{need}”, priority {place}").format(need=row.need_title, place=row.need_place), "done"
    if row.handed_to:
        return _("In “{need}”, handed on to {whom}").format(need=row.need_title, whom=row.handed_to), "done"
    if row.group_name:
        return _("On the wall, in “{group}”").format(group=row.group_name), "done"
    return _("On the wall"), "done"
