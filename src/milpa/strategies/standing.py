"""How each side stands to the strategy: who signed which revision, whether that covers the newest one, and which words changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from milpa.ledger.models.documents import Revision
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.strategies.differing import counted, differences
from milpa.strategies.models import Strategy
from milpa.strategies.reads import plain_of
from milpa.strategies.sides import Side


@dataclass(frozen=True, slots=True)
class SideStanding:
    """`signed`: its signatures on the newest revision. `before`: its newest one on an older. `missing`: named and not signed yet."""

    side: Side
    signed: tuple[Signed, ...]
    before: Signed | None
    declined: SignatureDeclined | None
    missing: tuple[str, ...]

    @property
    def covers(self) -> bool:
        return bool(self.signed) and not self.missing

    @property
    def at(self) -> datetime | None:
        return max((fact.recorded_at for fact in self.signed), default=None)


def standings(strategy: Strategy, sides: Sequence[Side], number: int | None = None) -> list[SideStanding]:
    """Towards the newest revision, or towards `number`. Two queries."""
    signed = list(Signed.objects.filter(document=strategy.id, voided_by=None).select_related("by").in_order())
    declined = list(SignatureDeclined.objects.filter(document=strategy.id, voided_by=None).in_order())
    return [standing_of(side, signed, declined, number or strategy.revision) for side in sides]


def standing_of(side: Side, signed: Sequence[Signed], declined: Sequence[SignatureDeclined], number: int) -> SideStanding:
    """Of all signatures and refusals of one strategy, in order, those of one side."""
    own = [fact for fact in signed if fact.side_id == side.id]
    now = tuple(fact for fact in own if fact.number == number)
    before = next((fact for fact in reversed(own) if fact.number < number), None)
    refusal = next((fact for fact in reversed(declined) if fact.side_id == side.id and fact.number == number), None)
    refused_after = refusal is not None and (not now or refusal.recorded_at > now[-1].recorded_at)
    missing = tuple(side.missing(fact.by for fact in now))
    return SideStanding(side, now, None if now else before, refusal if refused_after else None, missing)


def changed_since(strategy: Strategy, numbers: set[int]) -> dict[int, tuple[int, int]]:
    """Signed revision -> words that went out and came in since. One query, none where nothing is asked."""
    if not numbers:
        return {}
    rows = Revision.objects.filter(document=strategy.id, number__in=[*numbers, strategy.revision])
    contents: dict[int, Any] = {row.number: plain_of(row) for row in rows}
    newest = contents[strategy.revision]
    return {number: counted(differences(contents[number], newest)) for number in numbers}


def is_open(standing: SideStanding, person: Any) -> bool:
    """Whether this person can still sign for the side."""
    institution: UUID = person.institution_id
    mine = standing.side.id == institution and standing.side.may_be_signed_by(person)
    return mine and all(fact.by_id != person.id for fact in standing.signed)
