"""How fast one credential may ask."""

from uuid import UUID

import pytest

from milpa.records.access import rate
from milpa.records.access.rate import Buckets
from milpa.records.refusals import TooMany

ONE, OTHER = UUID(int=1), UUID(int=2)


class Hand:
    """A clock that the test moves."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_burst_empties_the_bucket_and_time_fills_it_again():
    hand = Hand()
    buckets = Buckets(2, 3, hand)
    for _ in range(3):
        buckets.take(ONE)
    with pytest.raises(TooMany):
        buckets.take(ONE)
    hand.at = 0.5
    buckets.take(ONE)
    with pytest.raises(TooMany):
        buckets.take(ONE)
    hand.at = 1_000
    for _ in range(3):
        buckets.take(ONE)
    with pytest.raises(TooMany):
        buckets.take(ONE)


def test_the_wait_that_is_said_is_long_enough():
    hand = Hand()
    buckets = Buckets(0.1, 1, hand)
    buckets.take(ONE)
    with pytest.raises(TooMany) as no:
        buckets.take(ONE)
    hand.at = no.value.values["seconds"]
    buckets.take(ONE)


def test_one_that_is_stopped_holds_up_nobody_else():
    buckets = Buckets(1, 1, Hand())
    buckets.take(ONE)
    buckets.take(OTHER)
    with pytest.raises(TooMany):
        buckets.take(ONE)


def test_there_are_never_more_buckets_than_fit(monkeypatch):
    monkeypatch.setattr(rate, "MOST_BUCKETS", 20)
    buckets = Buckets(1, 5, Hand())
    for number in range(100):
        buckets.take(UUID(int=number))
    assert len(buckets.buckets) <= 20
