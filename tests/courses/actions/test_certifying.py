from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses.actions.certifying import issue_certificates, withdraw_certificate
from milpa.courses.actions.closing import close_edition, reopen_edition
from milpa.courses.actions.learning import finish_lesson
from milpa.courses.actions.practising import comment_practice, send_practice
from milpa.courses.models import CertificateIssued, CourseEdition, EditionClosed
from milpa.courses.pinned import course_at
from milpa.courses.refusals import NotEndedYet, ReasonNeeded
from milpa.courses.standings import decisions
from tests.courses.classroom import announced, answer, enrolled, lessons

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def edition(world):
    """Two of three lessons, half of the points and one practice well done."""
    return announced(world)


@pytest.fixture
def rosas(world, edition):
    """Rosa did all of it."""
    enrolment = enrolled(world, world.rosa, edition)
    answer(enrolment, lessons(edition)[0])
    finish_lesson(world.rosa, enrolment.pk, UUID(lessons(edition)[1].id), ledger.uuid7())
    unit = UUID(course_at(edition.course_id, 1).units[0].id)
    sent = send_practice(world.rosa, enrolment.pk, unit, ledger.uuid7(), "La abuela tiene cuarto en el primer piso")
    comment_practice(world.irma, sent.pk, ledger.uuid7(), "Solo lo puede decir usted.", is_well=True)
    return enrolment


@pytest.fixture
def tomass(world, edition):
    """Tomás did one lesson."""
    enrolment = enrolled(world, world.tomas, edition)
    answer(enrolment, lessons(edition)[0], choice="0")
    return enrolment


def test_the_announced_rules_decide_and_say_what_is_lacking(edition, rosas, tomass):
    found = decisions(edition)
    assert found[rosas.pk].is_met
    assert [(lack.code, lack.has, lack.needs) for lack in found[tomass.pk].lacks] == [("lessons", 1, 2), ("practices", 0, 1)]


def test_who_met_the_rules_gets_one_certificate_however_often_they_are_issued(world, edition, rosas, tomass):
    close_edition(world.ana, edition.pk, ledger.uuid7(), "ended")
    [one] = issue_certificates(world.ana, edition.pk)
    [again] = issue_certificates(world.ana, edition.pk)
    assert (one.enrolment_id, one.hours, one.pk) == (rosas.pk, 20, again.pk)


def test_before_the_end_there_are_none(world, edition, rosas):
    with pytest.raises(NotEndedYet):
        issue_certificates(world.ana, edition.pk)
    close_edition(world.ana, edition.pk, ledger.uuid7(), "cancelled", "No hubo señal en el valle")
    with pytest.raises(NotEndedYet):
        issue_certificates(world.ana, edition.pk)


def test_a_withdrawn_certificate_is_not_issued_again_by_itself(world, edition, rosas):
    close_edition(world.ana, edition.pk, ledger.uuid7(), "ended")
    [one] = issue_certificates(world.ana, edition.pk)
    with pytest.raises(ReasonNeeded):
        withdraw_certificate(world.ana, one.pk, ledger.uuid7(), " ")
    withdraw_certificate(world.ana, one.pk, ledger.uuid7(), "Se emitió a otra persona")
    assert issue_certificates(world.ana, edition.pk) == []
    assert CertificateIssued.objects.get().voided_by is not None


@pytest.mark.parametrize("who", ["irma", "beto", "carmen", "elena"])
def test_nobody_else_issues_certificates(world, edition, rosas, who):
    close_edition(world.ana, edition.pk, ledger.uuid7(), "ended")
    with pytest.raises(CourseEdition.DoesNotExist):
        issue_certificates(getattr(world, who), edition.pk)


def test_an_edition_is_closed_once_and_opened_again_with_a_reason(world, edition):
    id = ledger.uuid7()
    first = close_edition(world.ana, edition.pk, id, "ended")
    assert close_edition(world.ana, edition.pk, id, "ended").pk == first.pk
    assert close_edition(world.ana, edition.pk, ledger.uuid7(), "ended").pk == first.pk
    reopen_edition(world.ana, edition.pk, ledger.uuid7(), "Faltaba la última sesión")
    assert not EditionClosed.objects.filter(voided_by=None).exists()


def test_postponing_and_cancelling_need_a_reason(world, edition):
    for how in ("postponed", "cancelled"):
        with pytest.raises(ReasonNeeded):
            close_edition(world.ana, edition.pk, ledger.uuid7(), how, "")
