"""How every action comes to its strategy, and how it leaves it: a revision, what it quotes, what is found, who must look again."""

from typing import Any
from uuid import UUID

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.strategies.actions.finding import found_again
from milpa.strategies.actions.quoting import quote_needs
from milpa.strategies.models import Strategy

COVER, DRAFT, COUNTERPART, PARTNERS = (
    "strategies.actions_cover_priorities",
    "strategies.complete_draft",
    "strategies.signed_by_counterpart",
    "strategies.signed_by_partners",
)
KEYS = (COVER, DRAFT, COUNTERPART, PARTNERS)


def opened(by: Person, strategy_id: UUID, verb: str = "strategies.edit") -> Strategy:
    """Locked, for this transaction. Raises Strategy.DoesNotExist."""
    return Strategy.objects.open_to(by, verb).select_for_update(of=("self",)).get(id=strategy_id)


def saved(strategy: Strategy, was: int, by: Person, why: str) -> int:
    """The number of the revision that holds what the tables say now. Raises StaleRevision."""
    quote_needs(strategy)
    revision = ledger.revise(strategy, was, by=by, why=why)
    found_again(strategy)
    touch(strategy.programme_id, *KEYS)
    return revision.number


def next_place(rows: Any) -> int:
    """The place after the last one of these rows."""
    last = rows.order_by("-place").values_list("place", flat=True).first()
    return int(last or 0) + 1
