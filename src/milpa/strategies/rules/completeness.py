"""Whether the draft of a strategy is complete (evidence `strategies.complete_draft`): no empty section; every action with
outcome, modality, hours, places, cost, responsible; every objective with indicator, target, and baseline or when it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from milpa.strategies.rules.cost import Money


@dataclass(frozen=True, slots=True)
class Section:
    """`rows`: what it shows of tables (actions, dates, budget lines), where it is not only text."""

    id: str
    text: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Action:
    id: str
    outcome: str = ""
    modality: str = ""
    hours: Decimal | None = None
    places: int | None = None
    cost: Money | None = None  # zero is a cost
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    id: str
    indicator: str = ""
    target: str = ""
    baseline: str = ""
    baseline_on: date | None = None  # when it will be taken


@dataclass(frozen=True, slots=True)
class Lack:
    """`where`: section, action, objective. `what`: text, outcome, modality, hours, places, cost, responsible, indicator,
    target, baseline; `any` with an empty id where there is none at all."""

    where: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Completeness:
    is_complete: bool
    lacks: tuple[Lack, ...]
    done: int  # sections, actions and objectives that lack nothing
    of: int


def _action(action: Action) -> dict[str, bool]:
    return {
        "outcome": bool(action.outcome.strip()),
        "modality": bool(action.modality.strip()),
        "hours": action.hours is not None and action.hours > 0,
        "places": action.places is not None and action.places > 0,
        "cost": action.cost is not None and bool(action.cost.currency),
        "responsible": bool(action.responsible.strip()),
    }


def _objective(objective: Objective) -> dict[str, bool]:
    return {
        "indicator": bool(objective.indicator.strip()),
        "target": bool(objective.target.strip()),
        "baseline": bool(objective.baseline.strip()) or objective.baseline_on is not None,
    }


def completeness(sections: Sequence[Section], actions: Sequence[Action], objectives: Sequence[Objective]) -> Completeness:
    """Everything the draft lacks, in the order given: sections, then actions, then objectives."""
    written: list[tuple[str, str, dict[str, bool]]] = []
    written += [("section", section.id, {"text": bool(section.text.strip()) or section.rows > 0}) for section in sections]
    written += [("action", action.id, _action(action)) for action in actions]
    written += [("objective", objective.id, _objective(objective)) for objective in objectives]
    lacks = [Lack(where, id_, what) for where, id_, fields in written for what, is_there in fields.items() if not is_there]
    kinds = (("section", sections), ("action", actions), ("objective", objectives))
    lacks += [Lack(where, "", "any") for where, them in kinds if not them]
    done = sum(all(fields.values()) for _, _, fields in written)
    return Completeness(not lacks, tuple(lacks), done, len(written))
