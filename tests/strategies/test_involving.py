"""What counterpart and enterprises did about the strategy, on the levels of involvement."""

from datetime import timedelta

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.programmes.rules.involvement import (
    COLLABORATING,
    CONSULTED,
    DECIDING,
    ENTERPRISES,
    INVOLVED,
    REPRESENTATION,
    Phase,
    involvement_of,
    level_of,
)  # fmt: skip
from milpa.strategies.actions.answering import accept_suggestion, answer_suggestion, dispute_answer
from milpa.strategies.actions.signing import decline_strategy, sign_strategy, withdraw_signature
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.involving import acts
from tests.strategies.story import enterprise_of

DATES = Beside("change", "actions", quote="de junio a agosto", words="en mayo", text="Estamos llenos.")


@pytest.fixture
def said(world, drafted):
    return lambda by: suggest(by, drafted.id, ledger.uuid7(), DATES, number=drafted.now)


def found(world):
    return acts([world.id])[world.id]


def representation(world):
    return involvement_of(Phase("design"), found(world)).representation.level


def test_a_comment_is_consulted_and_answered_it_is_involved(world, drafted, said):
    suggestion = said(world.carmen)
    assert representation(world) == CONSULTED
    answer_suggestion(world.ana, suggestion.id, ledger.uuid7(), "not_because", "Las fechas se votaron.")
    assert representation(world) == INVOLVED


def test_an_answer_that_its_author_disputes_is_none(world, drafted, said):
    answer = answer_suggestion(world.ana, said(world.carmen).id, ledger.uuid7(), "done", "Gracias.")
    dispute_answer(world.carmen, answer.id, ledger.uuid7())
    assert representation(world) == CONSULTED


def test_a_change_taken_up_is_collaborating(world, drafted, said):
    accept_suggestion(world.ana, said(world.carmen).id, drafted.now, ledger.uuid7())
    assert representation(world) == COLLABORATING


def test_signing_what_the_institution_wrote_is_ratifying(world, drafted):
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert representation(world) == INVOLVED


@pytest.mark.parametrize(("days", "level"), [(8, DECIDING), (2, COLLABORATING)])
def test_signing_a_text_with_their_own_change_decides_after_seven_days(world, drafted, said, days, level, monkeypatch):
    accept_suggestion(world.ana, said(world.carmen).id, drafted.now, ledger.uuid7())
    later = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: later)
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    assert representation(world) == level


def test_a_refusal_and_a_withdrawal_are_decisions(world, drafted):
    decline_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), "Falta la asamblea.")
    signed = sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    withdraw_signature(world.carmen, drafted.id, signed.id, ledger.uuid7(), "La asamblea dijo que no.")
    assert [level_of(act) for act in found(world)] == [DECIDING, DECIDING]


def test_an_owners_words_are_her_enterprises_also_when_staff_typed_them(world, drafted):
    hotel = enterprise_of(world, world.rosa, "Hotel Luna")
    suggest(world.beto, drafted.id, ledger.uuid7(), DATES, number=drafted.now, for_person=world.rosa.id)
    (act,) = found(world)
    assert (act.side, act.enterprise, act.typed_by_staff) == (ENTERPRISES, hotel.id, True)


def test_the_institutions_own_words_and_other_partners_do_not_count(world, drafted, said):
    said(world.ana)
    said(world.diego)
    assert found(world) == []


def test_representation_is_told_apart_from_enterprises(world, drafted, said):
    said(world.carmen)
    assert [act.side for act in found(world)] == [REPRESENTATION]
