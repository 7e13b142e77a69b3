"""A strategy as it is read: one revision's content as plain values, whichever revision it is. Pages, PDF and rules read this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from milpa.guide.texts import Text


@dataclass(frozen=True, slots=True)
class Need:
    id: UUID
    place: int | None  # in the order of priorities; None: training does not solve it
    title: str
    votes: int | None
    by_training: bool | None
    suits_ict: bool | None
    handed_to: str
    reason: str  # why it has no training action


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    number: int
    title: Text
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    id: UUID
    number: int
    kind: str
    name: str
    for_whom: str
    learning_outcome: str
    level: str
    modality: str
    modality_says: str
    hours: Decimal | None
    weeks: int | None
    places: int | None
    ict_needed: str
    depends_on: UUID | None
    why_no_need: str
    instructor_profile: str
    recognition: str
    standard: str
    event_code: str
    language: tuple[str, ...]
    language_support: str
    offered_to_workers: bool
    cost: Decimal | None
    currency: str
    responsible: str
    person: UUID | None
    starts: date | None
    answers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    id: UUID
    text: str
    indicator: str
    formula: str
    unit: str
    disaggregation: str
    baseline: Decimal | None
    baseline_when: str
    baseline_on: date | None
    target: Decimal | None
    target_says: str
    source: str
    frequency: str


@dataclass(frozen=True, slots=True)
class Share:
    institution: UUID | None
    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BudgetLine:
    id: UUID
    text: str
    action: UUID | None
    amount: Decimal
    currency: str
    in_kind: bool
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class CalendarLine:
    id: UUID
    text: str
    starts: date
    ends: date | None
    responsible: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class Risk:
    id: UUID
    text: str
    likelihood: str
    impact: str
    what: str
    responsible: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class Register:
    """The register's figures as they were quoted; `enterprises` None while nobody quoted them."""

    enterprises: int | None
    led_by_women: int | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    currency: str
    needs_revision: int
    needs: tuple[Need, ...]
    register: Register
    sections: tuple[Section, ...]
    actions: tuple[Action, ...]
    objectives: tuple[Objective, ...]
    budget: tuple[BudgetLine, ...]
    calendar: tuple[CalendarLine, ...]
    risks: tuple[Risk, ...]
    names: Mapping[UUID, str] = field(default_factory=dict)  # of the persons named in it, as far as they are known today

    def people(self) -> set[UUID]:
        rows = (*self.actions, *self.calendar, *self.risks)
        return {row.person for row in rows if row.person is not None}

    def who(self, row: Any) -> str:
        """Who answers for an action, a date or a risk."""
        name = self.names.get(row.person, "") if row.person else ""
        return ", ".join(dict.fromkeys(part for part in (name, row.responsible) if part))

    def need(self, id: UUID) -> Need | None:
        return next((need for need in self.needs if need.id == id), None)

    def action(self, id: UUID | None) -> Action | None:
        return next((action for action in self.actions if action.id == id), None)

    def section(self, slug: str) -> Section | None:
        return next((section for section in self.sections if section.id == slug), None)

    def contributors(self) -> set[UUID]:
        """Institutions with a contribution in its budget."""
        return {share.institution for line in self.budget for share in line.shares if share.institution and share.amount > 0}


def read(content: Mapping[str, Any], names: Mapping[UUID, str] | None = None) -> Paper:
    """Today's structure of a strategy's content as values."""
    return Paper(
        content["title"],
        content["currency"],
        content["needs_revision"],
        tuple(Need(**row | {"id": UUID(row["id"])}) for row in content["needs"]),
        Register(**content["register"] | {"on": _day(content["register"]["on"])}),
        tuple(Section(row["id"], number, Text(row["title"]), row["text"]) for number, row in enumerate(content["sections"], start=1)),
        tuple(_action(row, number) for number, row in enumerate(content["actions"], start=1)),
        tuple(_objective(row) for row in content["objectives"]),
        tuple(_budget(row) for row in content["budget"]),
        tuple(CalendarLine(**_ids(row) | {"starts": _day(row["starts"]), "ends": _day(row["ends"])}) for row in content["calendar"]),
        tuple(Risk(**_ids(row)) for row in content["risks"]),
        names or {},
    )


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _ids(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "id": UUID(row["id"]), "person": _id(row["person"])}


def _day(text: str | None) -> Any:
    return date.fromisoformat(text) if text else None


def _number(text: str | None) -> Any:
    return Decimal(text) if text is not None else None


def _action(row: Mapping[str, Any], number: int) -> Action:
    figures = {"hours": _number(row["hours"]), "cost": _number(row["cost"]), "starts": _day(row["starts"])}
    links = {"depends_on": _id(row["depends_on"]), "answers": tuple(map(UUID, row["answers"])), "language": tuple(row["language"])}
    return Action(**_ids(row) | figures | links | {"number": number})


def _objective(row: Mapping[str, Any]) -> Objective:
    figures = {"baseline": _number(row["baseline"]), "target": _number(row["target"]), "baseline_on": _day(row["baseline_on"])}
    return Objective(**{**row, "id": UUID(row["id"])} | figures)


def _budget(row: Mapping[str, Any]) -> BudgetLine:
    shares = tuple(Share(_id(share["institution"]), share["name"], Decimal(share["amount"])) for share in row["shares"])
    return BudgetLine(UUID(row["id"]), row["text"], _id(row["action"]), Decimal(row["amount"]), row["currency"], row["in_kind"], shares)
