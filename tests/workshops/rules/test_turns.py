"""The sharing round: who has not spoken comes first; who passes is asked again; who passes twice has had their turn."""

from hypothesis import given
from hypothesis import strategies as st

from milpa.workshops.rules.turns import CALLED, PASSED, SPOKE, round_of

ROOM = ["rosa", "tomas", "lidia"]


def test_the_first_who_came_speaks_first():
    now = round_of(ROOM, [])
    assert (now.speaker, now.following, now.number) == ("rosa", ("tomas", "lidia"), 1)


def test_nobody_speaks_twice_before_everybody_spoke_once():
    assert round_of(ROOM, [("rosa", SPOKE)]).speaker == "tomas"
    assert round_of(ROOM, [("rosa", SPOKE), ("tomas", SPOKE)]).speaker == "lidia"
    again = round_of(ROOM, [("rosa", SPOKE), ("tomas", SPOKE), ("lidia", SPOKE)])
    assert (again.speaker, again.number) == ("rosa", 2)


def test_who_passes_is_asked_again_after_the_others():
    said = [("rosa", PASSED)]
    assert (round_of(ROOM, said).speaker, round_of(ROOM, said).following) == ("tomas", ("lidia", "rosa"))
    said += [("tomas", SPOKE), ("lidia", SPOKE)]
    assert (round_of(ROOM, said).speaker, round_of(ROOM, said).number) == ("rosa", 1)


def test_who_passes_twice_has_had_this_round_s_turn():
    said = [("rosa", PASSED), ("tomas", SPOKE), ("lidia", SPOKE), ("rosa", PASSED)]
    now = round_of(ROOM, said)
    assert (now.number, now.speaker, "rosa" in now.spoke) == (2, "rosa", False)


def test_of_two_who_passed_the_first_comes_back_first():
    said = [("rosa", PASSED), ("tomas", PASSED), ("lidia", SPOKE)]
    assert round_of(ROOM, said).following[0] == "tomas" and round_of(ROOM, said).speaker == "rosa"


def test_somebody_who_comes_late_has_not_spoken_and_comes_before_those_who_have():
    said = [("rosa", SPOKE), ("tomas", SPOKE), ("lidia", SPOKE)]
    assert round_of([*ROOM, "petrona"], said).speaker == "petrona"


def test_the_word_given_out_of_the_order_is_taken_and_the_order_goes_on():
    now = round_of(ROOM, [("lidia", CALLED)])
    assert (now.speaker, now.called) == ("lidia", True)
    after = round_of(ROOM, [("lidia", CALLED), ("lidia", SPOKE)])
    assert (after.speaker, after.following) == ("rosa", ("tomas", "lidia"))


def test_an_empty_room_has_no_speaker_and_whoever_left_is_not_called():
    assert round_of([], []).speaker is None
    assert round_of(["rosa"], [("tomas", CALLED)]).speaker == "rosa"


@given(st.integers(1, 8), st.integers(1, 3))
def test_following_the_proposal_everybody_speaks_once_a_round(people, rounds):
    room = [str(n) for n in range(people)]
    said: list[tuple[str, str]] = []
    for number in range(1, rounds + 1):
        for _one in room:
            now = round_of(room, said)
            assert now.number == number
            said.append((now.speaker, SPOKE))
    assert sorted(who for who, _what in said) == sorted(room * rounds)


@given(st.lists(st.tuples(st.sampled_from(ROOM), st.sampled_from([CALLED, SPOKE, PASSED]))))
def test_whatever_was_pressed_everybody_in_the_room_is_in_the_order_once(said):
    now = round_of(ROOM, said)
    assert sorted([now.speaker, *now.following]) == sorted(ROOM)


@given(st.integers(1, 6))
def test_whoever_always_passes_holds_up_nobody(rounds):
    said: list[tuple[str, str]] = []
    for _press in range(4 * rounds):  # each round: asked, the two others, asked again
        who = round_of(ROOM, said).speaker
        said.append((who, PASSED if who == "rosa" else SPOKE))
    assert [said.count((who, SPOKE)) for who in ROOM] == [0, rounds, rounds]
    assert round_of(ROOM, said).number == rounds + 1
