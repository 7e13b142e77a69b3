from datetime import date, timedelta

import pytest

from milpa.courses.rules.completion import Behind, Lesson, Unit, UnitProgress, falls_behind, progress

MARCH = date(2026, 3, 2)
FOUND = Unit(
    "found", (Lesson("map", frozenset({"opened", "quiz"}), MARCH + timedelta(days=7)), Lesson("photo", due=MARCH + timedelta(days=14)))
)
DIRECT = Unit("direct", (Lesson("commission"), Lesson("extra", optional=True)))
COURSE = [FOUND, DIRECT]
OPENED = {"opened"}


def test_a_lesson_counts_when_all_its_parts_are_done():
    found = progress(COURSE, {"map": OPENED, "photo": OPENED})
    assert found.completed == ("photo",)
    assert (found.done, found.of, found.next) == (1, 3, "map")


def test_a_unit_and_a_course_are_complete_with_their_lessons():
    found = progress(COURSE, {"map": {"opened", "quiz"}, "photo": OPENED, "commission": OPENED})
    assert found.units == (UnitProgress("found", 2, 2), UnitProgress("direct", 1, 1))
    assert found.units[0].is_complete
    assert (found.is_complete, found.next) == (True, None)


def test_an_optional_lesson_neither_hinders_nor_counts():
    found = progress(COURSE, {"extra": OPENED})
    assert (found.done, found.of, found.completed) == (0, 3, ("extra",))


def test_a_part_that_was_taken_out_of_a_lesson_does_not_hinder():
    assert progress([DIRECT], {"commission": {"opened", "old quiz"}}).is_complete


def test_an_empty_course_is_never_complete():
    assert not progress([], {}).is_complete


@pytest.mark.parametrize(("days", "late"), [(14, ()), (15, ("map",)), (22, ("map", "photo"))])
def test_a_lesson_more_than_a_week_past_its_day_makes_somebody_fall_behind(days, late):
    today = MARCH + timedelta(days=days)
    found = falls_behind(COURSE, {}, today, MARCH, last_seen=today)
    assert found == (Behind(("lessons_due",), late, None) if late else None)


def test_an_optional_lesson_makes_nobody_fall_behind():
    course = [Unit("u", (Lesson("extra", due=MARCH, optional=True), Lesson("map")))]
    today = MARCH + timedelta(days=30)
    assert falls_behind(course, {}, today, MARCH, last_seen=today) is None


def test_who_has_not_come_in_for_two_weeks_falls_behind_and_since_when_is_said():
    done = {"map": {"opened", "quiz"}, "photo": OPENED}
    last = MARCH + timedelta(days=3)
    assert falls_behind(COURSE, done, last + timedelta(days=13), MARCH, last) is None
    assert falls_behind(COURSE, done, last + timedelta(days=14), MARCH, last) == Behind(("away",), (), last)


def test_who_never_came_in_is_away_since_the_first_day():
    found = falls_behind([DIRECT], {}, MARCH + timedelta(days=14), MARCH)
    assert found == Behind(("never_came_in",), (), MARCH)


def test_who_finished_is_not_behind_however_long_ago_and_nobody_is_before_the_first_day():
    assert falls_behind([DIRECT], {"commission": OPENED}, MARCH + timedelta(days=90), MARCH) is None
    assert falls_behind(COURSE, {}, MARCH - timedelta(days=1), MARCH) is None
