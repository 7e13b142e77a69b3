"""What the strategy costs for each place, and who pays it."""

from decimal import Decimal

from milpa import ledger
from milpa.strategies.actions.planning import write_row
from milpa.strategies.actions.sheets import add_action
from milpa.strategies.figures import cost_of, cost_per_place
from milpa.strategies.models import Strategy
from milpa.strategies.reads import paper_at


def paper(drafted):
    return paper_at(Strategy.objects.get(id=drafted.id))[0]


def test_the_places_are_those_of_actions_that_answer_needs(world, drafted):
    add_action(world.ana, drafted.id, drafted.now, ledger.uuid7(), {"name": "Nivelación", "places": 60})
    cost = cost_of(paper(drafted))
    assert (cost.total, cost.places, cost.per_place) == (Decimal(3000), 30, Decimal("100.00"))


def test_what_nobody_pays_yet_is_told_apart(world, drafted):
    write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), {"text": "Afiches", "amount": Decimal(500)})
    cost = cost_of(paper(drafted))
    assert cost.by == (("Fondo Ejemplo", Decimal(2000)), ("Instituto Ejemplo", Decimal(1000)))
    assert cost.not_shared == Decimal(500)


def test_an_action_says_its_cost_for_each_place(drafted):
    assert cost_per_place(paper(drafted).actions[0]) == Decimal("100.00")
