"""Their own word: asked once, of those whom the lot drew, said by them, and printed beside the computed level."""

import pytest

from milpa import ledger
from milpa.conglomerates.models import CounterpartAppointed
from milpa.ledger.refusals import NotYours
from milpa.programmes import registries
from milpa.programmes.involving import involvement_of
from milpa.programmes.journeys import standing_of
from milpa.programmes.remembering import mark
from milpa.results.actions.own_word import ask_own_word, say_own_word
from milpa.results.models import OwnWord, OwnWordAsked
from milpa.results.refusals import AlreadyAsked, NobodyToAsk, NotDrawn, NotOfThisPhase
from tests.results.evaluated import enterprises, fact, facts, ids, owner_of


@pytest.fixture
def invited(world, monkeypatch):
    hotels = enterprises(world, 12)
    asked = {world.id: {"listen": set(ids(hotels))}}
    monkeypatch.setattr(registries, "invited", {"workshops": lambda programmes: asked})
    facts(fact(CounterpartAppointed, world, programme=world.programme, body=world.association, kind="association", liaison=world.carmen))
    return hotels


@pytest.fixture
def asked(world, invited):
    return ask_own_word(world.ana, world.id, "listen", ledger.uuid7())


def test_five_are_drawn_of_those_invited_and_asked_twice_it_is_once(world, invited, asked):
    assert len(asked.enterprises) == 5
    assert set(asked.enterprises) <= {str(hotel.id) for hotel in invited}
    assert ask_own_word(world.ana, world.id, "listen", asked.id).enterprises == asked.enterprises
    with pytest.raises(AlreadyAsked):
        ask_own_word(world.ana, world.id, "listen", ledger.uuid7())


def test_a_phase_before_there_is_a_counterpart_is_refused(world, invited):
    with pytest.raises(NotOfThisPhase):
        ask_own_word(world.ana, world.id, "prepare", ledger.uuid7())


def test_where_a_phase_invited_nobody_the_lot_is_drawn_from_the_register(world, invited):
    asked = ask_own_word(world.ana, world.id, "design", ledger.uuid7())
    assert len(asked.enterprises) == 5


def test_without_a_register_there_is_nobody_to_ask(world):
    with pytest.raises(NobodyToAsk):
        ask_own_word(world.ana, world.id, "listen", ledger.uuid7())


def test_the_liaison_speaks_for_itself_and_nobody_else_for_it(world, asked):
    say_own_word(world.carmen, asked.id, ledger.uuid7(), "much")
    for someone in (world.ana, world.diego, world.elena):
        with pytest.raises((NotYours, OwnWordAsked.DoesNotExist)):
            say_own_word(someone, asked.id, ledger.uuid7(), "much")


def test_an_owner_says_it_on_a_phone_and_the_team_types_it_for_another(world, invited, asked):
    mine, other = asked.enterprises[:2]
    owner_of(world, world.rosa, next(hotel for hotel in invited if str(hotel.id) == mine))
    assert say_own_word(world.rosa, asked.id, ledger.uuid7(), "some", enterprise_id=mine, person_id=world.rosa.id).person == world.rosa
    assert say_own_word(world.beto, asked.id, ledger.uuid7(), "nothing", enterprise_id=other).by == world.beto
    with pytest.raises(OwnWordAsked.DoesNotExist):
        say_own_word(world.rosa, asked.id, ledger.uuid7(), "much", enterprise_id=other)


def test_who_was_not_drawn_is_not_asked(world, invited, asked):
    other = next(hotel for hotel in invited if str(hotel.id) not in asked.enterprises)
    with pytest.raises(NotDrawn):
        say_own_word(world.beto, asked.id, ledger.uuid7(), "much", enterprise_id=other.id)


def test_said_again_the_newest_counts_and_sent_twice_it_is_once(world, asked):
    id = ledger.uuid7()
    for _ in range(2):
        say_own_word(world.carmen, asked.id, id, "nothing")
    say_own_word(world.carmen, asked.id, ledger.uuid7(), "much")
    assert OwnWord.objects.count() == 2
    word = next(row for row in involvement_of(standing_of(world.programme), mark()) if row.phase.id == "listen").word
    assert word.counts == {"nothing": 0, "some": 0, "much": 1}


def test_a_gap_of_two_levels_is_printed_beside_the_level(world, asked):
    say_own_word(world.carmen, asked.id, ledger.uuid7(), "much")
    row = next(row for row in involvement_of(standing_of(world.programme), mark()) if row.phase.id == "listen")
    assert (row.levels.headline, row.word.gap, row.word.is_printed) == (0, 4, True)
    assert (row.asked.asked, row.asked.words) == (6, ("much",))
