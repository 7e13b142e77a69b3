"""An institution makes an edition its own."""

import pytest

from milpa import ledger
from milpa.guide.actions.adapting import adapt
from milpa.guide.comparing import compared
from milpa.guide.editions import content_at, frozen
from milpa.guide.models import Guide, GuideEdition
from milpa.ledger.refusals import Conflict, NotYours

TITLE = {"es": "Nuestra guía"}


def test_an_adapted_guide_begins_with_every_phase_and_step_of_its_origin(world, own):
    origin = frozen(own.adapted_from)
    (whole,) = compared(origin, content_at(own.id, own.revision))
    assert [change.field for change in whole.changes] == ["title", "title"]
    assert own.institution_id == world.institute.id


def test_adapted_twice_with_one_id_it_is_one_guide(world):
    id = ledger.uuid7()
    first = adapt(world.ana, id, world.programme.edition_id, TITLE)
    assert adapt(world.ana, id, world.programme.edition_id, TITLE) == first
    assert Guide.objects.filter(adapted_from=world.programme.edition_id).count() == 1


def test_an_id_that_is_anothers_guide_is_refused(world, own):
    with pytest.raises(Conflict):
        adapt(world.elena, own.id, world.programme.edition_id, TITLE)


def test_only_a_coordinator_adapts(world):
    with pytest.raises(NotYours):
        adapt(world.beto, ledger.uuid7(), world.programme.edition_id, TITLE)


def test_the_own_edition_of_an_institute_is_not_open_to_strangers(world, own, published):
    with pytest.raises(GuideEdition.DoesNotExist):
        adapt(world.elena, ledger.uuid7(), published.id, TITLE)
    assert not Guide.objects.open_to(world.elena).filter(id=own.id).exists()
    assert GuideEdition.objects.open_to(world.elena).get().guide_id == own.adapted_from.guide_id


def test_who_adapted_an_edition_may_go_on_reading_where_it_came_from(world, own):
    assert own.adapted_from in GuideEdition.objects.open_to(world.ana)
