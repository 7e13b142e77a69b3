from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from milpa.strategies.rules.completeness import Action, Lack, Objective, Section, completeness
from milpa.strategies.rules.cost import Money

SUMMARY = Section("summary", "Qué, con quién y para qué.")
ACTION = Action("marketing", "Pone su precio por temporada", "blended", Decimal(24), 30, Money(Decimal(0), "GTQ"), "Instituto")
OBJECTIVE = Objective("direct", "Reservaciones directas", "40 %", "25 %")


def test_a_draft_with_everything_is_complete():
    found = completeness([SUMMARY], [ACTION], [OBJECTIVE])
    assert (found.is_complete, found.lacks, found.done, found.of) == (True, (), 3, 3)


def test_an_action_that_costs_nothing_has_a_cost():
    assert completeness([SUMMARY], [ACTION], [OBJECTIVE]).is_complete
    assert completeness([SUMMARY], [replace(ACTION, cost=None)], [OBJECTIVE]).lacks == (Lack("action", "marketing", "cost"),)


@pytest.mark.parametrize(
    ("field", "blank"), [("outcome", " "), ("modality", ""), ("hours", None), ("hours", Decimal(0)), ("places", 0), ("responsible", " ")]
)
def test_an_action_that_lacks_something_is_named_with_what_it_lacks(field, blank):
    found = completeness([SUMMARY], [replace(ACTION, **{field: blank})], [OBJECTIVE])
    assert found.lacks == (Lack("action", "marketing", field),)
    assert (found.done, found.of) == (2, 3)


def test_a_section_is_not_empty_when_it_shows_rows_of_a_table():
    assert completeness([SUMMARY, Section("calendar", rows=4)], [ACTION], [OBJECTIVE]).is_complete
    assert completeness([SUMMARY, Section("risks", " \n ")], [ACTION], [OBJECTIVE]).lacks == (Lack("section", "risks", "text"),)


def test_half_an_hour_one_place_and_one_row_are_enough():
    small = replace(ACTION, hours=Decimal("0.5"), places=1)
    assert completeness([Section("calendar", rows=1)], [small], [OBJECTIVE]).is_complete


def test_an_objective_has_its_baseline_or_the_day_on_which_it_is_taken():
    later = replace(OBJECTIVE, baseline="", baseline_on=date(2026, 5, 4))
    assert completeness([SUMMARY], [ACTION], [later]).is_complete
    never = replace(OBJECTIVE, baseline="")
    assert completeness([SUMMARY], [ACTION], [never]).lacks == (Lack("objective", "direct", "baseline"),)


def test_a_draft_without_actions_or_objectives_is_not_complete():
    assert completeness([], [], []).lacks == (Lack("section", "", "any"), Lack("action", "", "any"), Lack("objective", "", "any"))
