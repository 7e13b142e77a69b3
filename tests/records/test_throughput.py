"""How much came in during the last hour."""

from datetime import timedelta

import pytest

from milpa.ledger import clock
from milpa.records.throughput import STEP, hour
from tests.records.told import told
from tests.world import MONDAY

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def test_each_statement_is_counted_where_it_came_in_and_only_the_institutions_own(world):
    for minutes in (-90, 0, 4, 6, 59):
        with clock.at(MONDAY + timedelta(minutes=minutes)):
            told(world.institute)
            told(world.strangers)
    with clock.at(MONDAY + timedelta(hours=1) - timedelta(seconds=1)):
        found = hour(world.institute.id)
        assert [one.statements for one in found.intervals] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
        assert found.intervals[1].begins - found.intervals[0].begins == STEP
        assert found.last == MONDAY + timedelta(minutes=59) and found.lag == 0


def test_where_nothing_came_in_there_is_nothing_to_count(world):
    told(world.strangers)
    found = hour(world.institute.id)
    assert found.statements == 0 and found.last is None


def test_it_costs_five_queries(world, django_assert_num_queries):
    for _ in range(3):
        told(world.institute)
    with django_assert_num_queries(5, using="records"):
        hour(world.institute.id)
