"""Help in a lesson: asked by who learns, given by who teaches."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import pinned, saying
from milpa.courses.actions.learning import seat_of
from milpa.courses.models import HelpAsked, HelpGiven
from milpa.courses.refusals import CommentEmpty, EditionIsClosed, HelpEmpty, LessonUnknown
from milpa.people.models import Person
from milpa.records import actions as records


def ask_for_help(by: Person, enrolment_id: UUID, lesson_id: UUID, id: UUID, text: str) -> HelpAsked:
    """Sent twice it is once. Raises Enrolment.DoesNotExist, HelpEmpty, LessonUnknown, EditionIsClosed, Conflict."""
    seat = seat_of(by, enrolment_id)
    course = pinned.course_at(seat.course, seat.revision)
    lesson = course.lesson(lesson_id)
    fact = HelpAsked(id=id, by=by, institution_id=seat.institution, enrolment_id=seat.enrolment, lesson=lesson_id, text=text.strip())
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        if new:
            if seat.has_left:
                raise EditionIsClosed
            if lesson is None:
                raise LessonUnknown
            if not fact.text:
                raise HelpEmpty
            known += ledger.append(new)
    stored: HelpAsked = known[0]
    title = lesson.title if lesson else ""
    records.append([saying.help_asked(seat.around, stored.pk, course, lesson_id, title, stored.recorded_at)])  # last, and safe to repeat
    return stored


def give_help(by: Person, asked_id: UUID, id: UUID, text: str) -> HelpGiven:
    """The answer, which the learner reads beside their question. Sent twice it is once.

    Raises HelpAsked.DoesNotExist, CommentEmpty, Conflict.
    """
    with transaction.atomic():
        asked = HelpAsked.objects.open_to(by).select_related("enrolment__edition").get(id=asked_id, voided_by=None)
        fact = HelpGiven(id=id, by=by, institution_id=asked.institution_id, asked=asked, text=text.strip())
        known, new = ledger.recognise([fact])
        if new:
            if not fact.text:
                raise CommentEmpty
            known += ledger.append(new)
    stored: HelpGiven = known[0]
    edition = asked.enrolment.edition
    course = pinned.course_at(edition.course_id, edition.course_revision)
    lesson = course.lesson(asked.lesson)
    records.append([saying.help_given(asked, stored.pk, by.pk, course, lesson.title if lesson else "", stored.recorded_at)])
    return stored
