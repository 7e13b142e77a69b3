import pytest

from milpa.conglomerates.rules.agreement import agreement
from milpa.conglomerates.rules.weighted_sum import Criterion, Gaps, compare
from tests.conglomerates.rules.case_table import CRITERIA, VALUES, WEIGHTINGS


def test_the_partners_of_the_worked_case_agree_much_on_hotels():
    comparison = compare(VALUES, [Criterion(key) for key in CRITERIA], WEIGHTINGS, Gaps.WORST)
    found = agreement({partner: order.ranks for partner, order in comparison.by_partner.items()})
    assert found.words == "agree_much"
    assert round(found.w, 2) == 0.83
    assert found.same_first
    assert set(found.firsts.values()) == {("hotels",)}


def test_opposite_orders_agree_little_and_each_partners_first_is_shown():
    found = agreement({"office": {"a": 1, "b": 2, "c": 3}, "chamber": {"a": 3, "b": 2, "c": 1}})
    assert (found.words, found.w, found.same_first) == ("agree_little", 0, False)
    assert found.firsts == {"office": ("a",), "chamber": ("c",)}


def test_a_shared_first_place_names_all_who_share_it():
    assert agreement({"office": {"a": 1, "b": 1}, "chamber": {"a": 1, "b": 2}}).firsts["office"] == ("a", "b")


@pytest.mark.parametrize("orders", [{"office": {"a": 1, "b": 2}}, {"office": {"a": 1}, "chamber": {"a": 1}}])
def test_with_one_partner_or_one_candidate_there_is_nothing_to_agree_about(orders):
    found = agreement(orders)
    assert (found.words, found.w) == ("not_computable", None)


def test_partners_who_ordered_other_candidates_are_refused():
    with pytest.raises(ValueError, match="different candidates"):
        agreement({"office": {"a": 1, "b": 2}, "chamber": {"a": 1}})
