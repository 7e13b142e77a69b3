"""Evidence by hand: attached, said to suffice, withdrawn."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.models import Voided
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.models import EvidenceAttached, Programme
from milpa.programmes.refusals import Historical, NotOfTheGuide, NotYourEvidence, OnlyACoordinatorSuffices
from milpa.web.uploads.accept import accept

BELONGS = "programmes.evidence"  # who may see the programme reads its files
FAMILIES = {"photo": ("picture",), "file": ("picture", "pdf", "audio", "video", "sheet", "text")}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached to a step. `key`: the evidence it stands for; empty for the step as a whole."""

    step: str
    kind: str  # "file", "photo", "link", "note"
    title: str
    key: str = ""
    note: str = ""
    link: str = ""
    suffices: bool = False


def attach(by: Any, id: UUID, programme_id: UUID, attachment: Attachment, upload: UploadedFile | None = None) -> EvidenceAttached:
    """Attaches evidence to a step. The file is stored under the fact's own id, so that sent twice it is stored once.

    With `suffices` nothing else is needed for that key, or for the step: only who may say so. Raises NotYours, Programme.DoesNotExist,
    NotOfTheGuide, OnlyACoordinatorSuffices, and what `uploads.accept` raises for a file that does not fit.
    """
    if not may(by, "programmes.attach"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "programmes.attach").select_related("institution").get(id=programme_id)
        brings_a_file = attachment.kind in FAMILIES and upload is not None
        fact = _fact(by, id, programme, attachment, id if brings_a_file else None)
        stored, new = ledger.recognise([fact])
        if new:
            _refuse_foreign(by, programme, attachment)
            if brings_a_file:
                families = FAMILIES[attachment.kind]
                accept(upload, by=by, institution=programme.institution, families=families, belongs=(BELONGS, id), id=id)
            stored = ledger.append(new)
    return stored[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def suffice(by: Any, id: UUID, evidence_id: UUID, why: str) -> EvidenceAttached:
    """A coordinator says that what somebody attached suffices, and why. Raises NotYours, EvidenceAttached.DoesNotExist."""
    if not may(by, "programmes.suffice"):
        raise NotYours
    programmes = Programme.objects.open_to(by, "programmes.suffice")
    found = EvidenceAttached.objects.filter(voided_by=None, programme__in=programmes).get(id=evidence_id)
    title = _("“{evidence}” suffices").format(evidence=found.title)[:160]
    said = Attachment(found.step, "note", title, key=found.key, note=why, suffices=True)
    return attach(by, id, found.programme_id, said)


def withdraw_evidence(by: Any, id: UUID, evidence_id: UUID, why: str) -> Voided:
    """It no longer counts; it stays in sight as withdrawn, with the reason. By who attached it, or by a coordinator.

    Raises NotYours, EvidenceAttached.DoesNotExist, NotYourEvidence.
    """
    if not may(by, "programmes.attach"):
        raise NotYours
    with transaction.atomic():
        programmes = Programme.objects.open_to(by, "programmes.attach")
        found = EvidenceAttached.objects.filter(programme__in=programmes).select_related("programme").get(id=evidence_id)
        suffices = Programme.objects.open_to(by, "programmes.suffice").filter(id=found.programme_id).exists()
        if found.by_id != by.id and not suffices:
            raise NotYourEvidence
        return ledger.void(found, by=by, why=why, id=id)


def _refuse_foreign(by: Any, programme: Programme, attachment: Attachment) -> None:
    step = programme.guide.steps.get(attachment.step)
    if step is None or (attachment.key and attachment.key not in step.evidence):
        raise NotOfTheGuide
    if programme.is_historical:
        raise Historical
    if attachment.suffices and not Programme.objects.open_to(by, "programmes.suffice").filter(id=programme.id).exists():
        raise OnlyACoordinatorSuffices


def _fact(by: Any, id: UUID, programme: Programme, attachment: Attachment, file: UUID | None) -> EvidenceAttached:
    said = replace(attachment, link=attachment.link if attachment.kind == "link" else "")
    return EvidenceAttached(
        id=id,
        by=by,
        institution_id=programme.institution_id,
        programme=programme,
        step=said.step,
        key=said.key,
        kind=said.kind,
        title=said.title,
        note=said.note,
        link=said.link,
        file=file,
        suffices=said.suffices,
    )
