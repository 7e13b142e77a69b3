"""The sessions of an edition, and who was there."""

from collections.abc import Collection
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from milpa import ledger
from milpa.courses import groups
from milpa.courses.actions.announcing import changing
from milpa.courses.actions.writing import change, kept
from milpa.courses.models import Attendance, CourseEdition, Session
from milpa.courses.refusals import NoSuchGroup, SessionWasHeld
from milpa.people.models import Person

OF_SESSION = ("starts_at", "minutes", "way", "title", "at", "group_id")


def schedule_session(by: Person, edition_id: UUID, was: int, id: UUID, sheet: dict[str, Any]) -> Session:
    """A meeting of the edition: starts_at, minutes, way, title, at (place or link), group_id (None: for all). Sent twice it is one.

    Raises NoSuchGroup, StaleRevision.
    """
    with changing(by, edition_id, was, "courses.teach", sheet.get("title", "")) as edition:
        known = edition.sessions.filter(id=id).first()
        if known is not None:
            return known
        _refuse_foreign_group(edition, sheet)
        return Session.objects.create(id=id, edition=edition, **kept(sheet, OF_SESSION))


def change_session(by: Person, edition_id: UUID, was: int, session_id: UUID, sheet: dict[str, Any]) -> Session:
    """Changes a meeting. Raises Session.DoesNotExist, NoSuchGroup, StaleRevision."""
    with changing(by, edition_id, was, "courses.teach") as edition:
        session = edition.sessions.get(id=session_id)
        _refuse_foreign_group(edition, sheet)
        change(session, kept(sheet, OF_SESSION))
        return session


def _refuse_foreign_group(edition: CourseEdition, sheet: dict[str, Any]) -> None:
    """Raises NoSuchGroup."""
    if (group := sheet.get("group_id")) and not edition.groups.filter(id=group).exists():
        raise NoSuchGroup


def cancel_session(by: Person, edition_id: UUID, was: int, session_id: UUID) -> None:
    """Takes a meeting off the plan. Raises SessionWasHeld if attendance is on record, Session.DoesNotExist, StaleRevision."""
    with changing(by, edition_id, was, "courses.teach") as edition:
        session = edition.sessions.get(id=session_id)
        if session.attendance.exists():
            raise SessionWasHeld
        session.delete()


def mark_attendance(by: Person, session_id: UUID, id: UUID, present: Collection[UUID]) -> list[Attendance]:
    """The whole list as it was filled in: `present` are enrolments, everybody else in the list (of the group, or of all) was not there.

    Only what differs from the newest mark is recorded; sent twice it is once. Raises Session.DoesNotExist.
    """
    with transaction.atomic():
        editions = CourseEdition.objects.open_to(by, "courses.teach")
        session = Session.objects.select_related("edition").get(id=session_id, edition__in=editions)
        enrolled = list(groups.listed(session).values_list("id", flat=True))
        marks = [
            Attendance(
                id=uuid5(id, str(enrolment)), by=by, institution_id=session.edition.institution_id, session=session, enrolment_id=enrolment,
                was_there=enrolment in present,
            )
            for enrolment in enrolled
        ]  # fmt: skip
        known, new = ledger.recognise(marks)
        before = newest_marks(session)
        return [*known, *ledger.append([mark for mark in new if before.get(mark.enrolment_id) != mark.was_there])]


def newest_marks(session: Session) -> dict[UUID, bool]:
    """enrolment -> whether it was there, by the newest mark. One query."""
    return dict(session.attendance.filter(voided_by=None).in_order().values_list("enrolment", "was_there"))
