"""A programme begins and is changed."""

from datetime import date

import pytest

from milpa import ledger
from milpa.guide.actions.adapting import adapt
from milpa.guide.actions.publishing import publish
from milpa.guide.actions.writing import add_step
from milpa.guide.models import GuideEdition
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import Conflict, NotYours, StaleRevision
from milpa.programmes.actions.creating import Written, create_programme, edit_programme
from milpa.programmes.models import Programme
from milpa.programmes.refusals import EditionNotSeen, EndsBeforeItStarts


@pytest.fixture
def written(world):
    return Written("Panaderías", world.programme.edition_id, "Con el gremio.", date(2026, 3, 1), date(2026, 12, 1))


def test_every_step_is_assigned_to_the_first_role_in_who(world, written):
    programme = create_programme(world.ana, ledger.uuid7(), written)
    assert programme.institution == world.institute
    assert programme.assignments.count() == len(programme.guide.steps)
    assert programme.assignments.get(step="counterpart").role == "association"
    assert Revision.objects.get(document=programme.id).plain()["title"] == "Panaderías"


def test_sent_twice_it_begins_once(world, written):
    id = ledger.uuid7()
    assert create_programme(world.ana, id, written) == create_programme(world.ana, id, written)
    assert Programme.objects.filter(title="Panaderías").count() == 1


def test_another_title_with_a_known_id_is_another_programme(world, written):
    programme = create_programme(world.ana, ledger.uuid7(), written)
    with pytest.raises(Conflict):
        create_programme(world.ana, programme.id, Written("Textiles", written.edition))
    with pytest.raises(Conflict):
        create_programme(world.elena, programme.id, written)


def test_only_a_coordinator_begins_one(world, written):
    for person in (world.beto, world.carmen, world.rosa):
        with pytest.raises(NotYours):
            create_programme(person, ledger.uuid7(), written)


def test_days_the_wrong_way_round_are_refused(world, written):
    with pytest.raises(EndsBeforeItStarts):
        create_programme(world.ana, ledger.uuid7(), Written("X", written.edition, "", date(2026, 2, 1), date(2026, 1, 1)))


def test_a_strangers_own_edition_cannot_be_used(world, written):
    own = adapt(world.elena, ledger.uuid7(), written.edition, {"es": "Guía ajena"})
    theirs = publish(world.elena, ledger.uuid7(), own.id, 1, "")
    with pytest.raises(GuideEdition.DoesNotExist):
        create_programme(world.ana, ledger.uuid7(), Written("X", theirs.id))


def test_a_change_is_a_revision_and_a_stale_one_is_refused(world, programme):
    edit_programme(world.ana, programme.id, 1, Written("Panaderías de Xela", programme.edition_id))
    with pytest.raises(StaleRevision):
        edit_programme(world.ana, programme.id, 1, Written("Panaderías de Totonicapán", programme.edition_id))
    assert Programme.objects.get(id=programme.id).title == "Panaderías de Xela"


def test_with_a_newer_edition_its_new_steps_are_assigned_and_the_others_stay(world, programme):
    guide = adapt(world.ana, ledger.uuid7(), programme.edition_id, {"es": "Nuestra guía"})
    columns = {"purpose": {"es": "Ver."}, "who": ["facilitator"], "activities": [], "evidence": [], "instruments": []}
    step = add_step(world.ana, ledger.uuid7(), guide.id, 1, "listen", title={"es": "Visitar"}, **columns)
    edition = publish(world.ana, ledger.uuid7(), guide.id, 2, "Con visitas.")
    with pytest.raises(EditionNotSeen):  # nobody moves without having looked at what changes
        edit_programme(world.ana, programme.id, 1, Written("Panaderías", edition.id))
    changed = edit_programme(world.ana, programme.id, 1, Written("Panaderías", edition.id), seen=edition.id)
    assert changed.assignments.get(step=step.slug).role == "facilitator"
    assert changed.assignments.count() == len(changed.guide.steps)


def test_elena_changes_nothing(world, programme):
    with pytest.raises(Programme.DoesNotExist):
        edit_programme(world.elena, programme.id, 1, Written("Mío", programme.edition_id))
    with pytest.raises(NotYours):
        edit_programme(world.beto, programme.id, 1, Written("Mío", programme.edition_id))
