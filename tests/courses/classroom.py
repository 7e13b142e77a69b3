"""A small course in one word: two units, three lessons, every kind of question, one practice."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from milpa import ledger
from milpa.courses.actions.announcing import announce_edition
from milpa.courses.actions.enrolling import enrol
from milpa.courses.actions.importing import import_course
from milpa.courses.actions.learning import Answered, answer_quiz
from milpa.courses.actions.publishing import publish_course
from milpa.courses.models import Course, CourseEdition, Enrolment, PlaceAsked
from milpa.courses.pinned import Lesson, course_at
from milpa.ledger import clock
from milpa.people.models import Person
from tests.harness.snapshot import kept
from tests.world import World

QUESTIONS = [
    {"kind": "choice", "prompt": "¿A quién le habla primero?", "options": ["A todos", "A quien se repite"], "right": 1},
    {"kind": "multiple", "prompt": "¿Qué anota?", "options": ["A qué viene", "Su documento", "Cómo supo"], "right": [0, 2]},
    {"kind": "ordering", "prompt": "¿En qué orden?", "options": ["Escribir", "Contar", "Preguntar"], "right": [1, 2, 0]},
    {"kind": "number", "prompt": "10 × 30 ÷ 2", "right": 150, "tolerance": 0.5, "unit": "noches"},
    {"kind": "short", "prompt": "Agradece y…", "accepted": ["anota", "apunta"]},
]
RIGHT = ["1", ["0", "2"], ["1", "2", "0"], "150", "Anota"]


SHEET = {
    "kind": "worksheet",
    "title": "El costo de una noche",
    "fields": [
        {"key": "fixed", "label": "Costos fijos", "unit": "Q", "example": 14400},
        {"key": "nights", "label": "Noches vendidas", "example": 144},
        {"key": "each", "label": "Parte fija", "unit": "Q", "formula": "fijos ÷ noches", "compute": "fixed / nights", "example": 100},
    ],
}


def text(words: str) -> dict[str, Any]:
    return {"kind": "text", "markdown": words}


def page(kind: str = "course", **said: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "title": {"es": "Mercadeo", "en": "Marketing"},
        "hours": 20,
        "certificate": {"lessons": 0.6, "practices": 1, "quiz": 0.5, "say": "Dos lecciones, la mitad de los puntos y una práctica."},
        "units": [
            {
                "title": "Mi huésped",
                "goal": "Decir en una frase a quién atiende.",
                "lessons": [
                    {
                        "title": "Quién duerme aquí",
                        "minutes": 8,
                        "serves": ["mercadeo"],
                        "blocks": [text("Piense en sus últimos diez huéspedes.")],
                        "quiz": {"pass_share": 0.5, "questions": QUESTIONS},
                    },
                    {"title": "Por qué me escogen", "minutes": 5, "blocks": [text("Pregunte en el desayuno.")]},
                ],
                "practice": {"title": "Mi promesa", "prompt": "Escríbala en la recepción.", "photo": True, "guide": "Cite su frase."},
            },
            {
                "title": "Mi precio",
                "lessons": [
                    {
                        "title": "Cuánto cuesta una noche",
                        "minutes": 10,
                        "blocks": [text("Sume."), SHEET],
                        "quiz": {"questions": QUESTIONS[:1]},
                    }
                ],
            },
        ],
        **said,
    }


@kept
def written(world: World, *, actions: dict[str, UUID] | None = None, **said: Any) -> Course:
    """`actions`: what the page's `serves` mean."""
    return import_course(world.ana, world.id, page(**said), actions=actions)


@kept
def published(world: World, *, actions: dict[str, UUID] | None = None, **said: Any) -> Course:
    course = written(world, actions=actions, **said)
    publish_course(world.ana, course.pk, course.revision, ledger.uuid7())
    return course


@kept
def announced(world: World, course: Course | None = None, **sheet: Any) -> CourseEdition:
    """From today on for eight weeks; enrolment is open for two."""
    today = clock.today()
    dates = {
        "starts_on": today,
        "ends_on": today + timedelta(days=56),
        "enrol_from": today - timedelta(days=14),
        "enrol_until": today + timedelta(days=14),
        "places": 10,
    }
    return announce_edition(world.ana, (course or published(world)).pk, ledger.uuid7(), dates | sheet)


@kept
def enrolled(world: World, person: Person, edition: CourseEdition | None = None, **said: Any) -> Enrolment:
    place = enrol(world.ana, (edition or announced(world)).pk, ledger.uuid7(), person.pk, **said)
    assert isinstance(place, Enrolment)
    return place


@kept
def waits(world: World, person: Person, edition: CourseEdition, **said: Any) -> PlaceAsked:
    place = enrol(world.ana, edition.pk, ledger.uuid7(), person.pk, **said)
    assert isinstance(place, PlaceAsked)
    return place


def lessons(edition: CourseEdition) -> list[Lesson]:
    return list(course_at(edition.course_id, edition.course_revision).lessons)


def right(lesson: Lesson) -> dict[str, Any]:
    return {question.id: answer for question, answer in zip(lesson.questions, RIGHT, strict=False)}


def answer(enrolment: Enrolment, lesson: Lesson, id: UUID | None = None, **wrong: Any) -> Answered:
    """All right, but for what is said otherwise by the question's kind."""
    answers = right(lesson) | {question.id: wrong[question.kind] for question in lesson.questions if question.kind in wrong}
    return answer_quiz(enrolment.person, enrolment.pk, UUID(lesson.id), id or ledger.uuid7(), answers)
