"""What the enterprises did in the workshops, as acts of involvement; and which enterprises were invited.

Coming touches level 1; a card, a vote or a remark level 2 (cards and remarks wait for an answer); a name of a group or a move of a need
in somebody's own words level 4; a vote that was closed is a choice among its groups, made in assembly.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, DateTimeField, Exists, F, OuterRef, QuerySet, Subquery, UUIDField, Value, When
from django.db.models.functions import Cast

from milpa.guide.editions import edition
from milpa.programmes.involving import phase_with
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
from milpa.workshops.actions.voting import FEWEST_GROUPS
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
    SlipGiven,
    Vote,
    WorkshopInvited,
)

KEY = "workshops.closed_with_minutes"  # its step's phase is the workshops' phase


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was done. `answered`: the kind of the answer that counts, or "closed" of a vote; `about`: the vote, or the side."""

    programme: UUID
    edition: UUID
    host: UUID
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
    """One query: everything that was done, as a union."""
    found: dict[UUID, list[Act]] = defaultdict(list)
    first, *others = _parts(list(programmes))
    for values in first.union(*others, all=True):
        row = Row(*values)
        if phase := phase_with(edition(row.edition), KEY):
            found[row.programme].append(_act(phase, row))
    return dict(found)


def _act(phase: str, row: Row) -> Act:
    if row.kind == "voted":
        return _vote(phase, row)
    side = INSTITUTION if row.about == row.host else REPRESENTATION
    if row.kind == "decided":
        choice = Choice("options" if row.way == "accepted" else "rejected", options=2)
        return Act(phase, side, DECIDING, choice=choice, decision=row.id, id=row.id)
    if row.kind in ("committed", "asked"):
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


def _vote(phase: str, row: Row) -> Act:
    """While a vote is open whoever voted has answered; closed, they chose among two groups or more, in an assembly: the room."""
    said = {"enterprise": row.enterprise, "id": row.id, "typed_by_staff": row.way in ("paper", "voice")}
    if row.answered != "closed":
        return Act(phase, ENTERPRISES, CONSULTED, **said)
    choice = Choice("options", options=FEWEST_GROUPS, in_assembly=True)
    return Act(phase, ENTERPRISES, DECIDING, choice=choice, decision=row.about, **said)


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
        _slips(programmes),
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
    nothing, never = Cast(Value(None), UUIDField()), Cast(Value(None), DateTimeField())  # PostgreSQL asks what kind of nothing
    is_disputed: Any = Value(False, output_field=BooleanField())
    if disputed:
        is_disputed = Exists(AnswerDisputed.objects.standing().filter(**{disputed: OuterRef("pk")}))
    columns = (
        F(programme),
        F(f"{programme}__edition"),
        F("institution"),
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
    own = votes.filter(id=OuterRef("about"))
    same_room = Vote.objects.filter(id=OuterRef(OuterRef("about"))).values("workshop")
    places = Participant.objects.standing().filter(person=OuterRef("person"), workshop__in=same_room)
    found: QuerySet[Any] = (
        BallotMark.objects.filter(about__in=votes.values("id"), person__isnull=False)
        .order_by()
        .values_list(
            _one(own, "workshop__programme"),
            _one(own, "workshop__programme__edition"),
            F("institution"),
            Value("voted"),
            F("id"),
            _one(places, "enterprise"),
            F("recorded_at"),
            Case(When(Exists(own.filter(closed_by__isnull=False)), then=Value("closed")), default=Value("")),
            Cast(Value(None), DateTimeField()),
            Value(False, output_field=BooleanField()),
            F("about"),
            F("way"),
        )
    )
    return found


def _slips(programmes: list[UUID]) -> QuerySet[Any]:
    """That somebody took a slip and votes on paper: what the slip said names nobody."""
    closed = Case(When(vote__closed_by__isnull=False, then=Value("closed")), default=Value(""))
    given = SlipGiven.objects.standing().filter(workshop__programme__in=programmes, vote__voided_by=None)
    found: QuerySet[Any] = given.order_by().values_list(
        F("workshop__programme"),
        F("workshop__programme__edition"),
        F("institution"),
        Value("voted"),
        F("id"),
        F("participant__enterprise"),
        F("recorded_at"),
        closed,
        Cast(Value(None), DateTimeField()),
        Value(False, output_field=BooleanField()),
        F("vote"),
        F("participant__way"),
    )
    return found


def _one(rows: Any, column: str) -> Subquery:
    return Subquery(rows.values(column)[:1], output_field=UUIDField())


def invited(programmes: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """Programme -> the workshops' phase -> enterprises of the register that were invited. One query."""
    found: dict[UUID, dict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    rows = WorkshopInvited.objects.standing().filter(workshop__programme__in=list(programmes), enterprise__isnull=False)
    for programme, guide, enterprise in rows.values_list("workshop__programme", "workshop__programme__edition", "enterprise"):
        if phase := phase_with(edition(guide), KEY):
            found[programme][phase].add(enterprise)
    return {programme: dict(phases) for programme, phases in found.items()}
