from dataclasses import replace
from decimal import Decimal

import pytest

from milpa.conglomerates.rules.completeness import Cell, Lack, completeness

WHOLE = Cell("", "", Decimal(2700), "enterprises", 2010, "presentation of 2011", "sector")
THREE = ["hotels", "coffee", "bakeries"]


def table(candidates, criteria=("jobs", "women")):
    return [replace(WHOLE, candidate=candidate, criterion=criterion) for candidate in candidates for criterion in criteria]


def test_three_candidates_with_unit_year_source_and_scope_are_complete():
    found = completeness(THREE, ["jobs", "women"], table(THREE))
    assert (found.complete, found.done, found.of, found.lacks) == (True, 6, 6, ())


@pytest.mark.parametrize("field", ["unit", "source", "scope"])
def test_a_value_without_its_origin_is_not_complete(field):
    cells = table(THREE)
    cells[3] = replace(cells[3], **{field: "  "})
    found = completeness(THREE, ["jobs", "women"], cells)
    assert found.lacks == (Lack(field, "coffee", "women"),)
    assert (found.complete, found.done, found.of) == (False, 5, 6)


def test_saying_that_there_is_no_datum_is_enough_and_saying_nothing_is_not():
    cells = table(THREE)
    cells[0] = Cell("hotels", "jobs", no_datum=True)
    assert completeness(THREE, ["jobs", "women"], cells).complete
    assert completeness(THREE, ["jobs", "women"], cells[1:]).lacks == (Lack("value", "hotels", "jobs"),)


def test_zero_is_a_value():
    cells = [replace(cell, value=Decimal(0)) for cell in table(THREE)]
    assert completeness(THREE, ["jobs", "women"], cells).complete


def test_a_value_without_a_year_is_not_complete():
    cells = [replace(cell, year=None) for cell in table(THREE)]
    assert {lack.code for lack in completeness(THREE, ["jobs", "women"], cells).lacks} == {"year"}


@pytest.mark.parametrize(("many", "code"), [(2, "too_few_candidates"), (9, "too_many_candidates")])
def test_three_to_eight_candidates_are_compared(many, code):
    candidates = [f"c{number}" for number in range(many)]
    assert completeness(candidates, ["jobs", "women"], table(candidates)).lacks == (Lack(code),)
    eight = candidates[:8] if many == 9 else [*candidates, "c9"]
    assert completeness(eight, ["jobs", "women"], table(eight)).complete


def test_without_criteria_nothing_can_be_compared():
    assert completeness(THREE, [], []).lacks == (Lack("no_criteria"),)
