"""What follows from a strategy's content: what its draft lacks, which needs are covered, what it costs. Plain values in and out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from milpa.strategies.paper import Action, Paper
from milpa.strategies.rules import completeness, cost, coverage
from milpa.strategies.rules.cost import Money

ROWS = {"objectives": "objectives", "actions": "actions", "budget": "budget", "calendar": "calendar", "risks": "risks"}


def coverage_of(paper: Paper) -> coverage.Coverage:
    needs = [coverage.Need(str(need.id), need.by_training) for need in paper.needs]
    answers = {str(action.id): [str(need) for need in action.answers] for action in paper.actions}
    return coverage.coverage(needs, answers, {str(need.id): need.reason for need in paper.needs})


def completeness_of(paper: Paper) -> completeness.Completeness:
    sections = [completeness.Section(row.id, row.text, rows_of(paper, row.id)) for row in paper.sections]
    actions = [_action(action) for action in paper.actions]
    objectives = [
        completeness.Objective(
            str(row.id), row.indicator, _words(row.target, row.target_says), _words(row.baseline, row.baseline_when), row.baseline_on
        )
        for row in paper.objectives
    ]
    return completeness.completeness(sections, actions, objectives)


def rows_of(paper: Paper, section: str) -> int:
    """How many rows of the plan a section shows below its text. The needs and the signatures come by themselves: they are no text."""
    return len(getattr(paper, ROWS[section])) if section in ROWS else 0


def _action(action: Action) -> completeness.Action:
    money = Money(action.cost, action.currency) if action.cost is not None else None
    who = action.responsible or ("person" if action.person else "")
    return completeness.Action(str(action.id), action.learning_outcome, action.modality, action.hours, action.places, money, who)


def _words(value: Decimal | None, words: str) -> str:
    return words or ("" if value is None else str(value))


@dataclass(frozen=True, slots=True)
class Cost:
    """`places`: of the actions that answer needs, or of all while none does. `by`: contributor -> sum, the largest first."""

    total: Decimal
    currency: str
    places: int
    per_place: Decimal | None
    by: tuple[tuple[str, Decimal], ...]
    not_shared: Decimal  # of which nobody has said who pays it


def cost_of(paper: Paper) -> Cost:
    total = sum((line.amount for line in paper.budget), Decimal(0))
    answering = [action for action in paper.actions if action.answers] or list(paper.actions)
    places = sum(action.places or 0 for action in answering)
    each = cost.per_participant(Money(total, paper.currency), places)
    sums: dict[str, Decimal] = {}
    for line in paper.budget:
        for share in line.shares:
            sums[share.name] = sums.get(share.name, Decimal(0)) + share.amount
    ordered = tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
    return Cost(total, paper.currency, places, each.amount if each else None, ordered, total - sum(sums.values(), Decimal(0)))


def cost_per_place(action: Action) -> Decimal | None:
    each = cost.per_participant(Money(action.cost, action.currency), action.places or 0) if action.cost is not None else None
    return each.amount if each else None


def answering(paper: Paper, need: UUID) -> Sequence[Action]:
    return [action for action in paper.actions if need in action.answers]
