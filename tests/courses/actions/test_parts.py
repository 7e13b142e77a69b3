"""Blocks and questions are moved and taken out alike."""

import pytest

from milpa import ledger
from milpa.courses.actions.lessons import add_block
from milpa.courses.actions.parts import move_part, remove_part
from milpa.courses.models import Course, Question
from milpa.courses.pinned import draft_of
from milpa.ledger.refusals import StaleRevision
from tests.courses.classroom import published, written


@pytest.fixture
def course(world):
    course = written(world)
    lesson = course.units.first().lessons.first()
    for words in ("Pregunte.", "Anote."):
        course.refresh_from_db()
        add_block(world.ana, course.pk, course.revision, lesson.pk, ledger.uuid7(), "text", {"text": words})
    course.refresh_from_db()
    return course


def lesson(course):
    return draft_of(course).units[0].lessons[0]


def shown(course, kind):
    return [part.id for part in getattr(lesson(course), kind)]


def doing(action, world, course, id, **how):
    course.refresh_from_db()
    action(world.ana, course.pk, course.revision, id, **how)


@pytest.mark.parametrize("kind", ["blocks", "questions"])
def test_a_part_changes_places_with_its_neighbour_and_the_last_goes_no_further(world, course, kind):
    first, second, third, *rest = shown(course, kind)
    doing(move_part, world, course, second, up=True)
    assert shown(course, kind) == [second, first, third, *rest]
    doing(move_part, world, course, second, up=True)
    doing(move_part, world, course, shown(course, kind)[-1], up=False)
    assert shown(course, kind) == [second, first, third, *rest]
    doing(move_part, world, course, second, up=False)
    assert shown(course, kind) == [first, second, third, *rest]


@pytest.mark.parametrize(("kind", "rows"), [("blocks", "blocks"), ("questions", "questions")])
def test_a_part_taken_out_leaves_no_hole_and_the_other_kind_as_it_was(world, course, kind, rows):
    first, second, *rest = shown(course, kind)
    other = "questions" if kind == "blocks" else "blocks"
    before = shown(course, other)
    doing(remove_part, world, course, first)
    assert shown(course, kind) == [second, *rest] and shown(course, other) == before
    kept = getattr(course.units.first().lessons.first(), rows)
    assert list(kept.values_list("place", flat=True)) == list(range(1, len(rest) + 2))


def test_a_stale_page_moves_nothing(world, course):
    first = shown(course, "questions")[0]
    with pytest.raises(StaleRevision):
        move_part(world.ana, course.pk, course.revision - 1, first, up=False)
    assert shown(course, "questions")[0] == first


@pytest.mark.parametrize("who", ["beto", "carmen", "rosa", "elena"])
def test_nobody_else_moves_or_takes_out_and_no_part_of_another_course(world, course, who):
    id = shown(course, "blocks")[0]
    with pytest.raises(Course.DoesNotExist):
        remove_part(getattr(world, who), course.pk, course.revision, id)
    other = published(world)
    with pytest.raises(Question.DoesNotExist):
        remove_part(world.ana, other.pk, other.revision, id)
    assert id in shown(course, "blocks")
