from hypothesis import given
from hypothesis import strategies as st

from milpa.workshops.rules.evidence import Words
from milpa.workshops.rules.joining import joined

FIELD = Words({}, {}, kin={"photos": ("found", "social"), "tax": ("accounts",)})


def room(**sizes):
    """Cards that speak of one matter each."""
    placed = {f"{concept} {n}": concept for concept, size in sizes.items() for n in range(size)}
    return placed, {id: {concept: 1.0} for id, concept in placed.items()}


def test_a_matter_of_few_cards_joins_what_goes_with_it_and_first_what_goes_with_it_most():
    into = joined(*room(photos=2, found=10, social=10, price=28), FIELD)
    assert into == {"photos": "found", "found": "found", "social": "social", "price": "price"}


def test_a_matter_of_enough_cards_stays_by_itself():
    assert joined(*room(photos=4, found=20, price=46), FIELD)["photos"] == "photos"


def test_a_matter_that_goes_with_nothing_in_the_room_stays_however_small():
    assert joined(*room(hygiene=1, found=30, price=30), FIELD)["hygiene"] == "hygiene"


def test_matters_join_if_their_cards_speak_of_both():
    placed, weights = room(hygiene=1, price=10, found=20, staff=20)
    weights["hygiene 0"] = {"hygiene": 1.0, "price": 1.0}
    assert joined(placed, weights, FIELD)["hygiene"] == "hygiene"
    weights |= {f"price {n}": {"price": 1.0, "hygiene": 0.6} for n in range(10)}
    assert joined(placed, weights, FIELD)["hygiene"] == "price"


def test_no_group_grows_over_a_quarter_of_the_room_by_joining():
    assert joined(*room(photos=2, found=40, price=20, staff=8), FIELD)["photos"] == "photos"


@given(st.dictionaries(st.sampled_from(["photos", "found", "social", "tax", "accounts", "price"]), st.integers(1, 9)))
def test_every_matter_lies_in_one_group_that_is_a_matter_of_the_room(sizes):
    into = joined(*room(**sizes), FIELD)
    assert into.keys() == sizes.keys()
    assert all(into[group] == group for group in into.values())
