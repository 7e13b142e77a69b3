from datetime import timedelta

import pytest

from milpa import ledger
from milpa.courses import evidence
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.publishing import publish_course
from milpa.courses.actions.waiting import leave_course
from milpa.ledger import clock
from milpa.readiness.rules.offers import Choice
from tests.courses.classroom import announced, enrolled, published, written
from tests.courses.strategy import course_action
from tests.readiness.doing import choose, diagnose


def said(answers, world):
    own = answers[world.id]
    return own.met, str(own.missing) if own.missing else ""


@pytest.fixture
def action(world):
    return course_action(world)


def test_a_course_of_the_strategy_is_ready_when_one_without_problems_is_published(world, action):
    assert said(evidence.ready([world.id]), world) == (False, "0 de 1 acciones formativas tienen un curso publicado y sin problemas")
    course = written(world, actions={"mercadeo": action.pk})
    assert not evidence.ready([world.id])[world.id].met
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7())
    assert evidence.ready([world.id])[world.id].met


def test_a_course_published_with_problems_is_not_ready(world, action):
    bare = [{"title": "Uno", "lessons": [{"title": "Una", "serves": ["mercadeo"], "blocks": [{"kind": "text", "markdown": ""}]}]}]
    course = written(world, actions={"mercadeo": action.pk}, units=bare)
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7(), "La foto llega mañana")
    assert not evidence.ready([world.id])[world.id].met


def test_enrolment_is_done_when_it_closed_or_is_full_with_somebody_in_it(world):
    assert said(evidence.enrolled([world.id]), world) == (False, "Todavía no se anuncia ninguna edición de un curso")
    edition = announced(world, places=2)
    enrolled(world, world.rosa, edition)
    open_ = evidence.enrolled([world.id])[world.id]
    assert (open_.met, open_.until.date() > clock.today()) == (False, True)
    enrolled(world, world.tomas, edition)
    assert evidence.enrolled([world.id])[world.id].met


def test_the_last_day_of_enrolment_closes_it_by_itself(world):
    enrolled(world, world.rosa, announced(world))
    with clock.at(clock.now() + timedelta(days=15)):
        assert evidence.enrolled([world.id])[world.id].met


def test_an_edition_that_was_cancelled_is_not_asked_for(world):
    close_edition(world.ana, announced(world).pk, ledger.uuid7(), "cancelled", "Nadie se inscribió")
    assert not evidence.enrolled([world.id])[world.id].met
    enrolled(world, world.rosa, announced(world, places=1))
    assert evidence.enrolled([world.id])[world.id].met


def test_all_enrolled_took_the_diagnosis_or_left(world):
    edition = announced(world)
    enrolled(world, world.rosa, edition)
    tomass = enrolled(world, world.tomas, edition)
    diagnose(world.rosa)
    assert said(evidence.enrolled_diagnosed([world.id]), world) == (False, "1 de 2 personas inscritas hicieron el diagnóstico")
    leave_course(world.tomas, tomass.pk, ledger.uuid7())
    assert evidence.enrolled_diagnosed([world.id])[world.id].met


def test_whoever_has_a_gap_chooses(world):
    enrolled(world, world.rosa)
    diagnose(world.rosa, "B3")
    assert not evidence.levelling_offered([world.id])[world.id].met
    choose(world.rosa, Choice.NONE)
    assert evidence.levelling_offered([world.id])[world.id].met


def test_an_action_is_finished_when_all_its_editions_are(world, action):
    course = published(world, actions={"mercadeo": action.pk})
    assert not evidence.edition_finished([world.id])[world.id].met
    first, second = announced(world, course), announced(world, course)
    close_edition(world.ana, first.pk, ledger.uuid7(), "ended")
    assert said(evidence.edition_finished([world.id]), world)[1].startswith("0 de 1 acciones formativas")
    close_edition(world.ana, second.pk, ledger.uuid7(), "postponed", "Es temporada alta")
    assert evidence.edition_finished([world.id])[world.id].met


@pytest.mark.parametrize(
    "key, queries", [("ready", 3), ("enrolled", 1), ("enrolled_diagnosed", 2), ("levelling_offered", 3), ("edition_finished", 3)]
)
def test_many_programmes_are_answered_together(world, action, key, queries, django_assert_max_num_queries):
    course = published(world, actions={"mercadeo": action.pk})
    for person in (world.rosa, world.tomas, world.lidia):
        enrolled(world, person, announced(world, course))
    with django_assert_max_num_queries(queries):
        getattr(evidence, key)([world.id, ledger.uuid7()])
