"""One way to write a plain structure."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.ledger.canonical import canonical

plain = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.text(max_size=4), max_size=3)


@given(st.dictionaries(st.text(alphabet="abcñ"), plain, max_size=5))
def test_the_order_of_keys_does_not_matter(content):
    assert canonical(content) == canonical(dict(reversed(content.items())))


def test_decimals_and_moments_are_said_one_way():
    assert canonical([Decimal("1.50"), Decimal("1.5")]) == b'["1.5","1.5"]'
    assert canonical(datetime(2026, 3, 2, tzinfo=UTC)) == b'"2026-03-02T00:00:00.000000+00:00"'


@pytest.mark.parametrize("value", [{1, 2}, object(), [complex(1)]])
def test_what_json_cannot_say_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


def test_not_a_number_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
