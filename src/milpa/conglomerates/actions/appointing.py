"""The counterpart is appointed under a written mandate, and its mandate ends."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.conglomerates.models import CounterpartAppointed, CounterpartEnded
from milpa.conglomerates.refusals import NotOfTheBody, NotSpeaking, ReasonNeeded, SameLiaisonAndDeputy
from milpa.people.models import Institution, Person
from milpa.programmes.models import Partner, Programme
from milpa.programmes.touching import touch
from milpa.web.uploads.accept import accept

KEY = "conglomerates.counterpart_appointed"
RESTS_ON_IT = ("conglomerates.agreement_signed", "strategies.signed_by_counterpart", "strategies.signed_by_partners")  # who has to sign
BELONGS = "conglomerates.counterpart"  # the mandate is read by whoever sees the programme
FAMILIES = ("pdf", "picture", "text")


@dataclass(frozen=True, slots=True)
class Mandate:
    """Whom the body represents and who speaks for it. Liaison and deputy: somebody of the body by id, or a name of somebody new."""

    kind: str  # "association" or "committee"
    members: int | None = None
    territory: str = ""
    note: str = ""  # which document or minutes, where they are
    until: date | None = None
    liaison: UUID | None = None
    deputy: UUID | None = None
    liaison_name: str = ""
    deputy_name: str = ""
    signatories: tuple[str, ...] = field(default=())


def appoint_counterpart(
    by: Person, id: UUID, programme_id: UUID, body_id: UUID, mandate: Mandate, upload: UploadedFile | None = None
) -> CounterpartAppointed:
    """`body`, a partner that accepted to speak for the conglomerate, is its counterpart. A mandate that stood before ends with this one;
    its document goes on where no other is brought. Sent twice it is one.

    Raises Programme.DoesNotExist, NotSpeaking, NotOfTheBody, SameLiaisonAndDeputy, and what `uploads.accept` raises.
    """
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "conglomerates.appoint").select_related("institution").get(id=programme_id)
        body = Institution.objects.filter(id=body_id).first()
        before = CounterpartAppointed.objects.standing().filter(programme=programme).in_order().last()
        known = CounterpartAppointed.objects.filter(id=id).first()
        brought = id if upload is not None else (known.mandate if known else _document_before(before, body))
        fact = _fact(by, id, programme, body, mandate, brought)
        stored, new = ledger.recognise([fact])
        if not new:
            return stored[0]  # type: ignore[return-value]  # recognise keeps the class it was given
        _refuse(programme, body, mandate)
        assert body is not None
        _make_people(fact, body, mandate)
        if upload is not None:
            accept(upload, by=by, institution=programme.institution, families=FAMILIES, belongs=(BELONGS, id), id=id)
        appended = ledger.append([*_ending(by, before), fact])
        touch(programme.id, KEY, *RESTS_ON_IT)
        return appended[-1]  # type: ignore[return-value]  # it was the last of the list


def _document_before(before: CounterpartAppointed | None, body: Institution | None) -> UUID | None:
    return before.mandate if before and body and before.body_id == body.id else None


def _ending(by: Person, before: CounterpartAppointed | None) -> list[CounterpartEnded]:
    if before is None:
        return []
    why = _("Another mandate took its place.")
    return [CounterpartEnded(id=ledger.uuid7(), by=by, institution_id=before.institution_id, counterpart=before, why=why)]


def _refuse(programme: Programme, body: Institution | None, mandate: Mandate) -> None:
    speaks = body is not None and Partner.objects.accepted().filter(programme=programme, invited=body, speaks=True).exists()
    if body is None or not speaks:
        raise NotSpeaking(name=body.name if body else "?")
    asked = {one for one in (mandate.liaison, mandate.deputy) if one is not None}
    if Person.objects.filter(institution=body, erased_at=None, id__in=asked).count() < len(asked):
        raise NotOfTheBody(name=body.name)
    if mandate.liaison is not None and mandate.liaison == mandate.deputy:
        raise SameLiaisonAndDeputy


def _person_id(id: UUID, chosen: UUID | None, name: str, part: str) -> UUID | None:
    """Somebody new has an id that follows from the fact's, so that a form sent again names the same person."""
    return chosen or (uuid5(id, part) if name.strip() else None)


def _make_people(fact: CounterpartAppointed, body: Institution, mandate: Mandate) -> None:
    new = [(mandate.liaison, mandate.liaison_name, fact.liaison_id), (mandate.deputy, mandate.deputy_name, fact.deputy_id)]
    for chosen, name, id in new:
        if chosen is None and id is not None:
            Person.objects.create(id=id, institution=body, name=name.strip(), language=body.language, joined_at=ledger.now())


def _fact(
    by: Person, id: UUID, programme: Programme, body: Institution | None, mandate: Mandate, document: UUID | None
) -> CounterpartAppointed:
    return CounterpartAppointed(
        id=id,
        by=by,
        institution_id=programme.institution_id,
        programme=programme,
        body=body,
        kind=mandate.kind,
        members=mandate.members,
        territory=mandate.territory,
        mandate=document,
        mandate_note=mandate.note,
        until=mandate.until,
        liaison_id=_person_id(id, mandate.liaison, mandate.liaison_name, "liaison"),
        deputy_id=_person_id(id, mandate.deputy, mandate.deputy_name, "deputy"),
        signatories=list(mandate.signatories),
    )


def end_counterpart(by: Person, id: UUID, counterpart_id: UUID, why: str) -> CounterpartEnded:
    """The mandate is over before its term, and why. Raises CounterpartAppointed.DoesNotExist, ReasonNeeded."""
    with transaction.atomic():
        mine: Any = Programme.objects.open_to(by, "conglomerates.appoint")
        counterpart = CounterpartAppointed.objects.filter(programme__in=mine, voided_by=None).get(id=counterpart_id)
        fact = CounterpartEnded(id=id, by=by, institution_id=counterpart.institution_id, counterpart=counterpart, why=why)
        known, new = ledger.recognise([fact])
        if new:
            if not why.strip():
                raise ReasonNeeded
            known = ledger.append(new)
            touch(counterpart.programme_id, KEY, *RESTS_ON_IT)
        return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given
