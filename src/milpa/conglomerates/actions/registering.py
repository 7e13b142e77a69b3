"""One enterprise written or corrected by hand, its contact data erased when asked, and whether it is of the counterpart's board."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates import duplicates, reference
from milpa.conglomerates.content.enterprise import CONTACT
from milpa.conglomerates.finding import Finder
from milpa.conglomerates.models import BoardSaid, Enterprise
from milpa.conglomerates.reference import Norms
from milpa.conglomerates.refusals import NotAMunicipality
from milpa.conglomerates.sizing import size_of
from milpa.people.models import Person
from milpa.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of an enterprise; empty or None where nothing is. The department and the size class follow from the rest."""

    name: str
    municipality: str = ""
    tax_id: str = ""
    isic: str = ""
    is_rural: bool | None = None
    workers: int | None = None
    sales: Decimal | None = None
    of_year: int | None = None
    led_by: str = ""
    language: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


FIELDS = tuple(Sheet.__dataclass_fields__)


def add_enterprise(by: Person, programme_id: UUID, id: UUID, sheet: Sheet) -> Enterprise:
    """An enterprise that came by no list. Sent twice it is one. Raises Programme.DoesNotExist, NotAMunicipality."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "conglomerates.edit_register").select_related("institution").get(id=programme_id)
        known = Enterprise.objects.filter(id=id, programme=programme).first()
        if known is not None:
            return known
        one = Enterprise(id=id, institution_id=programme.institution_id, programme=programme)
        _write(one, programme, sheet)
        ledger.create(one, by=by)
        _after(one, programme)
        return one


def edit_enterprise(by: Person, enterprise_id: UUID, was: int, sheet: Sheet, why: str = "") -> Enterprise:
    """Raises Enterprise.DoesNotExist, StaleRevision, NotAMunicipality."""
    with transaction.atomic():
        mine = Enterprise.objects.open_to(by, "conglomerates.edit_register").select_related("programme__institution")
        one = mine.select_for_update(of=("self",)).get(id=enterprise_id)
        _write(one, one.programme, sheet)
        one.save(update_fields=[*FIELDS, "department", "size", "contact_mark"])
        ledger.revise(one, was, by=by, why=why)
        _after(one, one.programme)
        return one


def _write(one: Enterprise, programme: Programme, sheet: Sheet) -> None:
    if any(getattr(one, name) != getattr(sheet, name) for name in CONTACT):
        one.contact_mark = ledger.uuid7()
    for name in FIELDS:
        setattr(one, name, getattr(sheet, name))
    one.department = ""
    if sheet.municipality:
        place = reference.municipality(sheet.municipality)
        if place is None or place.country != programme.institution.country:
            raise NotAMunicipality(code=sheet.municipality)
        one.department = place.department
    one.size = size_of(one, Norms(programme.institution.country))


def _after(one: Enterprise, programme: Programme) -> None:
    duplicates.find_for(one)
    Finder(programme).index([one])


def erase_contact(by: Person, enterprise_id: UUID, why: str) -> Enterprise:
    """Whom to call, and where, is emptied, at the wish of whoever it is about; no revision holds it. Done twice it is done once.

    Raises Enterprise.DoesNotExist.
    """
    with transaction.atomic():
        mine = Enterprise.objects.open_to(by, "conglomerates.erase_contact").select_related("programme__institution")
        one = mine.select_for_update(of=("self",)).get(id=enterprise_id)
        if not any(getattr(one, name) for name in CONTACT):
            return one
        for name in CONTACT:
            setattr(one, name, "")
        one.contact_mark = None
        one.save(update_fields=[*CONTACT, "contact_mark"])
        ledger.revise(one, one.revision, by=by, why=why)
        duplicates.find_for(one)
        return one


def say_board(by: Person, enterprise_id: UUID, id: UUID, on_board: bool) -> BoardSaid:
    """Whether somebody of the enterprise sits on the counterpart's board. Raises Enterprise.DoesNotExist."""
    with transaction.atomic():
        one = Enterprise.objects.open_to(by, "conglomerates.edit_register").get(id=enterprise_id)
        fact = BoardSaid(id=id, by=by, institution_id=one.institution_id, enterprise=one, on_board=on_board)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]  # type: ignore[return-value]  # recognise keeps the class it was given
