import pytest

from milpa import ledger
from milpa.courses.actions.authoring import create_course, describe_course
from milpa.courses.actions.publishing import publish_course
from milpa.courses.models import Course, CoursePublished
from milpa.courses.refusals import NothingToTeach, ReasonNeeded
from milpa.ledger.refusals import RevisionMovedOn
from milpa.web.search import find
from tests.courses.classroom import page, written

BARE = [{"title": "Uno", "lessons": [{"title": "Una foto", "blocks": [{"kind": "text", "markdown": ""}]}]}]


def test_a_course_is_published_once_and_found_by_its_words(world):
    course, id = written(world), ledger.uuid7()
    publish_course(world.ana, course.pk, 1, id)
    publish_course(world.ana, course.pk, 1, id)
    assert CoursePublished.objects.get().problems == 0
    assert [found.title for found in find(world.ana, "huésped")] == ["Mercadeo"]
    assert not find(world.elena, "huésped")


def test_what_was_not_read_is_not_published(world):
    course = written(world)
    describe_course(world.irma, course.pk, 1, {"summary": "Para quienes dirigen"})
    with pytest.raises(RevisionMovedOn):
        publish_course(world.ana, course.pk, 1, ledger.uuid7())


def test_with_problems_left_it_needs_a_reason_that_stays(world):
    course = written(world, units=BARE)
    with pytest.raises(ReasonNeeded):
        publish_course(world.ana, course.pk, 1, ledger.uuid7(), "  ")
    fact = publish_course(world.ana, course.pk, 1, ledger.uuid7(), "La foto llega mañana")
    assert (fact.problems, fact.why) == (1, "La foto llega mañana")


def test_an_empty_course_is_not_published(world):
    course = create_course(world.ana, world.id, ledger.uuid7(), title=page()["title"]["es"])
    with pytest.raises(NothingToTeach):
        publish_course(world.ana, course.pk, 1, ledger.uuid7())


@pytest.mark.parametrize("who", ["irma", "beto", "carmen", "elena"])
def test_nobody_else_publishes(world, who):
    course = written(world)
    with pytest.raises(Course.DoesNotExist):
        publish_course(getattr(world, who), course.pk, 1, ledger.uuid7())
