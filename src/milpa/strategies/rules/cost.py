"""What an action costs, and for each participant. Decimal with its currency; currencies are never mixed or converted."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NO_CENTS = {"CLP", "PYG", "JPY", "KRW", "VND", "ISK"}  # ISO 4217: no minor unit


class MixedCurrencies(ValueError):
    """Amounts in several currencies have no one sum; `args` holds the currencies."""


@dataclass(frozen=True, slots=True)
class Money:
    amount: Decimal
    currency: str  # ISO 4217


def total(costs: Iterable[Money]) -> Money | None:
    """The sum; None of nothing. Raises MixedCurrencies."""
    sums = totals(costs)
    if len(sums) > 1:
        raise MixedCurrencies(*(money.currency for money in sums))
    return sums[0] if sums else None


def totals(costs: Iterable[Money]) -> list[Money]:
    """One sum a currency, by its code."""
    sums: dict[str, Decimal] = {}
    for money in costs:
        sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
    return [Money(amount, currency) for currency, amount in sorted(sums.items())]


def per_participant(cost: Money, participants: int) -> Money | None:
    """To the currency's smallest unit, halves up; None while there are no participants."""
    if participants < 1:
        return None
    unit = Decimal(1) if cost.currency in NO_CENTS else Decimal("0.01")
    return Money((cost.amount / participants).quantize(unit, ROUND_HALF_UP), cost.currency)
