from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.workshops.rules.orders import beats_all, loses_to_all, pairs_of
from milpa.workshops.rules.placing import firsts
from milpa.workshops.rules.schulze import standings, strongest_paths
from tests.workshops.rules import axioms
from tests.workshops.rules.profiles import CIRCLE, SCHULZE_1, SCHULZE_2, TENNESSEE, profile

seeds = st.integers(0, 999)


def order(found, options):
    return [one.option for one in standings(found, options)]


def paths(found, options):
    return {one + other: n for one, row in strongest_paths(pairs_of(found, options)).items() for other, n in row.items() if one != other}


def read(text):
    words = text.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


def test_the_paths_and_the_order_of_the_first_example_are_those_of_the_paper():
    assert paths(SCHULZE_1, "ABCDE") == read(
        "AB 28 AC 28 AD 30 AE 24 BA 25 BC 28 BD 33 BE 24 CA 25 CB 29 CD 29 CE 24 DA 25 DB 28 DC 28 DE 24 EA 25 EB 28 EC 28 ED 31"
    )
    assert order(SCHULZE_1, "ABCDE") == list("EACBD")


def test_the_paths_and_the_order_of_the_second_example_are_those_of_the_paper():
    assert paths(SCHULZE_2, "ABCD") == read("AB 20 AC 20 AD 17 BA 19 BC 19 BD 17 CA 19 CB 21 CD 17 DA 18 DB 18 DC 18")
    assert order(SCHULZE_2, "ABCD") == list("DACB")


def test_the_capital_is_nashville():
    assert order(TENNESSEE, "MNCK") == list("NCKM")


def test_the_circle_of_three_is_opened_at_its_weakest_step():
    assert paths(CIRCLE, "ABC") == read("AB 60 AC 60 BA 65 BC 65 CA 75 CB 60")
    assert order(CIRCLE, "ABC") == list("BCA")


def test_who_cannot_be_told_apart_shares_a_place():
    assert [(one.rank, one.value) for one in standings(profile("1 ABC, 1 BCA, 1 CAB"), "ABC")] == [(1, 0)] * 3


@settings(deadline=None)
@given(axioms.orders(), seeds, st.permutations(axioms.OPTIONS))
def test_voters_and_names_do_not_matter_and_lifting_a_winner_does_not_hurt_it(found, seed, renamed):
    assert axioms.is_anonymous(standings, found, seed)
    assert axioms.is_neutral(standings, found, renamed)
    assert axioms.is_monotone(standings, found, seed)
    assert axioms.all_listed(standings, found)


@settings(deadline=None)
@given(axioms.short_orders())
def test_who_wins_against_all_is_first_alone_and_who_loses_to_all_never(found):
    pairs, first = pairs_of(found, axioms.OPTIONS), firsts(standings(found, axioms.OPTIONS))
    winner, loser = beats_all(pairs), loses_to_all(pairs)
    assert winner is None or first == {winner}
    assert loser is None or loser not in first


@settings(deadline=None)
@given(axioms.orders("ABC", 7), st.sampled_from("ABC"), st.lists(st.booleans(), min_size=7, max_size=7))
def test_a_near_copy_changes_nothing_but_for_its_own_original(found, original, behind):
    """The copy x stands beside its original in every order, before or behind it."""
    pair = {True: (original, "x"), False: ("x", original)}
    cloned = [
        tuple(part for option in order for part in (pair[is_behind] if option == original else (option,)))
        for order, is_behind in zip(found, behind, strict=False)
    ]
    before = firsts(standings(found, "ABC"))
    after = firsts(standings(cloned, "ABCx"))
    assert after - {original, "x"} == before - {original}
    assert bool(after & {original, "x"}) == (original in before)


@settings(deadline=None)
@given(axioms.orders())
def test_turned_round_a_lone_first_is_not_first_again(found):
    first = firsts(standings(found, axioms.OPTIONS))
    turned = firsts(standings([order[::-1] for order in found], axioms.OPTIONS))
    assert len(first) > 1 or first != turned


@settings(deadline=None)
@given(axioms.orders(most=6))
def test_coming_before_is_passed_on(found):
    """If a comes before b and b before c, a comes before c: so the places are an order."""
    paths_found = strongest_paths(pairs_of(found, axioms.OPTIONS))

    def ahead(one, other):
        return paths_found[one][other] > paths_found[other][one]

    triples = [(a, b, c) for a in axioms.OPTIONS for b in axioms.OPTIONS for c in axioms.OPTIONS]
    assert all(ahead(a, c) for a, b, c in triples if ahead(a, b) and ahead(b, c))
