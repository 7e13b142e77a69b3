from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.practising import comment_practice, send_practice
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Enrolment, PracticeCommented, PracticeSent
from milpa.courses.pinned import course_at
from milpa.courses.refusals import CommentEmpty, EditionIsClosed, LessonUnknown, PracticeEmpty
from milpa.ledger.refusals import Conflict
from milpa.records.models import Statement
from tests.courses.classroom import announced, enrolled

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])
WORDS = "La abuela tiene cuarto en el primer piso"


@pytest.fixture
def rosas(world):
    return enrolled(world, world.rosa, announced(world))


@pytest.fixture
def unit(rosas):
    return UUID(course_at(rosas.edition.course_id, 1).units[0].id)


def test_a_practice_sent_twice_is_once_and_one_statement_also_after_leaving(world, rosas, unit):
    id = ledger.uuid7()
    send_practice(world.rosa, rosas.pk, unit, id, WORDS)
    leave_course(world.rosa, rosas.pk, ledger.uuid7())
    send_practice(world.rosa, rosas.pk, unit, id, WORDS)
    assert (PracticeSent.objects.count(), Statement.objects.count()) == (1, 1)
    with pytest.raises(EditionIsClosed):
        send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), WORDS)


def test_the_same_id_with_other_words_is_a_conflict(world, rosas, unit):
    id = ledger.uuid7()
    send_practice(world.rosa, rosas.pk, unit, id, WORDS)
    with pytest.raises(Conflict):
        send_practice(world.rosa, rosas.pk, unit, id, "Otra cosa")


def test_words_or_a_photograph_are_needed_and_a_unit_with_a_practice(world, rosas, unit):
    with pytest.raises(PracticeEmpty):
        send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), "  ")
    with pytest.raises(LessonUnknown):
        send_practice(world.rosa, rosas.pk, ledger.uuid7(), ledger.uuid7(), WORDS)


def test_it_waits_until_it_is_commented_and_the_comment_is_one(world, rosas, unit):
    sent, id = send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), WORDS), ledger.uuid7()
    assert list(PracticeSent.objects.open_to(world.irma).to_comment()) == [sent]
    with pytest.raises(CommentEmpty):
        comment_practice(world.irma, sent.pk, ledger.uuid7(), " ", is_well=True)
    for _twice in range(2):
        comment_practice(world.irma, sent.pk, id, "Solo lo puede decir usted.", is_well=True)
    assert PracticeCommented.objects.count() == 1
    assert not PracticeSent.objects.to_comment().exists()


@pytest.mark.parametrize("who", ["beto", "carmen", "rosa", "elena"])
def test_nobody_else_comments(world, rosas, unit, who):
    sent = send_practice(world.rosa, rosas.pk, unit, ledger.uuid7(), WORDS)
    with pytest.raises(PracticeSent.DoesNotExist):
        comment_practice(getattr(world, who), sent.pk, ledger.uuid7(), "Bien", is_well=True)


@pytest.mark.parametrize("who", ["tomas", "ana", "elena"])
def test_nobody_sends_in_rosas_name(world, rosas, unit, who):
    with pytest.raises(Enrolment.DoesNotExist):
        send_practice(getattr(world, who), rosas.pk, unit, ledger.uuid7(), WORDS)
