"""The evidence of the phase in which one agrees with the counterpart: appointed, the letter signed, the register loaded."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from django.urls import reverse

from milpa.conglomerates import letter, mandates
from milpa.conglomerates.models import Agreement, CounterpartAppointed, ImportConfirmed
from milpa.ledger.models.signatures import Signed
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said


def counterpart_appointed(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """The mandate or the assembly's minutes, a term that is not over, a liaison and a deputy."""
    ids = list(programmes)
    found = letter.counterparts(ids)
    return {id: _appointed(id, found.get(id)) for id in ids}


def _appointed(programme: UUID, counterpart: CounterpartAppointed | None) -> EvidenceAnswer:
    link, lacks = reverse("conglomerates:counterpart", args=[programme]), mandates.lacks(counterpart)
    if counterpart is None:
        return EvidenceAnswer(False, lacks[0], link=link)
    if lacks:
        return EvidenceAnswer(False, said("The counterpart still lacks: {what}", what=lacks), link=link)
    until = datetime.combine(counterpart.until + timedelta(days=1), time.min, tzinfo=UTC) if counterpart.until else None
    return EvidenceAnswer(True, since=counterpart.recorded_at, link=link, until=until)


def agreement_signed(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Its newest revision is signed by the owner and by the counterpart of today."""
    ids = list(programmes)
    agreements = {row.programme_id: row for row in Agreement.objects.filter(programme__in=ids)}
    bodies = letter.counterparts(ids) if agreements else {}
    documents = [row.id for row in agreements.values()]
    rows = Signed.objects.filter(document__in=documents, voided_by=None).values_list("document", "side", "number", "recorded_at")
    signed = {(document, side, number): at for document, side, number, at in rows} if documents else {}
    return {id: _signed(id, agreements.get(id), bodies.get(id), signed) for id in ids}


def _signed(
    programme: UUID, agreement: Agreement | None, counterpart: CounterpartAppointed | None, signed: dict[tuple[UUID, UUID, int], datetime]
) -> EvidenceAnswer:
    link = reverse("conglomerates:agreement", args=[programme])
    if agreement is None:
        return EvidenceAnswer(False, said("The letter of understanding has not been begun"), link=link)
    if counterpart is None:
        return EvidenceAnswer(False, said("There is no counterpart that could sign"), link=link)
    sides = [agreement.institution_id, counterpart.body_id]
    moments = [signed[key] for side in sides if (key := (agreement.id, side, agreement.revision)) in signed]
    if len(moments) < len(sides):
        missing = said("{done} of {all} signed the letter as it stands: owner and counterpart", done=len(moments), all=len(sides))
        return EvidenceAnswer(False, missing, link=link, done=len(moments), all=len(sides))
    return EvidenceAnswer(True, since=max(moments), link=link, done=len(sides), all=len(sides))


def register_loaded(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """At least one list was taken. Pairs that nobody decided are told on its page, not counted here."""
    ids = list(programmes)
    first: dict[UUID, datetime] = {}
    for programme, at in (
        ImportConfirmed.objects.filter(programme__in=ids, voided_by=None).in_order().values_list("programme", "recorded_at")
    ):
        first.setdefault(programme, at)
    return {id: _loaded(id, first.get(id)) for id in ids}


def _loaded(programme: UUID, since: datetime | None) -> EvidenceAnswer:
    link = reverse("conglomerates:register" if since else "conglomerates:bring_list", args=[programme])
    return (
        EvidenceAnswer(True, since=since, link=link) if since else EvidenceAnswer(False, said("No list is in the register yet"), link=link)
    )
