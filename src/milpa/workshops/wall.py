"""The wall as every screen shows it: the groups with their cards, the cards without a group, and what was said of each group."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Field, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from milpa.workshops import reads
from milpa.workshops.models import Card, CardModerated, CardPlaced, Group, GroupNamed, Judgement, SolvedByTraining, Workshop
from milpa.workshops.models.cards import ERASED
from milpa.workshops.naming import is_named
from milpa.workshops.rules.suitability import Suitability, suitability


@dataclass(frozen=True, slots=True)
class CardOnWall:
    id: UUID
    text: str
    way: str
    group: UUID | None
    author: str = ""  # only where the group decided that cards carry names, and this one was written so
    number: int | None = None  # of a paper card
    place: int = 0  # in the order in which cards came; ids tell nothing of it where a phone's clock is years off


@dataclass(frozen=True, slots=True)
class Judged:
    value: int | None
    words: str


@dataclass(frozen=True, slots=True)
class GroupOnWall:
    id: UUID
    name: str
    cards: tuple[CardOnWall, ...]
    solved: bool | None = None  # None: not said yet
    handed_to: str = ""
    judgements: dict[str, Judged] = field(default_factory=dict)

    @property
    def may_be_voted(self) -> bool:
        """Those that training solves, and those of which nobody said otherwise."""
        return self.solved is not False

    @property
    def suitability(self) -> Suitability:
        return suitability({criterion: said.value for criterion, said in self.judgements.items()})


@dataclass(frozen=True, slots=True)
class Wall:
    groups: tuple[GroupOnWall, ...]  # in the order in which they were made
    loose: tuple[CardOnWall, ...]

    @property
    def cards(self) -> int:
        return self.placed + len(self.loose)

    @property
    def placed(self) -> int:
        return sum(len(group.cards) for group in self.groups)

    @property
    def newest(self) -> list[CardOnWall]:
        """Every card, the newest first."""
        every = [card for group in self.groups for card in group.cards] + list(self.loose)
        return sorted(every, key=lambda card: -card.place)

    @property
    def to_vote(self) -> list[GroupOnWall]:
        return [group for group in self.groups if group.may_be_voted and group.cards]

    def group(self, id: UUID | str) -> GroupOnWall:
        """Raises KeyError for one that is not on the wall."""
        return {str(group.id): group for group in self.groups}[str(id)]


def newest(model: Any, key: str, value: str, kind: Field | None = None) -> Subquery:
    """`value` of the newest standing fact whose `key` is the outer row, to annotate it with. `kind`: where it is a foreign key,
    which comes back unread from SQLite otherwise.
    """
    found = model.objects.filter(**{key: OuterRef("pk")}, voided_by=None).order_by("-recorded_at", "-id")
    return Subquery(found.values(value)[:1], output_field=kind)


def groups_of(workshop: Workshop) -> QuerySet[Group]:
    """In the order in which they were made, each with `called`: its newest name."""
    called = Coalesce(newest(GroupNamed, "group", "name"), "name")
    groups: QuerySet[Group] = Group.objects.standing().filter(workshop=workshop).annotate(called=called).in_order()
    return groups


def names_of(workshop: Workshop) -> dict[UUID, str]:
    """What the groups are called now, in the order in which they were made. One query."""
    return reads.names(workshop.id)


def cards_of(workshop: Workshop) -> QuerySet[Card]:
    """On the wall, as they came, each with `lies_in`: the group in which it was laid last, also one that is gone."""
    cards: QuerySet[Card] = Card.objects.on_the_wall().filter(workshop=workshop)
    return cards.annotate(lies_in=newest(CardPlaced, "card", "group", UUIDField())).in_order()


def wall_of(workshop: Workshop) -> Wall:
    """Four queries, whatever the number of cards."""
    solved, handed = newest(SolvedByTraining, "group", "solved"), newest(SolvedByTraining, "group", "handed_to")
    rows = list(groups_of(workshop).annotate(solved=solved, handed=handed).values_list("id", "called", "solved", "handed"))
    there = {row[0] for row in rows}
    piles: dict[UUID | None, list[CardOnWall]] = defaultdict(list)
    named = is_named(workshop)
    read = ("id", "text", "way", "lies_in", "named", "participant__name", "number")
    for place, (id, text, way, laid, signed, author, number) in enumerate(cards_of(workshop).values_list(*read)):
        group = laid if laid in there else None  # its group was taken away since
        piles[group].append(CardOnWall(id, text or str(ERASED), way, group, author if named and signed else "", number, place))
    judged = _judged(Judgement.objects.standing().filter(workshop=workshop).in_order())
    groups = tuple(
        GroupOnWall(id, name, tuple(piles[id]), solved, handed or "", judgements=judged.get(id, {})) for id, name, solved, handed in rows
    )
    return Wall(groups, tuple(piles[None]))


def taken_off(workshop: Workshop) -> list[tuple[CardOnWall, str]]:
    """Cards that were taken from the wall, with why. One query."""
    found = CardModerated.objects.standing().filter(workshop=workshop, card__voided_by=None).select_related("card").in_order()
    return [(CardOnWall(row.card_id, row.card.text, row.card.way, None), row.why) for row in found]


def _judged(rows: Iterable[Judgement]) -> dict[UUID, dict[str, Judged]]:
    found: dict[UUID, dict[str, Judged]] = defaultdict(dict)
    for row in rows:
        found[row.group_id][row.criterion] = Judged(row.value, row.words)
    return found
