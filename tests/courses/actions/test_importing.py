from pathlib import Path

import pytest
import yaml

from milpa import ledger
from milpa.courses import weighing
from milpa.courses.actions.importing import import_course
from milpa.courses.models import Course
from milpa.courses.pinned import draft_of
from milpa.courses.refusals import QuestionIncomplete
from milpa.programmes.models import Programme
from milpa.web.models import StoredFile
from tests.courses.classroom import page

DEMO = Path(__file__).parents[3] / "demo"
COURSES = {"bienvenida": (1, 1), "nivelacion_tic": (10, 20), "mercadeo_estrategico": (6, 20)}


def read(name):
    return yaml.load((DEMO / "courses" / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("name", COURSES)
def test_the_courses_of_the_demonstration_are_taken_in_whole(world, name):
    told = read(name)
    course = draft_of(import_course(world.ana, world.id, told, folder=DEMO))
    units, _lessons = COURSES[name]
    told_lessons = [lesson for unit in told["units"] for lesson in unit["lessons"]]
    assert len(course.units) == units
    assert [lesson.title for lesson in course.lessons] == [lesson["title"] for lesson in told_lessons]
    assert [len(lesson.blocks) for lesson in course.lessons] == [len(lesson["blocks"]) for lesson in told_lessons]
    assert all(block.bytes for lesson in course.lessons for block in lesson.blocks if block.kind in ("image", "audio", "video"))
    assert [unit.practice is not None for unit in course.units] == ["practice" in unit for unit in told["units"]]
    assert set(StoredFile.objects.values_list("belongs_id", flat=True)) <= {course.id}


@pytest.mark.parametrize("name", COURSES)
def test_the_courses_of_the_demonstration_pass_their_checks(world, name):
    course = draft_of(import_course(world.ana, world.id, read(name), folder=DEMO))
    assert {lesson: problems for lesson, weight in weighing.problems_of(course).items() if (problems := weight.problems)} == {}


def test_an_import_with_a_known_id_is_one_course(world):
    id = ledger.uuid7()
    import_course(world.ana, world.id, page(), id=id)
    import_course(world.ana, world.id, page(), id=id)
    assert Course.objects.get().revision == 1


def test_a_question_without_a_right_answer_takes_nothing_in(world):
    bad = {"kind": "choice", "prompt": "¿Cuál?", "options": ["Una", "Otra"], "right": 2}
    units = [{"title": "Uno", "lessons": [{"title": "Una", "quiz": {"questions": [bad]}}]}]
    with pytest.raises(QuestionIncomplete):
        import_course(world.ana, world.id, page(units=units))
    assert not Course.objects.exists()


def test_elena_takes_nothing_into_a_programme_of_others(world):
    with pytest.raises(Programme.DoesNotExist):
        import_course(world.elena, world.id, page())
