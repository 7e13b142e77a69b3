"""Whose turn it is after the choice."""

from milpa import ledger
from milpa.conglomerates.actions.agreeing import start_agreement
from milpa.conglomerates.actions.deciding import decide
from milpa.conglomerates.actions.registering import Sheet, add_enterprise
from milpa.conglomerates.registers import waits
from milpa.conglomerates.whose_turn import calendar
from tests.conglomerates.actions.test_agreeing import sign, written
from tests.conglomerates.actions.test_appointing import appoint
from tests.conglomerates.choice import again, all_weigh, choice
from tests.conglomerates.register import taken, tried


def said(world, *, to=None) -> list[str]:
    return [wait.what.message for wait in waits(world.ana, [world.id]) if to is None or wait.institution == to.id]


def test_after_the_decision_the_counterpart_waits_to_be_appointed(world):
    assert said(world) == []
    selection = choice(world)
    all_weigh(world, selection)
    decide(world.ana, selection.id, again(selection).revision, selection.candidates.first().id, "Lo pidió.")
    assert "Appoint the counterpart" in said(world, to=world.institute)
    appoint(world)
    assert "Appoint the counterpart" not in said(world)


def test_a_whole_letter_waits_for_each_side_that_has_not_signed(world):
    appoint(world)
    start_agreement(world.ana, world.id)
    assert said(world) == []
    one = written(world)
    sign(world.ana, one)
    assert (said(world, to=world.institute), said(world, to=world.association)) == ([], ["Sign the letter of understanding"])


def test_a_list_that_was_tried_waits_for_whoever_brought_it(world):
    tried(world)
    [wait] = waits(world.ana, [world.id])
    assert wait.person == world.ana.id
    taken(world)
    assert len(waits(world.ana, [world.id])) == 1


def test_pairs_that_nobody_decided_are_told(world):
    for name in ("Hotel Luna", "Hotel La Luna"):
        add_enterprise(world.ana, world.id, ledger.uuid7(), Sheet(name, "0710", phone="90010001"))
    assert said(world) == ["{n} pair may be one enterprise"]


def test_the_ends_of_the_board_and_of_the_letter_stand_in_the_calendar(world):
    appoint(world, until=ledger.now().date())
    start_agreement(world.ana, world.id)
    assert [entry.on for entry in calendar([world.id])] == [ledger.now().date()] * 2


def test_any_number_of_programmes_takes_the_same_questions(world, django_assert_max_num_queries):
    sign(world.ana, written(world))
    taken(world)
    with django_assert_max_num_queries(12):
        waits(world.ana, [world.id, ledger.uuid7(), ledger.uuid7()])
