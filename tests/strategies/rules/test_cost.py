from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.strategies.rules.cost import MixedCurrencies, Money, per_participant, total, totals


def quetzals(amount):
    return Money(Decimal(amount), "GTQ")


def test_a_cost_is_shared_among_the_participants_to_the_cent():
    assert per_participant(quetzals("10000"), 30) == quetzals("333.33")
    assert per_participant(quetzals("0.05"), 2) == quetzals("0.03")


def test_a_currency_without_cents_is_shared_in_whole_units():
    assert per_participant(Money(Decimal(100_000), "CLP"), 3) == Money(Decimal(33_333), "CLP")


def test_without_participants_there_is_no_cost_per_participant():
    assert per_participant(quetzals("10"), 0) is None


def test_costs_of_one_currency_add_up_and_of_none_to_nothing():
    assert total([quetzals("10.10"), quetzals("0.20")]) == quetzals("10.30")
    assert total([]) is None


def test_currencies_are_never_mixed():
    costs = [quetzals("10"), Money(Decimal(5), "EUR"), quetzals("1")]
    with pytest.raises(MixedCurrencies):
        total(costs)
    assert totals(costs) == [Money(Decimal(5), "EUR"), quetzals("11")]


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 500))
def test_the_shares_together_are_the_cost_give_or_take_half_a_cent_each(cents, participants):
    cost = Money(Decimal(cents) / 100, "GTQ")
    assert abs(per_participant(cost, participants).amount * participants - cost.amount) <= Decimal("0.005") * participants
