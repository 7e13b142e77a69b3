"""What the enterprises did in the workshops, as acts of involvement; and which enterprises were invited.

Coming touches level 1; a card, a vote or a remark level 2 (cards and remarks wait for an answer); a name of a group or a move of a need
in somebody's own words level 4; a vote that was closed is a choice among its groups, made in assembly.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, DateTimeField, Exists, F, OuterRef, QuerySet, Subquery, UUIDField, Value

from milpa.programmes.involving import phase_with
from milpa.programmes.models import Programme
from milpa.programmes.rules.involvement import (
    COLLABORATING,
    CONSULTED,
    DECIDING,
    ENTERPRISES,
    INFORMED,
    INSTITUTION,
    REPRESENTATION,
    Act,
    Choice,
)
from milpa.workshops.models import (
    AnswerDisputed,
    BallotMark,
    Card,
    Commitment,
    Group,
    GroupNamed,
    NeedAnswered,
    NeedDecided,
    NeedMoved,
    Participant,
    Remark,
    RemarkAnswered,
    Vote,
    WorkshopInvited,
)

KEY = "workshops.closed_with_minutes"  # its step's phase is the workshops' phase


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was done. `answered`: the kind of the answer that counts; `about`: the vote, or the side that decided."""

    programme: UUID
    kind: str
    id: UUID
    enterprise: UUID | None
    at: datetime
    answered: str | None
    answered_at: datetime | None
    is_disputed: bool
    about: UUID | None
    way: str


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """Three queries: the programmes' guides, their votes, and everything that was done, as one union."""
    ids = list(programmes)
    guides = {row.id: row for row in Programme.objects.filter(id__in=ids).only("id", "edition", "institution")}
    votes = {row.id: row for row in Vote.objects.standing().filter(workshop__programme__in=ids)}
    found: dict[UUID, list[Act]] = defaultdict(list)
    for row in _rows(ids):
        programme = guides[row.programme]
        if phase := phase_with(programme.guide, KEY):
            found[row.programme].append(_act(phase, row, votes, programme.institution_id))
    return dict(found)


def _act(phase: str, row: Row, votes: dict[UUID, Vote], host: UUID) -> Act:
    if row.kind == "voted":
        return _vote(phase, row, votes[row.about] if row.about else None)
    if row.kind == "decided":
        side = INSTITUTION if row.about == host else REPRESENTATION
        choice = Choice("options" if row.way == "accepted" else "rejected", options=2)
        return Act(phase, side, DECIDING, choice=choice, decision=row.id, id=row.id)
    if row.kind in ("committed", "asked"):
        side = INSTITUTION if row.about == host else REPRESENTATION
        return Act(phase, side, CONSULTED if row.kind == "committed" else INFORMED, id=row.id)
    level = {"came": INFORMED, "card": CONSULTED, "remark": CONSULTED, "named": COLLABORATING, "moved": COLLABORATING}[row.kind]
    waits = row.kind in ("card", "remark")
    days = (row.answered_at - row.at).days if row.answered_at else None
    return Act(
        phase,
        ENTERPRISES,
        level,
        enterprise=row.enterprise,
        contribution=waits,
        answer=row.answered,
        disputed=row.is_disputed,
        days_to_answer=days if waits else None,
        id=row.id,
        typed_by_staff=row.way in ("paper", "voice", "call", "visit"),
    )


def _vote(phase: str, row: Row, vote: Vote | None) -> Act:
    """While a vote is open whoever voted has answered; closed, they chose. The vote carries the room's names: it is an assembly."""
    typed = row.way in ("paper", "voice")
    if vote is None or vote.closed_by is None:
        return Act(phase, ENTERPRISES, CONSULTED, enterprise=row.enterprise, id=row.id, typed_by_staff=typed)
    choice = Choice("options", options=len(vote.groups), in_assembly=True)
    return Act(phase, ENTERPRISES, DECIDING, enterprise=row.enterprise, choice=choice, decision=vote.id, id=row.id, typed_by_staff=typed)


def _rows(programmes: list[UUID]) -> Iterator[Row]:
    first, *others = _parts(programmes)
    yield from (Row(*values) for values in first.union(*others, all=True))


