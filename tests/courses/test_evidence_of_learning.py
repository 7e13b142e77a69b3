from uuid import UUID

import pytest

from milpa import ledger
from milpa.courses import evidence_of_learning as evidence
from milpa.courses.actions.accompanying import accompany
from milpa.courses.actions.certifying import issue_certificates
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.learning import finish_lesson
from tests.courses.classroom import announced, answer, enrolled, lessons, published
from tests.readiness.doing import belong

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def finish_all(enrolment):
    for lesson in lessons(enrolment.edition):
        if lesson.questions:
            answer(enrolment, lesson)
        else:
            finish_lesson(enrolment.person, enrolment.pk, UUID(lesson.id), ledger.uuid7())


def test_everybody_finished_the_welcome_lesson_or_was_accompanied_through_it(world):
    welcome = announced(world, published(world, kind="onboarding"))
    edition = announced(world)
    enrolled(world, world.rosa, edition)
    enrolled(world, world.tomas, edition)
    assert not evidence.onboarded([world.id])[world.id].met
    finish_all(welcome.enrolments.get(person=world.rosa))
    answers = evidence.onboarded([world.id])[world.id]
    assert (answers.done, answers.all) == (1, 2)
    accompany(world.beto, world.id, world.tomas.pk, ledger.uuid7(), "En la cocina del hotel")
    assert evidence.onboarded([world.id])[world.id].met


def test_an_enterprise_without_an_answer_keeps_the_baseline_open(world):
    enterprise = belong(world, world.rosa)
    assert not evidence.baseline_available([world.id])[world.id].met
    enrolled(world, world.rosa, enterprise_id=enterprise.pk)
    answers = evidence.baseline_available([world.id])[world.id]
    assert (answers.met, answers.done, answers.all) == (False, 0, 1)


def test_all_who_met_the_rules_of_an_ended_edition_have_their_certificate(world):
    rules = {"certificate": {"lessons": 1}}
    edition = announced(world, published(world, **rules))
    finish_all(enrolled(world, world.rosa, edition))
    enrolled(world, world.tomas, edition)
    assert not evidence.certificates_issued([world.id])[world.id].met
    close_edition(world.ana, edition.pk, ledger.uuid7(), "ended")
    answers = evidence.certificates_issued([world.id])[world.id]
    assert (answers.met, answers.done, answers.all) == (False, 0, 1)
    issue_certificates(world.ana, edition.pk)
    assert evidence.certificates_issued([world.id])[world.id].met
