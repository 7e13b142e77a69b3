"""Writing a course in the browser: every verb saves a revision, what does not fit comes back with what was typed."""

import itertools
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.authoring import create_course
from milpa.courses.models import Block, Course, CoursePublished, Lesson, Question, Unit
from tests.courses.classroom import announced, enrolled, published, written
from tests.web.uploads.samples import photograph

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def course(world):
    return written(world)


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


def address(name, course, *more):
    return reverse(f"courses:{name}", args=[course.programme_id, course.pk, *more])


def typed(course, **said):
    return {"form_id": str(ledger.uuid7()), "revision": str(Course.objects.get(pk=course.pk).revision)} | said


def first_lesson(course):
    return Lesson.objects.get(unit__course=course, unit__place=1, place=1)


def test_a_course_is_begun_on_the_page_of_courses_once_however_often_it_is_sent(ana, world):
    sent = {"form_id": str(ledger.uuid7()), "title": "Nivelación", "kind": "remedial", "language": "es"}
    place = reverse("courses:create", args=[world.id])
    assert ana.post(place, sent).url == ana.post(place, sent).url
    assert Course.objects.filter(programme=world.id).count() == 1


@pytest.mark.parametrize("name", ["author", "preview"])
def test_the_outline_is_read_within_twelve_queries_whatever_the_course(ana, course, name, django_assert_max_num_queries):
    ana.get(address(name, course))
    with django_assert_max_num_queries(12):
        text = ana.get(address(name, course)).content.decode()
    assert "Quién duerme aquí" in text and "Mi precio" in text


def test_a_unit_a_lesson_and_its_practice_are_written(ana, course):
    ana.post(address("add_unit", course), typed(course, title="Mi plan", goal="Escribirlo."))
    unit = Unit.objects.get(course=course, title="Mi plan")
    ana.post(address("save_practice", course, unit.pk), typed(course, title="El plan", prompt="Péguelo en la pared.", asks_photo="on"))
    answer = ana.post(address("add_lesson", course, unit.pk), typed(course, title="Noventa días"))
    lesson = Lesson.objects.get(unit=unit)
    assert answer.url == address("author_lesson", course, lesson.pk)
    assert (unit.place, lesson.title, unit.practice.title) == (3, "Noventa días", "El plan")
    assert "Todavía no hay nada en esta lección" in ana.get(answer.url).content.decode()


def test_units_change_places(ana, course):
    second = course.units.get(place=2)
    ana.post(address("move_unit", course, second.pk, "up"), typed(course))
    assert list(course.units.values_list("title", flat=True)) == ["Mi precio", "Mi huésped"]


def test_a_stale_save_is_refused_and_keeps_what_was_typed(ana, course):
    late = typed(course, title="Mi plan", goal="Lo que escribí yo.")
    ana.post(address("add_unit", course), typed(course, title="Otra"))
    answer = ana.post(address("add_unit", course), late)
    assert (answer.status_code, "Lo que escribí yo." in answer.content.decode()) == (409, True)
    newest = re.search(r'name="revision" value="(\d+)"', answer.content.decode())[1]
    assert ana.post(address("add_unit", course), late | {"revision": newest}).status_code == 302


PARTS = {
    "text": {"text": "Cuente quiénes **regresan**."},
    "worksheet": {
        "title": "Lo que me cuesta",
        "shape": "fields",
        "cells": "fixed | Costos fijos | Q | | 14400\nnights | Noches | | | 144\ncost | Cada noche | Q | fixed / nights | 100",
        "example": "A doña Rosa le cuesta Q 100.",
    },
    "choice": {"prompt": "¿Qué hace?", "options": "Baja el precio\n*Cuenta quién regresa"},
    "multiple": {"prompt": "¿Qué anota?", "options": "*A qué viene\nSu documento\n*Cómo supo"},
    "ordering": {"prompt": "¿En qué orden?", "options": "Preguntar\nEscribir\nContar"},
    "number": {"prompt": "10 × 3", "value": "30", "tolerance": "", "unit": "noches"},
    "short": {"prompt": "Agradece y…", "accepted": "anota\napunta"},
}


@pytest.mark.parametrize("kind", PARTS)
def test_each_kind_of_part_is_added_shown_and_edited(ana, course, kind):
    lesson = first_lesson(course)
    shown = ana.get(address("add_part", course, lesson.pk, kind))
    assert shown.status_code == 200
    answer = ana.post(address("add_part", course, lesson.pk, kind), typed(course) | PARTS[kind])
    assert answer.status_code == 302, answer.content.decode()
    part = (Block.objects.filter(lesson=lesson) if kind in ("text", "worksheet") else Question.objects.filter(lesson=lesson)).last()
    again = ana.get(address("edit_part", course, lesson.pk, part.pk)).content.decode()
    for words in PARTS[kind].values():
        assert not words or words.splitlines()[0].split("|")[0].strip().split("*")[-1] in again
    assert ana.post(address("edit_part", course, lesson.pk, part.pk), typed(course) | PARTS[kind]).status_code == 302


