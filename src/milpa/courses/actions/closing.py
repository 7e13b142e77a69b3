"""An edition ends, is postponed or cancelled, or goes on after all."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses.models import CourseEdition, EditionClosed
from milpa.courses.models.edition import ENDED
from milpa.courses.refusals import ReasonNeeded
from milpa.ledger.models.voiding import Voided
from milpa.people.models import Person
from milpa.programmes.touching import touch

KEYS = ("courses.edition_finished", "courses.enrolled", "courses.certificates_issued", "results.satisfaction_available")


def close_edition(by: Person, edition_id: UUID, id: UUID, how: str, why: str = "") -> EditionClosed:
    """How: ended, postponed, cancelled; the last two need a reason. Closed once; sent twice it is once.

    Raises CourseEdition.DoesNotExist, ReasonNeeded.
    """
    with transaction.atomic():
        edition = CourseEdition.objects.open_to(by, "courses.close").select_for_update(of=("self",)).get(id=edition_id)
        fact = EditionClosed(id=id, by=by, institution_id=edition.institution_id, edition=edition, how=how, why=why.strip())
        known, new = ledger.recognise([fact])
        before = edition.closings.filter(voided_by=None).in_order().last()
        if new and before is not None:
            return before
        if new:
            if how != ENDED and not fact.why:
                raise ReasonNeeded
            known += ledger.append(new)
            touch(edition.programme_id, *KEYS)
        closed: EditionClosed = known[0]
        return closed


def reopen_edition(by: Person, edition_id: UUID, id: UUID, why: str) -> Voided | None:
    """A closed edition goes on: its closing no longer counts. None if it was open. Raises ReasonNeeded, CourseEdition.DoesNotExist."""
    with transaction.atomic():
        edition = CourseEdition.objects.open_to(by, "courses.close").select_for_update(of=("self",)).get(id=edition_id)
        closing = edition.closings.filter(voided_by=None).in_order().last()
        if closing is None:
            return None
        if not why.strip():
            raise ReasonNeeded
        voided = ledger.void(closing, by=by, why=why, id=id)
        touch(edition.programme_id, *KEYS)
        return voided
