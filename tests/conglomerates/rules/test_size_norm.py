from decimal import Decimal

import pytest

from milpa.conglomerates.rules.size_norm import Reading, norm_for, reading_of, sector_of
from tests.conglomerates.rules.norm_rows import ROWS


def test_the_norm_of_the_year_is_the_newest_one_then_in_force():
    assert {row.law for row in norm_for(ROWS, "GT", 2010).rows} == {"A.G. 178-2001"}
    assert {row.law for row in norm_for(ROWS, "GT", 2026).rows} == {"A.G. 211-2015"}


def test_before_the_first_norm_and_for_other_countries_there_is_none():
    assert norm_for(ROWS, "GT", 1999) is None
    assert norm_for(ROWS, "FR", 2026) is None


def test_undated_statistics_count_only_where_no_dated_norm_exists():
    assert norm_for(ROWS, "BR", 2026, "industry").rows[0].law == "SEBRAE"
    assert norm_for(ROWS, "CR", 2026).rows[0].law == "Ley 8262"


def test_classes_come_from_smallest_to_largest_and_share_the_first_ones_rule():
    norm = norm_for(ROWS, "GT", 2026)
    assert [row.size for row in norm.rows] == ["micro", "small", "medium"]
    assert norm.reading is Reading.SALES_PREVAIL
    assert norm_for(ROWS, "DO", 2025).reading is Reading.HIGHER


def test_a_sector_takes_its_own_classes_and_those_for_all():
    assert [row.workers_max for row in norm_for(ROWS, "MX", 2026, "trade").rows] == [10, 30, 100]
    assert [row.workers_max for row in norm_for(ROWS, "MX", 2026, "services").rows] == [10, 50, 100]
    assert [row.workers_max for row in norm_for(ROWS, "MX", 2026, "manufacturing").rows] == [10, 50, 250]


def test_a_sector_that_is_not_listed_takes_the_rows_that_say_so_or_has_no_norm():
    assert norm_for(ROWS, "CO", 2026, "construction").rows[0].sales_max == 23563
    assert norm_for(ROWS, "MX", 2026, "agriculture") is None
    assert norm_for(ROWS, "BO", 2026, "services") is None


def test_a_unit_in_money_says_what_it_is_worth_and_an_index_does_not():
    assert norm_for(ROWS, "MX", 2026).unit_value == Decimal(1_000_000)
    assert norm_for(ROWS, "PA", 2026).unit_value == 1
    assert norm_for(ROWS, "GT", 2026).unit_value is None
    assert norm_for(ROWS, "CO", 2026).unit_value is None
    assert norm_for(ROWS, "CL", 2026).unit_value is None


@pytest.mark.parametrize(
    ("rule", "reading"),
    [
        ("sales; workers only for commission agents/consignees or some sectors", Reading.SALES),
        ("paid workers", Reading.WORKERS),
        ("turnover and workers", Reading.BOTH),
        ("workers and sales; sales prevail", Reading.SALES_PREVAIL),
        ("indicative only", Reading.NONE),
        ("combined index of workers, assets and sales", Reading.NONE),
    ],
)
def test_the_rules_words_say_how_it_is_read(rule, reading):
    assert reading_of(rule) is reading


def test_sections_of_isic_have_the_norms_words():
    assert [sector_of(section) for section in "ACGI"] == ["agriculture", "manufacturing", "trade", "services"]
