"""Rows of the plan are written and changed by one verb; contributions add up and come from who takes part."""

from decimal import Decimal

import pytest

from milpa import ledger
from milpa.strategies.actions.planning import remove_row, write_row
from milpa.strategies.figures import cost_of
from milpa.strategies.reads import paper_at
from milpa.strategies.refusals import NoSuchPlace, NotAContributor, SharesDoNotAddUp

LINE = {"text": "Hojas", "amount": Decimal(800)}


def test_a_row_sent_twice_is_one_and_makes_one_revision(world, drafted):
    id, was = ledger.uuid7(), drafted.now
    risk = {"text": "Se llenan", "likelihood": "high", "impact": "high", "what": "Lecciones cortas."}
    write_row(world.ana, drafted.id, was, "risks", id, risk)
    write_row(world.ana, drafted.id, was, "risks", id, risk)
    assert (drafted.strategy.risks.count(), drafted.now) == (1, was + 1)


def test_contributions_must_add_up_to_the_line(world, drafted):
    with pytest.raises(SharesDoNotAddUp):
        write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), LINE, [(world.fund.id, "", Decimal(700))])


def test_only_the_owner_and_partners_contribute_others_by_name(world, drafted):
    with pytest.raises(NotAContributor):
        write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), LINE, [(world.strangers.id, "", Decimal(800))])
    write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), LINE, [(None, "Municipalidad", Decimal(800))])
    drafted.strategy.refresh_from_db()
    assert dict(cost_of(paper_at(drafted.strategy)[0]).by)["Municipalidad"] == 800


def test_an_action_of_another_strategy_is_no_place_for_a_line(world, drafted):
    with pytest.raises(NoSuchPlace):
        write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), LINE | {"action_id": ledger.uuid7()})


def test_a_row_taken_out_twice_is_no_fault(world, drafted):
    remove_row(world.ana, drafted.id, drafted.now, "budget", drafted.line)
    assert remove_row(world.ana, drafted.id, drafted.now, "budget", drafted.line) == drafted.now
    assert drafted.strategy.budget.count() == 0
