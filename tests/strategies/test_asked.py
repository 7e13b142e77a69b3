"""Who received the text is invited to the phase; what came of it; what stands on an owner's home."""

from datetime import date

import pytest

from milpa import ledger
from milpa.conglomerates.actions.judging import say_same
from milpa.programmes.remembering import mark
from milpa.programmes.rules.involvement import INFORMED, NONE, Phase, involvement_of
from milpa.strategies.actions.sending import Sending, read_strategy, send_for_comment
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.asked import asked_of, invited, words_of
from milpa.strategies.involving import acts
from milpa.strategies.sent import sendings_of
from tests.strategies.story import enterprise_of

DAY, UNTIL = date(2026, 2, 20), date(2026, 3, 9)


@pytest.fixture
def hotels(world, drafted):
    return [enterprise_of(world, world.rosa, "Hotel Luna"), enterprise_of(world, world.tomas, "Hotel Sol")]


@pytest.fixture
def sent(world, drafted, hotels):
    return send_for_comment(
        world.ana, drafted.id, ledger.uuid7(), drafted.now, Sending([hotel.id for hotel in hotels], True, "message", DAY, UNTIL)
    )


def level(world):
    phase = Phase("design", frozenset(invited([world.id])[world.id]["design"]))
    return involvement_of(phase, acts([world.id])[world.id]).enterprises.level


def test_those_who_received_it_are_invited_in_the_phase_of_the_negotiation(world, sent, hotels, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert invited([world.id]) == {world.id: {"design": {hotel.id for hotel in hotels}}}


def test_where_nothing_was_sent_nobody_is_invited(world, hotels, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert invited([world.id]) == {}


def test_of_two_that_received_it_both_must_have_read_it(world, drafted, sent):
    read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now)
    assert level(world) == NONE
    read_strategy(world.tomas, drafted.id, ledger.uuid7(), drafted.now)
    assert level(world) == INFORMED


def test_two_that_are_one_are_invited_once(world, drafted, sent, hotels):
    say_same(world.ana, ledger.uuid7(), hotels[0].id, hotels[1].id)
    assert len(invited([world.id])[world.id]["design"]) == 1


def test_of_each_that_received_it_one_sees_what_came(world, drafted, sent):
    suggest(world.rosa, drafted.id, ledger.uuid7(), Beside("comment", "actions", text="De noche."), number=drafted.now)
    read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now)
    assert [(row.name, row.on, row.read, row.said) for row in asked_of(drafted.strategy, sendings_of(drafted.strategy))] == [
        ("Hotel Luna", DAY, drafted.now, 1),
        ("Hotel Sol", DAY, None, 0),
    ]


def test_an_owners_home_asks_for_her_word_until_she_gave_it(world, drafted, sent):
    [word] = words_of(world.rosa, mark())
    assert (word.until, word.is_given) == (UNTIL, False)
    suggest(world.rosa, drafted.id, ledger.uuid7(), Beside("comment", "actions", text="De noche."), number=drafted.now)
    assert words_of(world.rosa, mark())[0].is_given


def test_who_received_nothing_is_asked_nothing(world, drafted, sent):
    assert list(words_of(world.lidia, mark())) == []
    assert list(words_of(world.elena, mark())) == []
