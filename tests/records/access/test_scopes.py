"""What each scope lets in."""

import pytest

from milpa.records.access.scopes import GRANTS, SAYS, allows, within


def test_every_scope_says_in_words_what_it_lets_in():
    assert GRANTS.keys() == SAYS.keys()


@pytest.mark.parametrize("what", sorted(set().union(*GRANTS.values())))
def test_all_is_all(what):
    assert allows(["all"], what)


def test_reading_everything_changes_nothing():
    assert GRANTS["all/read"] == {"statements/read", "statements/read/mine", "state/read", "profile/read"}


@pytest.mark.parametrize(("narrower", "scopes", "fits"), [
    ("statements/read/mine", ["statements/read"], True), ("statements/read", ["statements/read/mine"], False),
    ("all", ["statements/write", "statements/read", "state", "profile", "define"], True), ("all", ["all/read"], False),
])  # fmt: skip
def test_a_token_may_ask_for_less_never_for_more(narrower, scopes, fits):
    assert within(narrower, scopes) is fits
