"""What a lesson weighs, with what is being typed in the place of what is saved."""

from fractions import Fraction

from milpa.courses.pinned import Block, Lesson, Question
from milpa.courses.weighing import TYPING, problems_of, shown, typed_block, weight_of

TEXT = Block("a", "text", text="Piense en sus últimos diez huéspedes.")
PICTURE = Block("b", "image", alt="Un cuarto con luz.", bytes=20_000)


def lesson(*blocks, questions=()):
    return Lesson("l", "u", 1, "La foto", 8, False, Fraction(1, 2), (), blocks, questions, b"")


def test_a_picture_weighs_its_bytes_and_a_question_takes_half_a_minute():
    two = tuple(Question(str(n), "short", "¿Qué?", accepted=("a",)) for n in range(2))
    assert weight_of(lesson(TEXT, PICTURE)).kilobytes == 21
    assert weight_of(lesson(TEXT, questions=two)).minutes == 2


def test_what_is_typed_stands_in_the_place_of_what_is_saved_of_it():
    typed = typed_block("image", "b", {"alt": "", "bytes": "90000"}, PICTURE)
    said = shown(lesson(TEXT, PICTURE), {"b": "Imagen"}, typed)
    assert said.kilobytes == 91
    assert [where for where, _says in said.problems] == ["Imagen"]


def test_a_part_that_is_not_saved_yet_is_weighed_besides():
    typed = typed_block("text", "", {"text": "Otra frase más."}, None)
    assert typed.id == TYPING
    assert shown(lesson(TEXT, PICTURE), {}, typed).problems == ()
    empty = typed_block("text", "", {"text": " "}, None)
    assert shown(lesson(TEXT), {TYPING: "Lo nuevo"}, empty).problems[0][0] == "Lo nuevo"


def test_a_file_that_is_not_chosen_anew_weighs_what_the_kept_one_weighs():
    assert typed_block("image", "b", {"alt": "x"}, PICTURE).bytes == 20_000
    assert typed_block("image", "b", {"alt": "x", "bytes": "no"}, PICTURE).bytes == 20_000


def test_the_problems_of_a_course_are_told_by_lesson():
    class Course:
        lessons = (lesson(TEXT), lesson())

    assert [len(weight.problems) for weight in problems_of(Course).values()] == [1]
