"""Certificates: issued to all who met the announced rules, withdrawn with a reason."""

import secrets
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import standings
from milpa.courses.actions.announcing import LETTERS
from milpa.courses.models import CertificateIssued, CourseEdition
from milpa.courses.models.edition import ENDED
from milpa.courses.refusals import NotEndedYet, ReasonNeeded
from milpa.ledger.models.voiding import Voided
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch

CODE_LENGTH = 10


def issue_certificates(by: Person, edition_id: UUID) -> list[CertificateIssued]:
    """Certificates for all who met the announced rules of an ended edition and have none yet; answers all that stand.

    Raises CourseEdition.DoesNotExist, NotEndedYet.
    """
    edition = CourseEdition.objects.open_to(by, "courses.certify").select_related("course").get(id=edition_id)
    met = [id for id, decision in standings.decisions(edition).items() if decision.is_met]  # reads `records` before the transaction
    with transaction.atomic():
        edition = CourseEdition.objects.select_for_update(of=("self",)).get(id=edition_id)
        if not edition.closings.filter(voided_by=None, how=ENDED).exists():
            raise NotEndedYet
        issued = list(CertificateIssued.objects.filter(enrolment__edition=edition).in_order())
        known = {row.enrolment_id for row in issued}
        new = [
            CertificateIssued(
                id=ledger.uuid7(), by=by, institution_id=edition.institution_id, enrolment_id=id, code=_code(), hours=edition.hours
            )
            for id in met
            if id not in known and edition.gives_certificate
        ]
        touch(edition.programme_id, "courses.certificates_issued")
        return [*(row for row in issued if row.voided_by is None), *ledger.append(new)]


def withdraw_certificate(by: Person, certificate_id: UUID, id: UUID, why: str) -> Voided:
    """The certificate no longer holds, and its page says so. Raises CertificateIssued.DoesNotExist, ReasonNeeded."""
    with transaction.atomic():
        programmes = Programme.objects.open_to(by, "courses.certify")
        certificate = CertificateIssued.objects.get(id=certificate_id, enrolment__edition__programme__in=programmes)
        if not why.strip():
            raise ReasonNeeded
        return ledger.void(certificate, by=by, why=why, id=id)


def _code() -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))
