"""The word given, taken, passed on; pressed by two people it is passed on once."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict
from milpa.workshops.actions.speaking import end_turn, give_word
from milpa.workshops.models import Turn, Workshop
from milpa.workshops.refusals import NotAParticipant
from milpa.workshops.room_refusals import SharingNotOpen
from milpa.workshops.speaking import speaking_in


@pytest.fixture
def sharing(written):
    written.go_to("sharing")
    return written


def speaker(story):
    people = [story.rosa, story.tomas, story.lidia, story.petrona]
    return speaking_in(story.workshop, people).speaker.name


def test_whoever_has_spoken_makes_room_for_the_next(sharing):
    end_turn(sharing.beto, sharing.id, ledger.uuid7(), sharing.rosa.id)
    assert speaker(sharing) == "Tomás"


def test_the_same_press_sent_twice_is_one_turn_also_after_the_activity_ended(sharing):
    id = ledger.uuid7()
    end_turn(sharing.beto, sharing.id, id, sharing.rosa.id)
    end_turn(sharing.beto, sharing.id, id, sharing.rosa.id)
    sharing.go_to("grouping")
    assert end_turn(sharing.beto, sharing.id, id, sharing.rosa.id).id == id
    assert Turn.objects.count() == 1


def test_two_people_who_press_for_the_same_speaker_pass_the_word_on_once(sharing):
    first = end_turn(sharing.beto, sharing.id, ledger.uuid7(), sharing.rosa.id)
    second = end_turn(sharing.world.ana, sharing.id, ledger.uuid7(), sharing.rosa.id)
    assert (second.id, Turn.objects.count(), speaker(sharing)) == (first.id, 1, "Tomás")


def test_who_passes_comes_back(sharing):
    end_turn(sharing.beto, sharing.id, ledger.uuid7(), sharing.rosa.id, passed=True)
    for one in (sharing.tomas, sharing.lidia, sharing.petrona):
        end_turn(sharing.beto, sharing.id, ledger.uuid7(), one.id)
    assert speaker(sharing) == "Rosa"


def test_the_word_is_given_out_of_the_order(sharing):
    give_word(sharing.beto, sharing.id, ledger.uuid7(), sharing.petrona.id)
    assert speaker(sharing) == "Petrona"
    end_turn(sharing.beto, sharing.id, ledger.uuid7(), sharing.petrona.id)
    assert speaker(sharing) == "Rosa"


def test_outside_the_activity_nobody_is_given_the_word(written):
    with pytest.raises(SharingNotOpen):
        give_word(written.beto, written.id, ledger.uuid7(), written.rosa.id)


def test_somebody_of_another_room_is_not_given_the_word(sharing):
    with pytest.raises(NotAParticipant):
        give_word(sharing.beto, sharing.id, ledger.uuid7(), ledger.uuid7())


def test_another_s_id_is_a_conflict(sharing):
    id = ledger.uuid7()
    give_word(sharing.beto, sharing.id, id, sharing.rosa.id)
    with pytest.raises(Conflict):
        give_word(sharing.beto, sharing.id, id, sharing.tomas.id)


def test_participants_and_elena_pass_no_word(sharing):
    for by in (sharing.world.elena, sharing.tomas.person, sharing.world.carmen):
        with pytest.raises(Workshop.DoesNotExist):
            end_turn(by, sharing.id, ledger.uuid7(), sharing.rosa.id)
