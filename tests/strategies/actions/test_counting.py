"""The register's figures are quoted with their day, and stay as quoted."""

from milpa.strategies.actions.counting import quote_register
from milpa.strategies.reads import paper_at
from tests.strategies.story import enterprise_of


def quoted(drafted):
    drafted.strategy.refresh_from_db()
    return paper_at(drafted.strategy)[0].register


def test_the_figures_stay_as_they_were_quoted(world, drafted):
    enterprise_of(world, world.rosa, "Hotel Luna")
    quote_register(world.ana, drafted.id, drafted.now)
    enterprise_of(world, world.tomas, "Hotel Sol")
    assert (quoted(drafted).enterprises, quoted(drafted).led_by_women) == (1, 1)
    assert quoted(drafted).on is not None
