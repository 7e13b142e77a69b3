"""An edition is numbered and frozen."""

import pytest

from milpa import ledger
from milpa.guide.actions.publishing import publish
from milpa.guide.actions.writing import rewrite_step
from milpa.guide.editions import edition
from milpa.guide.models import Guide, GuideEdition
from milpa.guide.refusals import NothingNew
from milpa.ledger.refusals import Conflict, NotYours, RevisionMovedOn


def test_a_published_edition_says_for_ever_what_it_said(world, own, published):
    rewrite_step(world.ana, own.id, own.revision, "workshop", purpose={"es": "Otra cosa"})
    assert edition(published.id).steps["workshop"].purpose["es"].startswith("Recoger necesidades")
    assert published.number == 1


def test_the_next_edition_has_the_next_number(world, own, published):
    rewrite_step(world.ana, own.id, own.revision, "workshop", purpose={"es": "Otra cosa"})
    second = publish(world.ana, ledger.uuid7(), own.id, own.revision + 1, "El taller cambia.")
    assert (second.number, edition(second.id).steps["workshop"].purpose["es"]) == (2, "Otra cosa")


def test_published_twice_with_one_id_it_is_one_edition_also_after_it_would_be_refused(world, own):
    id = ledger.uuid7()
    first = publish(world.ana, id, own.id, own.revision, "La primera.")
    assert publish(world.ana, id, own.id, own.revision, "La primera.") == first
    rewrite_step(world.ana, own.id, own.revision, "workshop", purpose={"es": "Otra cosa"})
    assert publish(world.ana, id, own.id, own.revision, "La primera.") == first
    assert GuideEdition.objects.filter(guide=own).count() == 1
    with pytest.raises(Conflict):
        publish(world.ana, id, own.id, own.revision, "Otras notas.")


def test_what_was_saved_meanwhile_is_read_before_it_is_published(world, own):
    rewrite_step(world.beto, own.id, own.revision, "workshop", purpose={"es": "Otra cosa"})
    with pytest.raises(RevisionMovedOn):
        publish(world.ana, ledger.uuid7(), own.id, own.revision, "")


def test_nothing_new_is_no_edition(world, own, published):
    with pytest.raises(NothingNew):
        publish(world.ana, ledger.uuid7(), own.id, own.revision, "Otra vez.")


def test_a_facilitator_writes_but_does_not_publish_and_elena_gets_nothing(world, own):
    with pytest.raises(NotYours):
        publish(world.beto, ledger.uuid7(), own.id, own.revision, "")
    with pytest.raises(Guide.DoesNotExist):
        publish(world.elena, ledger.uuid7(), own.id, own.revision, "")
