"""The courses of `courses/*.yaml` and their editions of `editions.yaml`: enrolled, taught, practised, ended, certified."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from demo.story import HERE, Story, read
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.courses import pinned
from milpa.courses.actions.accompanying import accompany
from milpa.courses.actions.announcing import announce_edition
from milpa.courses.actions.certifying import issue_certificates
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.enrolling import enrol
from milpa.courses.actions.grouping import add_group
from milpa.courses.actions.helping import ask_for_help, give_help
from milpa.courses.actions.importing import import_course
from milpa.courses.actions.learning import answer_quiz, finish_lesson, open_lesson
from milpa.courses.actions.meeting import mark_attendance, schedule_session
from milpa.courses.actions.practising import PHOTO, comment_practice, send_practice
from milpa.courses.actions.publishing import publish_course
from milpa.courses.actions.waiting import leave_course
from milpa.courses.models import Course, CourseEdition, Enrolment, Session
from milpa.records.access.credentials import make_credential
from milpa.web.uploads.accept import accept

COURSES = ("mercadeo_estrategico", "nivelacion_tic", "bienvenida")
ZONE = ZoneInfo("America/Guatemala")
LANGUAGES = {"general": "es", "qeqchi": "kek", "kiche": "quc"}
WAYS = {"association_list": "list"}


def plan(story: Story) -> None:
    page = story.taught = read("editions.yaml")
    story.on(-216, lambda: written(story))
    story.on(-60, lambda: let_in(story))
    for row in page["editions"]:
        story.on(row["announced_day"], partial(announced, story, row), hour=2)
        for learner in row.get("enrolments", []):
            story.on(max(learner["day"], row["announced_day"]), partial(enrolled, story, row, learner), hour=3)
        for waiting in row.get("waiting_list", []):
            story.on(waiting["day"], partial(asked, story, row, waiting), hour=4)
        if row["ends_day"] < 0:
            story.on(row["ends_day"], partial(ended, story, row), hour=10)
    for row in page["help"]:
        story.on(row["day"], partial(helped, story, row), hour=8)
    for row in read("practice_answers.yaml")["practices"]:
        story.on(row["day"], partial(practised, story, row), hour=9)


def let_in(story: Story) -> None:
    """The administrator gives a tool made elsewhere a key of its own to the record store."""
    make_credential(story.institution["institute"].id, "Simulador de recepción", ["statements/write", "state"], by=story.person["edgar"].id)


def written(story: Story) -> None:
    """The three courses, taken in as their pages have them, and published."""
    silvia = story.person["silvia"]
    for slug in COURSES:
        course = import_course(silvia, story.programme.id, read(f"courses/{slug}.yaml"), folder=HERE, actions=story.action)
        publish_course(silvia, course.id, course.revision, ledger.uuid7(), "Se probó en teléfonos prestados con tres personas.")
        story.course[slug] = course.id


def announced(story: Story, row: dict[str, Any]) -> None:
    course, ana, open_for = Course.objects.get(id=story.course[row["course"]]), story.person["ana"], row["enrolment"]
    reserved, until = open_for.get("reserved", {}), open_for.get("reserved_until_day")
    sheet = {
        "title": row["title"],
        "starts_on": story.day(row["starts_day"]),
        "ends_on": story.day(row["ends_day"]),
        "enrol_from": story.day(open_for["opens_day"]),
        "enrol_until": story.day(open_for["closes_day"]),
        "places": open_for["capacity"],
        "reserved_until": story.day(until) if until is not None else None,
        **{f"for_{kind}": reserved.get(kind, 0) for kind in ("women", "micro", "rural")},
    }
    units = list(course.units.order_by("place").values_list("id", flat=True))
    days = {units[int(place) - 1]: story.day(day) for place, day in row.get("unit_opens_day", {}).items()}
    teachers = [_membership(story, key) for key in row["instructors"]]
    edition = announce_edition(ana, course.id, ledger.uuid7(), sheet, instructors=teachers, unit_days=days or None)
    story.edition[row["key"]] = edition
    for number, group in enumerate(row.get("groups", []), start=1):
        about = {"name": group["title"], "language": LANGUAGES[group["key"]]}
        story.group[row["key"], group["key"]] = add_group(ana, edition.id, number, ledger.uuid7(), about).id
    for session in row.get("sessions", []):
        _schedule(story, row, session)
    if course.kind == "onboarding":
        _welcome(story, row)


def _membership(story: Story, key: str) -> UUID:
    return story.person[key].memberships.open().get(role="instructor").id


def _schedule(story: Story, row: dict[str, Any], session: dict[str, Any]) -> None:
    edition = CourseEdition.objects.get(id=story.edition[row["key"]].id)
    hour, minute = (int(part) for part in session["at"].split(":"))
    day = story.day(session["day"])
    starts = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE).astimezone(UTC)
    sheet = {"starts_at": starts, "minutes": session["minutes"], "way": session["kind"], "title": session["title"]}
    made = schedule_session(story.person[row["instructors"][0]], edition.id, edition.revision, ledger.uuid7(), sheet)
    if session["attended"]:
        story.on(session["day"], partial(_attended, story, row, made, session["attended"]), hour=9)


def _attended(story: Story, row: dict[str, Any], session: Session, people: list[str]) -> None:
    present = [story.enrolment[row["key"], key].id for key in people if (row["key"], key) in story.enrolment]
    mark_attendance(story.person[row["instructors"][0]], session.id, ledger.uuid7(), present)


def enrolled(story: Story, row: dict[str, Any], learner: dict[str, Any]) -> None:
    """By oneself through a link or a poster, or by the association's list; then the lessons of the weeks that follow."""
    _enrol(story, row, learner)
    if learner["outcome"] == "left":
        story.on(learner["left_day"], partial(_left, story, row["key"], learner), hour=10)
    if learner["lessons"]:
        _put_lessons_on_the_agenda(story, row["key"], learner)


