from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.kemeny import MOST, TooManyOptions, consensus, score_of, standings
from milpa.workshops.rules.orders import beats_all, loses_to_all, pairs_of
from milpa.workshops.rules.placing import firsts
from tests.workshops.rules import axioms
from tests.workshops.rules.profiles import CIRCLE, SCHULZE_1, TENNESSEE, every_order, profile

seeds = st.integers(0, 999)


def order(found, options):
    return "".join(one.option for one in standings(found, options))


def by_trying_all(found, options):
    """Every order with its agreements, the best first."""
    pairs = pairs_of(found, options)
    return sorted(((score_of(one, pairs), "".join(one)) for one in every_order(options)), reverse=True)


def test_the_capital_of_tennessee():
    found = consensus(TENNESSEE, "MNCK")
    assert ("".join(one.option for one in found.standings), found.score, found.of, found.best_orders) == ("NCKM", 393, 600, 1)
    tried = by_trying_all(TENNESSEE, "MNCK")
    assert tried[:2] == [(393, "NCKM"), (377, "NCMK")]
    assert tried[-1] == (207, "MKCN")


def test_schulze_s_first_example():
    assert order(SCHULZE_1, "ABCDE") == "EBADC"
    assert by_trying_all(SCHULZE_1, "ABCDE")[:4] == [(260, "EBADC"), (259, "ACEBD"), (258, "CEBAD"), (257, "EACBD")]


def test_the_circle_of_three_and_its_distances():
    assert order(CIRCLE, "ABC") == "BCA"
    distances = {name: 300 - agreed for agreed, name in by_trying_all(CIRCLE, "ABC")}
    assert distances == {"ABC": 150, "ACB": 180, "BAC": 170, "BCA": 120, "CAB": 130, "CBA": 150}


def test_orders_that_are_equally_good_share_the_places_on_which_they_differ():
    found = consensus(profile("1 ABC, 1 BAC"), "ABC")
    assert (found.best_orders, [(one.rank, one.option) for one in found.standings]) == (2, [(1, "A"), (1, "B"), (3, "C")])


def test_it_is_exact_up_to_its_limit_and_refused_above():
    options = [f"o{n}" for n in range(MOST)]
    ballots = [tuple(options[n:] + options[:n]) for n in range(MOST)] * 20
    assert consensus(ballots, options).best_orders == MOST
    with pytest.raises(TooManyOptions):
        consensus([], [*options, "one more"])


@settings(deadline=None, max_examples=60)
@given(axioms.short_orders())
def test_it_finds_what_trying_every_order_finds(found):
    tried, dealt = by_trying_all(found, axioms.OPTIONS), consensus(found, axioms.OPTIONS)
    best = [name for agreed, name in tried if agreed == tried[0][0]]
    assert (dealt.score, dealt.best_orders) == (tried[0][0], len(best))
    for one in dealt.standings:
        always_ahead = [other for other in axioms.OPTIONS if all(name.index(other) < name.index(one.option) for name in best)]
        assert one.rank == 1 + len(always_ahead)


@settings(deadline=None)
@given(axioms.orders(), seeds, st.permutations(axioms.OPTIONS))
def test_voters_and_names_do_not_matter_and_lifting_a_winner_does_not_hurt_it(found, seed, renamed):
    assert axioms.is_anonymous(standings, found, seed)
    assert axioms.is_neutral(standings, found, renamed)
    assert axioms.is_monotone(standings, found, seed)
    assert axioms.all_listed(standings, found)


@settings(deadline=None)
@given(axioms.orders())
def test_who_wins_against_all_is_first_alone_and_who_loses_to_all_never(found):
    pairs, first = pairs_of(found, axioms.OPTIONS), firsts(standings(found, axioms.OPTIONS))
    winner, loser = beats_all(pairs), loses_to_all(pairs)
    assert winner is None or first == {winner}
    assert loser is None or first != {loser}


@settings(deadline=None)
@given(axioms.orders("ABC", 6), axioms.orders("ABC", 6))
def test_where_two_rooms_share_best_orders_both_together_choose_just_those(one, other):
    def best(found):
        tried = by_trying_all(found, "ABC")
        return {name for agreed, name in tried if agreed == tried[0][0]}

    shared = best(one) & best(other)
    if shared:
        assert best(one + other) == shared
        assert consensus(one + other, "ABC").best_orders == len(shared)


@settings(deadline=None)
@given(axioms.orders(most=7))
def test_the_part_above_or_below_a_line_is_the_best_order_of_that_part(found):
    """Local stability: neighbours stand as most people put them."""
    pairs, placed = pairs_of(found, axioms.OPTIONS), standings(found, axioms.OPTIONS)
    neighbours = pairwise(placed)
    if consensus(found, axioms.OPTIONS).best_orders == 1:
        assert all(pairs[one.option][other.option] >= pairs[other.option][one.option] for one, other in neighbours)
