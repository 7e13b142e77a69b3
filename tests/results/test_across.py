"""Results across programmes."""

import pytest

from milpa.results.across import rows_across

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def test_who_sees_no_programme_gets_no_row(world):
    assert rows_across(world.elena) == []


def test_each_programme_that_one_may_see_is_a_row(world):
    assert [row["id"] for row in rows_across(world.ana)] == [world.id]