def _parts(programmes: list[UUID]) -> list[QuerySet[Any]]:
    """What was done, table by table, all with the columns of `Row`."""
    in_workshop = {"voided_by": None, "workshop__programme__in": programmes}
    of_need = {"voided_by": None, "need__needs__programme__in": programmes}
    of_needs = {"voided_by": None, "needs__programme__in": programmes}
    where, need, needs = "workshop__programme", "need__needs__programme", "needs__programme"
    words = {"named_by__isnull": False}
    return [
        _columns(Participant.objects.filter(**in_workshop), where, "came", "enterprise", way="way"),
        _columns(Card.objects.filter(**in_workshop), where, "card", "participant__enterprise", _card_answer(), "card", "way"),
        _columns(Group.objects.filter(**in_workshop, **words), where, "named", "named_by__enterprise"),
        _columns(GroupNamed.objects.filter(**in_workshop, **words), where, "named", "named_by__enterprise"),
        _columns(NeedMoved.objects.filter(**of_need, proposed_by__isnull=False), need, "moved", "proposed_by__enterprise"),
        _columns(Remark.objects.filter(**of_needs), needs, "remark", "enterprise", _remark_answer(), "remark", "way"),
        _columns(NeedDecided.objects.filter(**of_need, accepted=True), need, "decided", about="side", said="accepted"),
        _columns(NeedDecided.objects.filter(**of_need, accepted=False), need, "decided", about="side", said="rejected"),
        _columns(Commitment.objects.filter(**in_workshop, side="association"), where, "committed"),
        _columns(WorkshopInvited.objects.filter(**in_workshop), where, "asked", about="by__institution"),
        _marks(programmes),
    ]


def _columns(
    rows: Any,
    programme: str,
    kind: str,
    enterprise: str = "",
    answers: Any = None,
    disputed: str = "",
    way: str = "",
    about: str = "",
    said: str = "",
) -> QuerySet[Any]:
    """The columns of `Row`, in its order."""
    nothing, never = Value(None, output_field=UUIDField()), Value(None, output_field=DateTimeField())
    is_disputed: Any = Value(False, output_field=BooleanField())
    if disputed:
        is_disputed = Exists(AnswerDisputed.objects.standing().filter(**{disputed: OuterRef("pk")}))
    columns = (
        F(programme),
        Value(kind),
        F("id"),
        F(enterprise) if enterprise else nothing,
        F("recorded_at"),
        Subquery(answers.values("kind")[:1]) if answers is not None else Value(""),
        Subquery(answers.values("recorded_at")[:1]) if answers is not None else never,
        is_disputed,
        F(about) if about else nothing,
        F(way) if way else Value(said),
    )
    found: QuerySet[Any] = rows.order_by().values_list(*columns)
    return found


def _card_answer() -> Any:
    return NeedAnswered.objects.standing().filter(need__cards__card=OuterRef("pk")).order_by("-recorded_at")


def _remark_answer() -> Any:
    return RemarkAnswered.objects.standing().filter(remark=OuterRef("pk")).order_by("-recorded_at")


def _marks(programmes: list[UUID]) -> QuerySet[Any]:
    """That somebody voted. A mark names a person; their enterprise is the one they came for."""
    votes = Vote.objects.standing().filter(workshop__programme__in=programmes)
    programme = Subquery(votes.filter(id=OuterRef("about")).values("workshop__programme")[:1], output_field=UUIDField())
    same_room = Vote.objects.filter(id=OuterRef(OuterRef("about"))).values("workshop")
    places = Participant.objects.standing().filter(person=OuterRef("person"), workshop__in=same_room)
    enterprise = Subquery(places.values("enterprise")[:1], output_field=UUIDField())
    nothing = Value(None, output_field=DateTimeField())
    found: QuerySet[Any] = (
        BallotMark.objects.filter(about__in=votes.values("id"))
        .order_by()
        .values_list(
            programme,
            Value("voted"),
            F("id"),
            enterprise,
            F("recorded_at"),
            Value(""),
            nothing,
            Value(False, output_field=BooleanField()),
            F("about"),
            F("way"),
        )
    )
    return found


def invited(programmes: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """Programme -> the workshops' phase -> enterprises of the register that were invited. Two queries."""
    ids = list(programmes)
    guides = {row.id: row.guide for row in Programme.objects.filter(id__in=ids).only("id", "edition")}
    asked: dict[UUID, set[UUID]] = defaultdict(set)
    rows = WorkshopInvited.objects.standing().filter(workshop__programme__in=ids, enterprise__isnull=False)
    for programme, enterprise in rows.values_list("workshop__programme", "enterprise"):
        asked[programme].add(enterprise)
    return {id: {phase: asked[id]} for id, guide in guides.items() if (phase := phase_with(guide, KEY)) and id in asked}
