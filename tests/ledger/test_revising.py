"""Documents are saved as revisions of bytes."""

import pytest
from django.db import transaction

from milpa import ledger
from milpa.ledger.models.documents import Revision


def save(programme, was, by, **changes):
    for name, value in changes.items():
        setattr(programme, name, value)
    with transaction.atomic():
        programme.save()
        return ledger.revise(programme, was, by=by, why="cambio")


def test_a_save_leaves_a_revision_with_who_when_and_why(world):
    revision = save(world.programme, 1, world.ana, title="Hoteles")
    assert (revision.number, revision.by, revision.why) == (2, world.ana, "cambio")
    assert revision.plain()["title"] == "Hoteles"


def test_a_save_that_changes_nothing_is_no_revision(world):
    revision = save(world.programme, 1, world.ana)
    assert revision.number == 1
    assert Revision.objects.filter(document=world.id).count() == 1


def test_a_stale_save_is_refused_with_the_newest_and_leaves_nothing_behind(world):
    save(world.programme, 1, world.ana, title="Primera")
    mine = type(world.programme).objects.get(id=world.id)
    with pytest.raises(ledger.StaleRevision) as refused:
        save(mine, 1, world.beto, title="Segunda")
    assert refused.value.newest.plain()["title"] == "Primera"
    assert type(world.programme).objects.get(id=world.id).title == "Primera"


def test_the_bytes_of_a_revision_are_never_rendered_again(world):
    before = bytes(ledger.newest(world.programme).content)
    save(world.programme, 1, world.ana, title="Otra")
    assert bytes(Revision.objects.get(document=world.id, number=1).content) == before


def test_composed_and_decomposed_accents_are_one_text(world):
    save(world.programme, 1, world.ana, title="Se\u00f1al")
    assert save(world.programme, 2, world.ana, title="Sen\u0303al").number == 2
