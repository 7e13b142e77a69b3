import pytest

from milpa import ledger
from milpa.courses.actions.lessons import add_block, edit_block, move_lesson, remove_lesson
from milpa.courses.pinned import draft_of
from milpa.courses.refusals import SheetUnreadable
from milpa.web.models import StoredFile
from milpa.web.uploads.storing import keep
from tests.courses.classroom import written


@pytest.fixture
def course(world):
    return written(world)


def doing(action, world, course, *what, **more):
    course.refresh_from_db()
    return action(world.ana, course.pk, course.revision, *what, **more)


def titles(course):
    return [[lesson.title for lesson in unit.lessons] for unit in draft_of(course).units]


def test_a_lesson_moves_within_its_unit_and_to_another(world, course):
    first, second = course.units.first().lessons.all()
    doing(move_lesson, world, course, second.pk, 1)
    assert titles(course)[0] == ["Por qué me escogen", "Quién duerme aquí"]
    doing(move_lesson, world, course, first.pk, 1, course.units.last().pk)
    assert titles(course) == [["Por qué me escogen"], ["Quién duerme aquí", "Cuánto cuesta una noche"]]


def test_a_lesson_taken_out_leaves_no_hole(world, course):
    doing(remove_lesson, world, course, course.units.first().lessons.first().pk)
    assert [lesson.number for lesson in draft_of(course).lessons] == [1, 2]


def test_blocks_are_added_once_and_changed(world, course):
    lesson, id = course.units.first().lessons.first(), ledger.uuid7()
    doing(add_block, world, course, lesson.pk, id, "text", {"text": "Pregunte."})
    doing(add_block, world, course, lesson.pk, id, "text", {"text": "Pregunte."})
    doing(edit_block, world, course, id, {"text": "Pregunte y anote."})
    assert [block.text for block in draft_of(course).units[0].lessons[0].blocks] == [
        "Piense en sus últimos diez huéspedes.",
        "Pregunte y anote.",
    ]


def test_a_picture_brings_its_size_and_only_a_file_of_the_course_is_taken(world, course):
    lesson = course.units.first().lessons.first()
    own = keep(b"webp", "webp", "tres.webp", institution=world.institute, belongs=("courses.course", course.pk), size=(640, 480))
    foreign = keep(b"other", "webp", "otra.webp", institution=world.institute, belongs=("courses.course", ledger.uuid7()))
    block = doing(add_block, world, course, lesson.pk, ledger.uuid7(), "image", {"file": own.id, "alt": "Tres huéspedes"})
    assert (block.bytes, block.width, block.height, block.file_name) == (4, 640, 480, "tres.webp")
    with pytest.raises(StoredFile.DoesNotExist):
        doing(add_block, world, course, lesson.pk, ledger.uuid7(), "image", {"file": foreign.id})


@pytest.mark.parametrize("compute", ["__import__('os')", "precio * noches", "precio ** 9", "precio +"])
def test_a_formula_holds_only_what_stands_above_it(world, course, compute):
    lesson = course.units.first().lessons.first()
    sheet = {"fields": [{"key": "precio", "label": "Precio"}, {"key": "otro", "label": "Otro", "compute": compute}]}
    with pytest.raises(SheetUnreadable):
        doing(add_block, world, course, lesson.pk, ledger.uuid7(), "worksheet", {"sheet": sheet})
