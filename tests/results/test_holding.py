"""What is held of who said their word, and that it is let go of with the person."""

import pytest

from milpa import ledger
from milpa.people.actions.leaving import erase
from milpa.results import holding
from milpa.results.actions.own_word import ask_own_word, say_own_word
from milpa.results.models import OwnWord
from tests.results.evaluated import enterprises, owner_of

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def asked(world):
    hotels = enterprises(world, 2)
    owner_of(world, world.rosa, hotels[0])
    asked = ask_own_word(world.ana, world.id, "design", ledger.uuid7())
    say_own_word(
        world.beto, asked.id, ledger.uuid7(), "nothing", enterprise_id=hotels[0].id, person_id=world.rosa.id, because="No me contestaron"
    )
    return asked


def test_the_person_reads_what_was_written_down_for_them(world, asked):
    (held,) = holding.held(world.rosa)
    assert "No me contestaron" in held.rows[0][1]
    assert holding.held(world.tomas) == []
    assert holding.export(world.rosa)["own_words"][0]["word"] == "nothing"


def test_erased_the_word_stays_and_what_was_written_is_empty(world, asked):
    erase(world.rosa)
    word = OwnWord.objects.get()
    assert (word.word, word.because) == ("nothing", "")