def _enrol(story: Story, row: dict[str, Any], learner: dict[str, Any]) -> None:
    person, way = story.person[learner["person"]], WAYS.get(learner.get("way", ""), learner.get("way", "list"))
    by = story.person["carmen"] if way == "list" else person
    said = {"way": way, "kinds": learner["kinds"], "reached_by": learner.get("reached_by", "")}
    said["group"] = story.group.get((row["key"], learner.get("group", "")))
    where = story.enterprise_of(learner["person"])
    place = enrol(by, story.edition[row["key"]].id, ledger.uuid7(), person.id, enterprise_id=where, **said)
    if isinstance(place, Enrolment):
        story.enrolment[row["key"], learner["person"]] = place


def asked(story: Story, row: dict[str, Any], learner: dict[str, Any]) -> None:
    """The edition is full: they stand in line."""
    _enrol(story, row, learner)


def _left(story: Story, edition: str, learner: dict[str, Any]) -> None:
    leave_course(story.person[learner["person"]], story.enrolment[edition, learner["person"]].id, ledger.uuid7(), learner["reason"])


def _put_lessons_on_the_agenda(story: Story, edition: str, learner: dict[str, Any]) -> None:
    """In order, spread evenly from the day the person began to the last day they were seen."""
    taught = story.edition[edition]
    lessons = list(pinned.course_at(taught.course_id, taught.course_revision).lessons)[: learner["lessons"]]
    first, last = learner["started_day"], learner["last_day"]
    chance = Random(f"{edition} {learner['person']}")
    for number, lesson in enumerate(lessons):
        day = first + round((last - first) * number / max(1, len(lessons) - 1))
        minute = 30 * number % 240 + chance.randrange(20)
        story.on(
            day,
            partial(_learn, story, edition, learner["person"], lesson, chance, learner["right"]),
            hour=-2 if day == 0 else 8,
            minute=minute,
        )


def _learn(story: Story, edition: str, key: str, lesson: pinned.Lesson, chance: Random, right: float) -> None:
    person, enrolment, id = story.person[key], story.enrolment[edition, key].id, UUID(str(lesson.id))
    open_lesson(person, enrolment, id)
    if not lesson.questions:
        finish_lesson(person, enrolment, id, ledger.uuid7())
        return
    answers = {question.id: _answer(question, chance.random() < right) for question in lesson.questions}
    answer_quiz(person, enrolment, id, ledger.uuid7(), answers)


def _answer(question: pinned.Question, right: bool) -> str | list[str]:
    if question.kind == "choice":
        return question.right[0] if right else next(str(n) for n in range(len(question.options)) if str(n) not in question.right)
    if question.kind == "multiple":
        return list(question.right) if right else [next(str(n) for n in range(len(question.options)) if str(n) not in question.right)]
    if question.kind == "ordering":
        return list(question.right) if right else list(reversed(question.right))
    if question.kind == "number":
        return str(question.value if right else (question.value or 0) + 10 * question.tolerance + Decimal(7))
    return question.accepted[0] if right else "no sé"