def test_steps_to_order_are_kept_apart_from_the_order_in_which_they_are_shown(ana, course):
    lesson = first_lesson(course)
    ana.post(address("add_part", course, lesson.pk, "ordering"), typed(course) | PARTS["ordering"])
    question = lesson.questions.last()
    assert question.options[0] != "Preguntar"
    assert [question.options[place] for place in question.right] == ["Preguntar", "Escribir", "Contar"]


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("choice", {"prompt": "¿Qué?", "options": "Uno\nDos"}, "asterisco"),
        ("worksheet", {"title": "T", "shape": "fields", "cells": "cost | Costo | Q | price / nights"}, "fórmula"),
        ("short", {"prompt": "¿Qué?", "accepted": " "}, "¿Qué?"),
    ],
)
def test_a_part_that_does_not_fit_comes_back_as_it_was_typed(ana, course, kind, said, words):
    answer = ana.post(address("add_part", course, first_lesson(course).pk, kind), typed(course) | said)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text


def test_a_picture_is_drawn_anew_and_one_that_carries_a_program_is_refused(ana, course):
    lesson = first_lesson(course)
    place = address("upload_new_part", course, lesson.pk, "image")
    evil = SimpleUploadedFile("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    answer = ana.post(place, typed(course, alt="Un cuarto con luz.", file=evil))
    assert (answer.status_code, "Un cuarto con luz." in answer.content.decode()) == (422, True)
    sent = typed(course, alt="Un cuarto con luz.", file=SimpleUploadedFile("../../cuarto.jpg", photograph()))
    assert ana.post(place, sent).status_code == 302
    block = lesson.blocks.last()
    assert (block.kind, block.alt, block.file_name.endswith(".webp"), block.bytes > 0) == ("image", "Un cuarto con luz.", True, True)


def test_the_weight_is_said_while_one_writes_and_nothing_is_saved(ana, course):
    lesson = first_lesson(course)
    before = Course.objects.get(pk=course.pk).revision
    said = ana.post(address("weigh", course, lesson.pk), {"kind": "image", "bytes": "6000000", "alt": ""}).content.decode()
    assert "6,001 kB" in said
    assert "no tiene descripción" in said and "Pesa demasiado" in said
    assert Course.objects.get(pk=course.pk).revision == before


def test_a_part_is_moved_and_taken_away(ana, course):
    lesson = first_lesson(course)
    last = lesson.questions.last()
    ana.post(address("move_part", course, lesson.pk, last.pk, "up"), typed(course))
    assert list(lesson.questions.values_list("kind", flat=True))[-2:] == ["short", "number"]
    ana.post(address("remove_part", course, lesson.pk, last.pk), typed(course))
    assert not lesson.questions.filter(pk=last.pk).exists()


def test_a_lesson_goes_to_the_end_of_another_unit(ana, course, django_assert_max_num_queries):
    lesson, other = first_lesson(course), Unit.objects.get(course=course, place=2)
    page = address("author_lesson", course, lesson.pk)
    ana.get(page)
    with django_assert_max_num_queries(12):
        assert "Pasarla a otra unidad" in ana.get(page).content.decode()
    move = address("move_to_unit", course, lesson.pk)
    assert ana.post(move, typed(course, unit=str(ledger.uuid7()))).status_code == 422
    stale = typed(course, unit=str(other.pk))
    assert ana.post(move, stale).url == page
    assert list(other.lessons.values_list("id", flat=True))[-1] == lesson.pk
    assert [row.place for row in Unit.objects.get(course=course, place=1).lessons.all()] == [1]
    assert ana.post(move, stale | {"unit": str(Unit.objects.get(course=course, place=1).pk)}).status_code == 409


def test_publishing_with_something_left_to_mend_asks_why(ana, world):
    course = create_course(world.ana, world.id, ledger.uuid7(), title="Corto")
    ana.post(address("add_unit", course), typed(course, title="Uno"))
    ana.post(address("add_lesson", course, course.units.get().pk), typed(course, title="Vacía"))
    ana.post(address("add_lesson", course, course.units.get().pk), typed(course, title="Con texto"))
    full = Lesson.objects.get(title="Con texto")
    ana.post(address("add_part", course, full.pk, "text"), typed(course, text="Algo."))
    assert ana.post(address("publish", course), typed(course, why="")).status_code == 422
    assert ana.post(address("publish", course), typed(course, why="La primera se escribe el lunes.")).status_code == 302
    assert CoursePublished.objects.get(course=course).problems == 1


def test_authors_are_told_that_learners_are_in_the_course(ana, world):
    course = published(world)
    enrolled(world, world.rosa, announced(world, course))
    assert "Hay participantes en este curso" in ana.get(address("author", course)).content.decode()


def test_partners_read_what_is_published_and_nothing_that_is_being_written(client, world):
    course = written(world)
    client.force_login(world.diego.account)
    assert client.get(address("preview", course)).status_code == 404
    other = published(world)
    assert client.get(address("preview", other)).status_code == 200
    assert client.get(address("author", other)).status_code == 403


def test_strangers_find_no_course(client, world, course):
    client.force_login(world.elena.account)
    for name in ("author", "preview"):
        assert client.get(address(name, course)).status_code == 404
    assert client.post(address("add_unit", course), typed(course, title="Suya")).status_code == 404
    assert course.units.count() == 2


def test_the_headings_of_a_lesson_being_written_go_down_one_step_at_a_time(ana, course):
    lesson = first_lesson(course)
    for page in (address("author_lesson", course, lesson.pk), address("preview_lesson", course, lesson.pk)):
        levels = [int(level) for level in re.findall(r"<h([1-6])", ana.get(page).content.decode())]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (page, levels)
