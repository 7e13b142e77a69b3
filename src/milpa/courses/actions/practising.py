"""A practice in one's own business: sent in words and perhaps a photograph, and commented by who teaches."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import pinned, saying
from milpa.courses.actions.learning import seat_of
from milpa.courses.models import PracticeCommented, PracticeSent
from milpa.courses.refusals import CommentEmpty, EditionIsClosed, LessonUnknown, PracticeEmpty
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.records import actions as records
from milpa.web.models import StoredFile

PHOTO = "courses.practice"  # what a practice's photograph belongs to


def send_practice(by: Person, enrolment_id: UUID, unit_id: UUID, id: UUID, text: str, photo: UUID | None = None) -> PracticeSent:
    """Sent twice it is once; sent anew with another id, both stay. `photo`: a StoredFile that belongs to this id.

    Raises Enrolment.DoesNotExist, LessonUnknown for a unit without a practice, PracticeEmpty, EditionIsClosed, Conflict.
    """
    seat = seat_of(by, enrolment_id)
    course = pinned.course_at(seat.course, seat.revision)
    unit = course.unit(unit_id)
    fact = PracticeSent(
        id=id, by=by, institution_id=seat.institution, enrolment_id=seat.enrolment, unit=unit_id, text=text.strip(), photo=photo
    )
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        if new:
            if seat.has_left:
                raise EditionIsClosed
            if unit is None or unit.practice is None:
                raise LessonUnknown
            if not fact.text and photo is None:
                raise PracticeEmpty
            if photo is not None:
                StoredFile.objects.get(id=photo, belongs_kind=PHOTO, belongs_id=id)
            known += ledger.append(new)
    stored: PracticeSent = known[0]
    title = unit.practice.title if unit is not None and unit.practice is not None else ""
    records.append([saying.practice(seat.around, stored.pk, course, unit_id, title, stored.recorded_at)])  # last, and safe to repeat
    return stored


def comment_practice(by: Person, practice_id: UUID, id: UUID, text: str, *, is_well: bool) -> PracticeCommented:
    """What the instructor saw. `is_well` counts for the certificate; a later comment replaces it. Sent twice it is once.

    Raises PracticeSent.DoesNotExist, CommentEmpty, Conflict.
    """
    with transaction.atomic():
        practice = PracticeSent.objects.open_to(by).select_related("enrolment__edition").get(id=practice_id)
        fact = PracticeCommented(
            id=id, by=by, institution_id=practice.institution_id, practice=practice, is_well=is_well, text=text.strip()
        )
        known, new = ledger.recognise([fact])
        if new:
            if not fact.text:
                raise CommentEmpty
            known += ledger.append(new)
            touch(practice.enrolment.edition.programme_id, "courses.certificates_issued")
        stored: PracticeCommented = known[0]
        return stored