def helped(story: Story, row: dict[str, Any]) -> None:
    """Asked in a lesson; answered on its day, or still waiting."""
    edition, enrolment = story.edition[row["edition"]], story.enrolment[row["edition"], row["by"]]
    lesson = list(pinned.course_at(edition.course_id, edition.course_revision).lessons)[row["lesson"] - 1]
    asked = ask_for_help(story.person[row["by"]], enrolment.id, UUID(str(lesson.id)), ledger.uuid7(), row["text"])
    if answer := row.get("answer"):
        by = story.person[answer["by"]]
        story.on(answer["day"], lambda: give_help(by, asked.id, ledger.uuid7(), answer["text"]), hour=3)


def practised(story: Story, row: dict[str, Any]) -> None:
    """Sent with its photograph; the instructor answers on a later day, or the practice still waits."""
    units = pinned.course_at(story.edition[row["edition"]].course_id, story.edition[row["edition"]].course_revision).units
    person, id = story.person[row["by"]], ledger.uuid7()
    photo = _photo(story, person, row["photo"], id) if row.get("photo") else None
    enrolment = story.enrolment[row["edition"], row["by"]]
    send_practice(person, enrolment.id, UUID(str(units[row["unit"] - 1].id)), id, row["text"], photo)
    if feedback := row["feedback"]:
        by = story.person[feedback["by"]]
        comment = partial(comment_practice, by, id, ledger.uuid7(), feedback["text"], is_well=feedback["approved"])
        story.on(feedback["day"], comment, hour=10)


def _photo(story: Story, person: Any, name: str, practice: UUID) -> UUID:
    content = (HERE / "pictures" / f"{name}.webp").read_bytes()
    file = SimpleUploadedFile(f"{name}.webp", content)
    institution = story.institution["institute"]
    stored = accept(file, by=person, institution=institution, families=["picture"], belongs=(PHOTO, practice), id=ledger.uuid7())
    return UUID(str(stored.id))


def _welcome(story: Story, row: dict[str, Any]) -> None:
    """Everybody enrolled in the course that follows is enrolled in its welcome lesson, and finishes it alone or accompanied."""
    number, julio = row["key"].rsplit("_", 1)[1], story.person["julio"]
    learners = next(one["enrolments"] for one in story.taught["editions"] if one["key"] == f"mercadeo_{number}")
    for place, learner in enumerate(learners):
        if learner["day"] > row["enrolment"]["closes_day"]:
            continue
        key = learner["person"]
        story.enrolment[row["key"], key] = enrol(julio, story.edition[row["key"]].id, ledger.uuid7(), story.person[key].id, way="list")
        day = row["starts_day"] + 1 + place % max(1, row["ends_day"] - row["starts_day"] - 1)
        if key in row["accompanied"]:
            note = "Pasó la lección de bienvenida con compañía, en su propio teléfono."
            story.on(day, partial(accompany, julio, story.programme.id, story.person[key].id, ledger.uuid7(), note), hour=6)
        elif learner["lessons"] or row["finished"] == "all_who_enrolled":
            story.on(day, partial(_finish_all, story, row["key"], key), hour=6)


def _finish_all(story: Story, edition: str, key: str) -> None:
    taught = story.edition[edition]
    for lesson in pinned.course_at(taught.course_id, taught.course_revision).lessons:
        _learn(story, edition, key, lesson, Random(key), 1.0)


def levelled(story: Story, edition: str, key: str, tasks: list[str]) -> None:
    """The remedial units of the person's own gaps, in the edition of levelling of that time."""
    julio, remedial = story.person["julio"], edition.replace("mercadeo", "nivelacion")
    if (remedial, key) not in story.enrolment:
        story.enrolment[remedial, key] = enrol(julio, story.edition[remedial].id, ledger.uuid7(), story.person[key].id, way="list")
    taught = story.edition[remedial]
    for unit in pinned.course_at(taught.course_id, taught.course_revision).units:
        if unit.task in tasks:
            for lesson in unit.lessons:
                _learn(story, remedial, key, lesson, Random(key), 0.9)


def ended(story: Story, row: dict[str, Any]) -> None:
    """The edition ends; who met the rules gets the certificate on its day."""
    ana, edition = story.person["ana"], story.edition[row["key"]]
    close_edition(ana, edition.id, ledger.uuid7(), "ended")
    if (day := row.get("certificates_day")) is not None:
        story.on(day, partial(issue_certificates, ana, edition.id), hour=4)
