"""What a programme grown from another takes of its strategy: proposals, never answers to needs that were not asked."""

from milpa import ledger
from milpa.programmes.actions.creating import Written
from milpa.programmes.actions.replicating import replicate
from milpa.strategies.actions.sheets import add_action
from milpa.strategies.models import Strategy


def grown(world, *takes):
    written = Written(title="Hoteles pequeños, otra región", edition=world.programme.edition_id)
    new = replicate(world.ana, ledger.uuid7(), world.id, written, takes)
    return Strategy.objects.get(programme=new)


def test_the_actions_are_taken_without_needs_dates_or_cost(world, drafted):
    add_action(world.ana, drafted.id, drafted.now, ledger.uuid7(), {"name": "Curso dos", "depends_on": drafted.action.id})
    first, second = grown(world, "strategies.actions").actions.all()
    assert (first.name, first.hours, first.cost, first.responsible, first.answers.count()) == ("Mercadeo", 20, None, "", 0)
    assert second.depends_on == first


def test_the_outline_keeps_what_does_not_speak_of_the_old_conglomerate(world, drafted):
    texts = dict(grown(world, "strategies.outline").sections.values_list("slug", "text"))
    assert texts["evaluation"] == "Texto de evaluation."
    assert texts["conglomerate"] == ""


def test_the_budget_comes_without_figures(world, drafted):
    line = grown(world, "strategies.budget").budget.get()
    assert (line.text, line.amount, line.shares.count()) == ("Producción del curso", 0, 0)


def test_all_three_together_are_one_strategy(world, drafted):
    strategy = grown(world, "strategies.outline", "strategies.actions", "strategies.budget")
    assert (strategy.actions.count(), strategy.budget.count(), strategy.sections.count()) == (1, 1, 14)
