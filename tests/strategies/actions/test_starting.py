"""A strategy begins with the outline of its guide, in the programme's language."""

import pytest

from milpa.ledger.refusals import StaleRevision
from milpa.programmes.models import Programme
from milpa.strategies.actions.starting import describe_strategy, start_strategy
from milpa.strategies.models import Strategy
from tests.strategies.story import frozen_needs


def test_it_begins_with_the_sections_of_the_outline(world):
    strategy = start_strategy(world.ana, world.id)
    slugs = list(strategy.sections.values_list("slug", flat=True))
    assert (slugs[0], slugs[6], slugs[-1], len(slugs)) == ("summary", "actions", "signatures", 14)
    assert strategy.title == "Estrategia de capacitación: Hoteles pequeños"


def test_begun_twice_it_is_one(world):
    assert start_strategy(world.ana, world.id) == start_strategy(world.beto, world.id)
    assert Strategy.objects.get().revision == 1


def test_it_quotes_the_needs_that_are_frozen(world):
    frozen_needs(world)
    strategy = start_strategy(world.ana, world.id)
    assert list(strategy.quoted.values_list("title", flat=True)) == ["Precio y temporada", "Reservaciones en orden", "Caminos"]
    assert strategy.needs_revision == 1


@pytest.mark.parametrize("who", ["carmen", "diego", "irma", "rosa", "elena"])
def test_only_the_owners_people_who_write_it_begin_it(world, who):
    with pytest.raises(Programme.DoesNotExist):
        start_strategy(getattr(world, who), world.id)


def test_its_currency_is_that_of_all_its_amounts(world, drafted):
    describe_strategy(world.ana, drafted.id, drafted.now, "Estrategia", "USD")
    drafted.action.refresh_from_db()
    assert (drafted.action.currency, drafted.strategy.budget.get().currency) == ("USD", "USD")


def test_a_title_from_a_stale_tab_is_refused_and_the_old_one_stands(world, drafted):
    with pytest.raises(StaleRevision):
        describe_strategy(world.ana, drafted.id, drafted.now - 1, "Otra", "GTQ")
    assert Strategy.objects.get().title != "Otra"
