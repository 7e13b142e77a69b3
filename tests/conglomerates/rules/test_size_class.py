from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.size_class import Facts, Scale, size_class
from milpa.conglomerates.rules.size_norm import norm_for
from tests.conglomerates.rules.norm_rows import ROWS

GT = norm_for(ROWS, "GT", 2026)
WAGE = Decimal("2992.37")  # the monthly minimum wage of 2019-20, for which the quetzal limits were published


def said(found):
    return found.size, found.reason, found.settled


@pytest.mark.parametrize(
    ("quetzals", "size"),
    [
        ("568550.30", "micro"),  # 190 wages
        ("571542.67", "small"),  # 191, as published
        ("11071769", "small"),
        ("11074761.40", "medium"),
        ("46142345.40", "medium"),
        ("46142345.41", "above"),
    ],
)
def test_the_published_quetzal_limits_come_out(quetzals, size):
    assert size_class(GT, Facts(sales=Decimal(quetzals)), WAGE).size == size


def test_in_guatemala_sales_prevail_where_the_two_disagree():
    assert said(size_class(GT, Facts(8, Decimal(1_000_000)), WAGE)) == ("small", "sales_prevail", True)
    assert said(size_class(GT, Facts(8, Decimal(100_000)), WAGE)) == ("micro", "by_both", True)


def test_workers_alone_give_a_class_that_is_not_settled():
    assert said(size_class(GT, Facts(8))) == ("micro", "by_workers_sales_unknown", False)
    assert said(size_class(GT, Facts(8, Decimal(1_000_000)))) == ("micro", "by_workers_sales_unknown", False)  # no wage given


def test_without_data_the_class_is_unknown_and_without_a_norm_too():
    assert said(size_class(GT, Facts())) == ("unknown", "data_missing", False)
    assert said(size_class(None, Facts(8))) == ("unknown", "no_norm", False)


def test_an_owner_who_works_alone_counts_in_the_smallest_class():
    assert size_class(norm_for(ROWS, "GT", 2005), Facts(0)).size == "micro"


def test_the_class_names_the_row_it_rests_on():
    assert size_class(GT, Facts(30)).row.workers_max == 80
    assert size_class(GT, Facts(500)).row is None


def test_both_criteria_that_disagree_leave_the_class_undetermined():
    norm = norm_for(ROWS, "SV", 2026)
    assert said(size_class(norm, Facts(8, Decimal(365_000)), Decimal(365))) == ("undetermined", "criteria_disagree", False)
    assert said(size_class(norm, Facts(8, Decimal(182_500)), Decimal(365))) == ("micro", "by_both", True)


def test_where_the_norm_says_so_the_higher_class_applies():
    norm = norm_for(ROWS, "DO", 2026)
    assert said(size_class(norm, Facts(12, Decimal(500_000)))) == ("small", "higher_applies", True)
    assert said(size_class(norm, Facts(2, Decimal(500_000)))) == ("micro", "by_both", True)


def test_two_separate_definitions_are_not_mixed():
    norm = norm_for(ROWS, "CL", 2026)
    assert said(size_class(norm, Facts(8, Decimal(3000)), Decimal(1))) == ("undetermined", "definitions_disagree", False)


def test_assets_that_the_norm_asks_for_are_not_taken_as_checked():
    norm = norm_for(ROWS, "NI", 2026)
    assert said(size_class(norm, Facts(4, Decimal(500_000)))) == ("micro", "assets_unchecked", False)


def test_sales_only_does_not_look_at_workers():
    norm = norm_for(ROWS, "PA", 2026)
    assert said(size_class(norm, Facts(400, Decimal(150_000)))) == ("micro", "by_sales", True)
    assert said(size_class(norm, Facts(4))) == ("unknown", "sales_missing", False)
    assert said(size_class(norm_for(ROWS, "CO", 2026), Facts(sales=Decimal(9)))) == ("unknown", "unit_value_missing", False)


def test_an_upper_limit_belongs_to_its_class():
    norm = norm_for(ROWS, "CO", 2026, "services")
    assert [size_class(norm, Facts(sales=Decimal(units)), Decimal(1)).size for units in (32988, 32989, 131951, 131952)] == [
        "micro",
        "small",
        "small",
        "above",
    ]


def test_mexico_adds_a_tenth_of_the_workers_to_nine_tenths_of_the_sales():
    services = norm_for(ROWS, "MX", 2026, "services")
    assert said(size_class(services, Facts(10, Decimal(4_000_000)))) == ("micro", "by_ceiling", True)  # 1 + 3.6 = 4.6
    assert size_class(services, Facts(11, Decimal(4_000_000))).size == "small"  # 4.7
    assert size_class(services, Facts(50, Decimal(100_000_000))).size == "small"  # 95
    assert size_class(norm_for(ROWS, "MX", 2026, "trade"), Facts(50, Decimal(100_000_000))).size == "medium"  # over 93
    assert said(size_class(services, Facts(10))) == ("unknown", "sales_missing", False)
    assert said(size_class(services, Facts(sales=Decimal(4)))) == ("unknown", "workers_missing", False)


def test_costa_rica_scores_workers_sales_and_assets_against_the_years_amounts():
    norm, scale = norm_for(ROWS, "CR", 2026), Scale(Decimal(30), Decimal(1_000), Decimal(500))
    assert said(size_class(norm, Facts(3, Decimal(100), Decimal(50)), scale=scale)) == ("micro", "by_score", True)  # 6 + 3 + 1 = 10
    assert size_class(norm, Facts(3, Decimal(100), Decimal(55)), scale=scale).size == "small"  # 10.1
    assert size_class(norm, Facts(15, Decimal(100), Decimal(50)), scale=scale).size == "small"  # 34
    assert size_class(norm, Facts(30, Decimal(900), Decimal(500)), scale=scale).size == "medium"  # 97
    assert said(size_class(norm, Facts(3, Decimal(100)), scale=scale)) == ("unknown", "data_missing", False)
    assert said(size_class(norm, Facts(3, Decimal(100), Decimal(50)))) == ("unknown", "scale_missing", False)


def test_large_sales_may_be_outweighed_by_a_small_balance_sheet_so_they_do_not_settle_it():
    norm = norm_for(ROWS, "EU", 2026)
    assert said(size_class(norm, Facts(8, Decimal(5_000_000)))) == ("small", "balance_unchecked", False)
    assert said(size_class(norm, Facts(12, Decimal(1_000_000)))) == ("small", "by_both", True)
    assert said(size_class(norm, Facts(8, Decimal(1_000_000)))) == ("micro", "by_both", True)


def test_a_norm_that_cannot_be_reckoned_with_leaves_the_class_undetermined():
    assert said(size_class(norm_for(ROWS, "BO", 2026, "production"), Facts(4, Decimal(1)))) == (
        "undetermined",
        "norm_not_reckonable",
        False,
    )


SIZES = ["micro", "small", "medium", "above"]


@settings(deadline=None)
@given(st.integers(0, 100_000), st.integers(0, 1_000), st.integers(0, 10**8))
def test_more_workers_or_more_sales_never_make_a_smaller_class(workers, more, sales):
    by_workers = [SIZES.index(size_class(GT, Facts(count)).size) for count in (workers, workers + more)]
    by_sales = [SIZES.index(size_class(GT, Facts(sales=Decimal(amount)), WAGE).size) for amount in (sales, sales + more)]
    assert by_workers == sorted(by_workers)
    assert by_sales == sorted(by_sales)
