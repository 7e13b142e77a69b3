import pytest

from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR, Attempt, Form, Outcome
from milpa.readiness.rules.profile import profile

AREAS = {"B1": "2", "B3": "1", "B4": "2", "B5": "3", "B7": "4", "14": "5", "B10": "5"}


def one(*gaps, never=(), hints=()):
    """A whole diagnosis with these gaps, tasks never used, and tasks done with a hint."""

    def outcome(task):
        if task in never:
            return Outcome.NOT_ATTEMPTED
        return Outcome.NOT_DONE if task in gaps else Outcome.WITH_HELP if task in hints else Outcome.ALONE

    return [Attempt(task, Form.A, outcome(task)) for task in (DOOR, *DIAGNOSIS)]


def of(*people):
    return profile({str(number): own for number, own in enumerate(people)}, AREAS)


def line(found, task):
    return next(line for line in found.tasks if line.task == task)


def test_a_task_is_counted_alone_out_of_those_who_attempted_it():
    found = line(of(*[one()] * 4, one("B3"), one("B3"), one(hints=["B3"]), one(never=["B3"])), "B3")
    assert (found.attempted, found.alone, found.is_shown) == (7, 4, True)


def test_the_need_is_the_share_not_alone_with_its_wilson_interval():
    need = line(of(*[one()] * 7, *[one("B7")] * 3), "B7").need
    assert (need.low, need.high) == pytest.approx((0.1078, 0.6032), abs=1e-4)  # 3 of 10


def test_below_five_who_attempted_it_a_task_is_not_shown():
    found = line(of(*[one()] * 3, one("B4"), *[one(never=["B4"])] * 9), "B4")
    assert (found.attempted, found.is_shown, found.need) == (4, False, None)


def test_alone_in_either_form_is_alone():
    again = [*one("B3"), Attempt("B3", Form.B, Outcome.ALONE)]
    assert line(of(again), "B3").alone == 1


def test_the_greatest_need_stands_first_and_what_is_not_shown_last():
    people = [*[one("B5")] * 4, *[one("B7")] * 2]
    found = of(*people, [*one(), Attempt("B10", Form.A, Outcome.NOT_DONE)])
    assert [found.tasks[0].task, found.tasks[1].task, found.tasks[-1].task] == ["B5", "B7", "B10"]


def test_areas_count_tasks_and_are_shown_from_five_people():
    found = of(*[one()] * 3, one("B4"))
    area = next(area for area in found.areas if area.area == "2")
    assert (area.attempted, area.alone, area.people, area.is_shown) == (8, 7, 4, False)  # B1 and B4 of four people


def test_how_many_have_no_gap_is_said_unless_it_points_at_few():
    assert of(*[one()] * 5, *[one("B3")] * 5).without_gaps == 5
    assert of(*[one()] * 8, *[one("B3")] * 2).without_gaps is None  # two would be known to have a gap
    assert of(*[one()] * 6).without_gaps == 6
    assert of(*[one()] * 4).without_gaps is None


def test_nobody_yet_is_a_profile_too():
    found = of()
    assert (found.people, found.diagnosed, found.without_gaps) == (0, 0, None)
    assert {line.task for line in found.tasks} == {DOOR, *DIAGNOSIS}
