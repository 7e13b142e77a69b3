import pytest

from milpa import ledger
from milpa.courses.actions.authoring import (
    add_unit,
    create_course,
    describe_course,
    edit_unit,
    move_unit,
    remove_practice,
    remove_unit,
    set_practice,
)
from milpa.courses.models import Course
from milpa.courses.pinned import draft_of
from milpa.ledger.refusals import StaleRevision
from milpa.programmes.models import Programme


@pytest.fixture
def course(world):
    return create_course(world.ana, world.id, ledger.uuid7(), title="Mercadeo", hours=20)


def units(course):
    return [unit.title for unit in course.units.all()]


def add(by, course, title, id=None):
    course.refresh_from_db()
    return add_unit(by, course.pk, course.revision, id or ledger.uuid7(), {"title": title})


def test_a_course_made_twice_is_one(world):
    id = ledger.uuid7()
    create_course(world.ana, world.id, id, title="Mercadeo")
    assert create_course(world.ana, world.id, id, title="Mercadeo").revision == 1
    assert Course.objects.count() == 1


def test_a_unit_added_twice_is_one(world, course):
    id = ledger.uuid7()
    add(world.ana, course, "Mi huésped", id)
    add(world.ana, course, "Mi huésped", id)
    assert units(course) == ["Mi huésped"]


def test_units_move_and_go_without_leaving_a_hole(world, course):
    first, _second, third = (add(world.irma, course, title) for title in ("Uno", "Dos", "Tres"))
    course.refresh_from_db()
    move_unit(world.irma, course.pk, course.revision, third.pk, 1)
    assert units(course) == ["Tres", "Uno", "Dos"]
    course.refresh_from_db()
    remove_unit(world.irma, course.pk, course.revision, first.pk)
    assert list(course.units.values_list("title", "place")) == [("Tres", 1), ("Dos", 2)]


def test_a_save_from_a_stale_tab_is_refused_and_changes_nothing(world, course):
    unit, was = add(world.ana, course, "Uno"), course.revision
    edit_unit(world.ana, course.pk, was + 1, unit.pk, {"title": "Mi huésped"})
    with pytest.raises(StaleRevision):
        edit_unit(world.irma, course.pk, was + 1, unit.pk, {"title": "Otra cosa"})
    assert units(course) == ["Mi huésped"]


def test_a_save_that_changes_nothing_is_no_revision(world, course):
    describe_course(world.ana, course.pk, 1, {"hours": 20})
    course.refresh_from_db()
    assert course.revision == 1


def test_a_practice_is_set_changed_and_taken_out(world, course):
    unit = add(world.ana, course, "Uno")
    course.refresh_from_db()
    set_practice(world.ana, course.pk, course.revision, unit.pk, {"title": "Mi promesa", "prompt": "Escríbala."})
    course.refresh_from_db()
    set_practice(world.ana, course.pk, course.revision, unit.pk, {"prompt": "Escríbala grande."})
    course.refresh_from_db()
    [shown] = draft_of(course).units
    assert (shown.practice.title, shown.practice.prompt) == ("Mi promesa", "Escríbala grande.")
    remove_practice(world.ana, course.pk, course.revision, unit.pk)
    assert draft_of(course).units[0].practice is None


@pytest.mark.parametrize("who", ["beto", "carmen", "rosa", "elena"])
def test_nobody_else_writes_courses(world, course, who):
    person = getattr(world, who)
    with pytest.raises(Programme.DoesNotExist):
        create_course(person, world.id, ledger.uuid7(), title="Otro")
    with pytest.raises(Course.DoesNotExist):
        add_unit(person, course.pk, 1, ledger.uuid7(), {"title": "Otra"})
