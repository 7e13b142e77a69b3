"""Each save of a section is a revision; a stale one is refused with the newest beside it, and nothing is lost."""

import pytest

from milpa.ledger.refusals import StaleRevision
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Strategy
from milpa.strategies.refusals import NoSuchPlace


def test_a_save_is_a_revision_and_the_same_words_again_are_none(world, drafted):
    before = drafted.now
    assert save_section(world.ana, drafted.id, before, "summary", "Otras palabras.") == before + 1
    assert save_section(world.beto, drafted.id, before + 1, "summary", "Otras palabras.") == before + 1


def test_a_save_from_a_stale_tab_is_refused_with_the_newest_revision(world, drafted):
    before = drafted.now
    save_section(world.ana, drafted.id, before, "summary", "De Ana.")
    with pytest.raises(StaleRevision) as refused:
        save_section(world.beto, drafted.id, before, "summary", "De Beto.")
    assert refused.value.newest.number == before + 1
    assert drafted.text("summary") == "De Ana."


def test_a_section_that_is_not_in_the_outline_is_refused(world, drafted):
    with pytest.raises(NoSuchPlace):
        save_section(world.ana, drafted.id, drafted.now, "algo", "Texto.")


@pytest.mark.parametrize("who", ["carmen", "diego", "fidel", "rosa", "irma", "elena"])
def test_partners_suggest_and_do_not_write(world, drafted, who):
    with pytest.raises(Strategy.DoesNotExist):
        save_section(getattr(world, who), drafted.id, drafted.now, "summary", "Texto.")
