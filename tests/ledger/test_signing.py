"""A signature covers a document while its newest revision is the signed one."""

import pytest
from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import RevisionMovedOn
from tests.ledger.test_revising import save


def sign(world, number, id=None):
    with transaction.atomic():
        return ledger.sign(world.programme, number, by=world.carmen, side=world.association, id=id or ledger.uuid7(), capacity="presidenta")


def standing(world):
    return ledger.standing(world.programme, [world.association, world.ministry])


def test_a_signature_covers_the_newest_revision(world):
    sign(world, 1)
    association, ministry = standing(world)
    assert (association.covers, ministry.covers, ministry.settled) == (True, False, False)


def test_a_signature_stops_covering_a_changed_revision(world):
    sign(world, 1)
    save(world.programme, 1, world.ana, title="Otro título")
    assert standing(world)[0].covers is False
    assert standing(world)[0].signed.number == 1


def test_a_save_that_changes_nothing_leaves_the_signature_standing(world):
    sign(world, 1)
    save(world.programme, 1, world.ana)
    assert standing(world)[0].covers


def test_who_read_an_older_text_cannot_sign_it(world):
    save(world.programme, 1, world.ana, title="Otro título")
    with pytest.raises(RevisionMovedOn):
        sign(world, 1)


def test_a_signature_sent_again_after_the_text_changed_is_answered_as_stored(world):
    first = sign(world, 1)
    save(world.programme, 1, world.ana, title="Otro título")
    assert sign(world, 1, id=first.id).recorded_at == first.recorded_at


def test_a_reason_settles_a_side_for_that_revision_only(world):
    with transaction.atomic():
        ledger.decline(world.programme, 1, by=world.diego, side=world.ministry, id=ledger.uuid7(), why="falta presupuesto")
    assert standing(world)[1].settled
    save(world.programme, 1, world.ana, title="Otro título")
    assert not standing(world)[1].settled


def test_a_withdrawn_signature_covers_nothing(world):
    signed = sign(world, 1)
    with transaction.atomic():
        ledger.void(signed, by=world.carmen, why="nos precipitamos")
    assert standing(world)[0].signed is None
