"""An edition that has ended: twenty-four started and nineteen answered the anonymous questionnaire; and its whole thread."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise, Post
from milpa.courses.models import (
    Attendance,
    Course,
    CourseEdition,
    EditionClosed,
    Enrolment,
    Lesson,
    LessonServes,
    PlaceAsked,
    Session,
    Unit,
)
from milpa.people.models import Person
from milpa.strategies.models import ActionNeed, Strategy, TrainingAction
from milpa.surveys.models import AnonymousAnswer, AnsweredMark, Survey, SurveyClosed
from milpa.workshops.models import Card, Need, NeedCard, Needs, Participant, Workshop
from tests.harness.snapshot import kept
from tests.world import World

START = date(2026, 1, 12)
CASE = {"muy": 9, "bastante": 7, "poco": 2, "nada": 1}  # 16 of 19


@dataclass
class Evaluated:
    course: Course
    edition: CourseEdition
    lessons: list[Lesson]
    people: list[Person]
    enterprises: list[Enterprise]
    survey: Survey


def facts(*rows: Any) -> None:
    with transaction.atomic():
        ledger.append(list(rows))


def fact(model: Any, world: World, **values: Any) -> Any:
    return model(id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, **values)


def document(made: Any, by: Any) -> Any:
    with transaction.atomic():
        ledger.create(made, by=by)
    return made


def enterprises(world: World, how_many: int) -> list[Enterprise]:
    made = [Enterprise(institution=world.institute, programme=world.programme, name=f"Hotel {number:02d}") for number in range(how_many)]
    Enterprise.objects.bulk_create(made)
    return made


@kept
def course(world: World, lessons: int = 2) -> tuple[Course, list[Lesson]]:
    made = document(Course(institution=world.institute, programme=world.programme, title={"es": "Mercadeo", "en": "Marketing"}), world.ana)
    unit = Unit.objects.create(course=made, place=1, title="Mi huésped")
    rows = [Lesson.objects.create(unit=unit, place=place, title=f"Lección {place}") for place in range(1, lessons + 1)]
    with transaction.atomic():
        ledger.revise(made, made.revision, by=world.ana)
    return made, rows


@kept
def edition_of(world: World, taught: Course, title: str, code: str, starts: date = START) -> CourseEdition:
    ends = starts + timedelta(weeks=6)
    return document(
        CourseEdition(
            institution=world.institute, course=taught, course_revision=taught.revision, programme=world.programme, title=title, code=code,
            starts_on=starts, ends_on=ends, enrol_from=starts - timedelta(30), enrol_until=starts, places=36,
        ),
        world.ana,
    )  # fmt: skip


def enrol(world: World, edition: CourseEdition, people: list[Person], of: list[Enterprise], started: int) -> list[Enrolment]:
    """Everybody has a place; the first `started` of them were at a session. Every third said that they are women."""
    asked = [
        fact(PlaceAsked, world, edition=edition, person=person, kinds="women" if number % 3 == 0 else "")
        for number, person in enumerate(people)
    ]
    rows = [
        fact(Enrolment, world, edition=edition, person=person, enterprise=of[number % len(of)], asked=asked[number])
        for number, person in enumerate(people)
    ]
    facts(*asked)
    facts(*rows)
    session = Session.objects.create(edition=edition, starts_at=ledger.now(), title="Encuentro")
    facts(*(fact(Attendance, world, session=session, enrolment=row, was_there=True) for row in rows[:started]))
    return rows


def questionnaire(world: World, edition: CourseEdition, counts: dict[str, int], *, close: bool = True) -> Survey:
    survey = document(
        Survey(
            institution=world.institute, programme=world.programme, kind="satisfaction", title="Satisfacción", is_anonymous=True,
            subject_kind="courses.edition", subject_id=edition.id,
        ),
        world.ana,
    )  # fmt: skip
    said = [word for word, people in counts.items() for _ in range(people)]
    facts(
        *(
            AnonymousAnswer(id=uuid4(), institution_id=world.institute.id, survey=survey, answers=f'{{"overall": "{word}"}}')
            for word in said
        ),
        *(AnsweredMark(id=uuid4(), institution_id=world.institute.id, about=survey.id) for _ in said),
    )
    if close:
        facts(fact(SurveyClosed, world, survey=survey))
    return survey


def end(world: World, edition: CourseEdition) -> None:
    facts(fact(EditionClosed, world, edition=edition, how="ended"))


@kept
def evaluated(world: World, *, people: int = 26, started: int = 24, counts: dict[str, int] | None = None) -> Evaluated:
    """The edition of the worked case."""
    taught, lessons = course(world)
    edition = edition_of(world, taught, "Mercadeo, primera edición", "MERCA1")
    persons = Person.objects.bulk_create(
        Person(institution=world.institute, name=f"Persona {number:02d}", joined_at=ledger.now()) for number in range(people)
    )
    hotels = enterprises(world, 12)
    enrol(world, edition, persons, hotels, started)
    survey = questionnaire(world, edition, CASE if counts is None else counts)
    end(world, edition)
    return Evaluated(taught, edition, lessons, persons, hotels, survey)


@kept
def thread(world: World, found: Evaluated) -> tuple[Card, Need, TrainingAction]:
    """A card that became a need, a need that an action answers, an action that the second lesson serves."""
    workshop = document(Workshop(institution=world.institute, programme=world.programme, title="Taller", code="MAIZ 42"), world.beto)
    joined = fact(Participant, world, person=world.rosa, workshop=workshop, way="phone")
    facts(joined)
    card = fact(Card, world, workshop=workshop, participant=joined, text="Siempre me piden rebaja")
    facts(card)
    needs = document(Needs(institution=world.institute, programme=world.programme), world.ana)
    need = Need.objects.create(needs=needs, title="Fijar precios", solved_by_training=True, suits_ict=True, place=1, rank=1, votes=12)
    NeedCard.objects.create(need=need, card=card)
    strategy = document(Strategy(institution=world.institute, programme=world.programme), world.ana)
    idle = TrainingAction.objects.create(strategy=strategy, place=1, name="Visita", kind="assistance")
    action = TrainingAction.objects.create(strategy=strategy, place=2, name="Mercadeo estratégico")
    for one in (idle, action):
        ActionNeed.objects.create(action=one, need=need)
    LessonServes.objects.create(lesson=found.lessons[1], action=action)
    return card, need, action


def owner_of(world: World, person: Person, enterprise: Enterprise) -> None:
    facts(fact(Post, world, person=person, enterprise=enterprise, role="owner"))


def ids(rows: Any) -> list[UUID]:
    return [row.id for row in rows]
