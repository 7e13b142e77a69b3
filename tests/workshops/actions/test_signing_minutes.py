"""The minutes signed as a document: each the revision they read; a later change is a new revision, which older signatures do not cover."""

import pytest

from milpa import ledger
from milpa.ledger.models.signatures import Signed
from milpa.ledger.refusals import RevisionMovedOn
from milpa.workshops.actions import closing, ordering
from milpa.workshops.actions.signing_minutes import sign_as_participant, sign_minutes
from milpa.workshops.models import Need, Workshop, WorkshopMinutes
from milpa.workshops.refusals import NotAParticipant, WorkshopNotClosed
from milpa.workshops.room_refusals import MinutesNotIssued


def minutes_of(story):
    return WorkshopMinutes.objects.get(workshop=story.id)


def number(story):
    return minutes_of(story).revision


def signed(story, by, capacity=""):
    return sign_minutes(by, story.id, number(story), ledger.uuid7(), capacity)


def move_first(story):
    need = Need.objects.of(story.world.id).get(title="Vender directo")
    ordering.move_need(story.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")


def test_the_institution_s_and_the_association_s_people_sign_with_their_capacity(closed):
    mine = signed(closed, closed.beto, "facilitador")
    theirs = signed(closed, closed.world.carmen, "presidenta")
    assert (mine.side, mine.number, mine.capacity) == (closed.world.institute, 1, "facilitador")
    assert (theirs.side, theirs.sha256) == (closed.world.association, ledger.newest(minutes_of(closed)).sha256)


def test_sent_twice_or_pressed_twice_it_is_one_signature(closed):
    id = ledger.uuid7()
    for form in (id, id, ledger.uuid7()):
        sign_minutes(closed.beto, closed.id, 1, form, "facilitador")
    assert Signed.objects.count() == 1


def test_a_participant_without_account_signs_once_and_signs_for_no_institution(closed):
    first = sign_as_participant(closed.tomas.person, closed.id, 1, "dueño")
    assert sign_as_participant(closed.tomas.person, closed.id, 1, "propietario") == first
    assert Signed.objects.count() == 1
    assert first.by == closed.tomas.person


def test_whoever_facilitates_and_took_part_signs_as_both(closed):
    sign_as_participant(closed.rosa.person, closed.id, 1)
    assert sign_as_participant(closed.rosa.person, closed.id, 1).by == closed.world.rosa


def test_a_moved_order_is_a_revision_that_the_signatures_do_not_cover(closed):
    signed(closed, closed.world.carmen)
    move_first(closed)
    assert (number(closed), Signed.objects.get().number) == (2, 1)


def test_the_revision_that_was_read_must_be_the_newest(closed):
    move_first(closed)
    with pytest.raises(RevisionMovedOn):
        sign_minutes(closed.world.carmen, closed.id, 1, ledger.uuid7())
    with pytest.raises(RevisionMovedOn):
        sign_as_participant(closed.tomas.person, closed.id, 1)
    assert Signed.objects.count() == 0


def test_sent_again_after_the_order_moved_it_is_answered_as_stored(closed):
    first = sign_as_participant(closed.tomas.person, closed.id, 1)
    move_first(closed)
    assert sign_as_participant(closed.tomas.person, closed.id, 1) == first


def test_before_they_are_issued_and_while_the_workshop_is_open_nobody_signs(judged):
    with pytest.raises(WorkshopNotClosed):
        sign_minutes(judged.beto, judged.id, 1, ledger.uuid7())
    closing.close_workshop(judged.beto, judged.id, ledger.uuid7())
    with pytest.raises(MinutesNotIssued):
        sign_minutes(judged.beto, judged.id, 1, ledger.uuid7())


def test_elena_and_whoever_was_not_there_sign_nothing(closed):
    with pytest.raises(Workshop.DoesNotExist):
        sign_minutes(closed.world.elena, closed.id, 1, ledger.uuid7())
    with pytest.raises(NotAParticipant):
        sign_as_participant(closed.world.elena, closed.id, 1)
    assert Signed.objects.count() == 0
