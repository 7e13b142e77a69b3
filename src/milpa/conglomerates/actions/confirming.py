"""A list that was tried is taken into the register: in batches, each safe to repeat, so that nothing waits long and nothing is lost."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from milpa import ledger
from milpa.conglomerates import duplicates, finding
from milpa.conglomerates.actions.importing import BATCH, Told, nobody
from milpa.conglomerates.content.enterprise import CONTACT
from milpa.conglomerates.models import Enterprise, ImportConfirmed, RegisterImport
from milpa.conglomerates.reading_lists import ListReader, Read, batches, written_as
from milpa.conglomerates.reference import Norms
from milpa.conglomerates.refusals import ListIsGone, NotCheckedYet, NothingToTake
from milpa.conglomerates.sizing import size_of
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.web.uploads.storing import discard

KEY = "conglomerates.register_loaded"
FILLED = ("isic", "is_rural", "workers", "led_by", "language", "contact", "phone", "email", "address", "tax_id")


def confirm_import(by: Person, import_id: UUID, id: UUID, told: Told = nobody) -> ImportConfirmed:
    """Writes the rows that can be taken, each as an enterprise with its first revision; what a known one lacked is filled in.

    An enterprise's id follows from the list and the row, so that a list taken again after a fall goes on where it was. Stopped by
    `told`, what is in stays in, and confirming again takes the rest. Raises RegisterImport.DoesNotExist, NotCheckedYet, ListIsGone,
    NothingToTake.
    """
    one = RegisterImport.objects.open_to(by).select_related("programme__institution", "file").get(id=import_id)
    institution = one.programme.institution_id
    fact = ImportConfirmed(id=id, by=by, institution_id=institution, programme=one.programme, list=one.id, name=one.name, sha256=one.sha256)
    with transaction.atomic():
        known, _new = ledger.recognise([fact])
        if known:
            return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given
        _refuse(one)
    reader = ListReader(one)
    taker, done = _Taker(one, by, reader.department_of), 0
    for batch in batches(reader, BATCH):
        with transaction.atomic():
            taker.take(batch)
        done += len(batch)
        told(done, one.rows)
    duplicates.find_again(one.programme_id)
    return _confirmed(one, fact, taker.filled)


def _refuse(one: RegisterImport) -> None:
    if one.file is None or ImportConfirmed.objects.filter(list=one.id).exists():
        raise ListIsGone
    if one.checked_at is None:
        raise NotCheckedYet
    if one.rows == one.wrong:
        raise NothingToTake


def _confirmed(one: RegisterImport, fact: ImportConfirmed, filled: int) -> ImportConfirmed:
    """The fact, last: only now the list is gone. Its wrong rows stay a while, to be corrected."""
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        locked = RegisterImport.objects.select_for_update(of=("self",)).select_related("file").get(id=one.id)
        if new:
            stored, locked.file, locked.filled = locked.file, None, filled
            locked.save(update_fields=["file", "filled"])
            if stored is not None:
                discard(stored)
            known = ledger.append(new)
            touch(one.programme_id, KEY, "surveys.access_known")  # which asks for all, where the register is small
    return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given


class _Taker:
    """Writes batches of rows."""

    def __init__(self, one: RegisterImport, by: Person, department_of: Mapping[str, str]) -> None:
        self.list, self.by, self.filled = one, by, 0
        self.norms = Norms(one.programme.institution.country)
        self.department_of = department_of
        self.finding = finding.Finder(one.programme)

    def take(self, batch: list[Read]) -> None:
        self._write_new([read for read in batch if read.is_new])
        self._fill({read.known: read for read in batch if read.known})

    def _write_new(self, rows: list[Read]) -> None:
        made = [self._enterprise(read) for read in rows]
        there = set(Enterprise.objects.filter(id__in=[one.id for one in made]).values_list("id", flat=True))
        made = [one for one in made if one.id not in there]
        Enterprise.objects.bulk_create(made, batch_size=200)
        ledger.revise_many(made, by=self.by, why=self.list.name)
        self.finding.index(made)

    def _enterprise(self, read: Read) -> Enterprise:
        one = Enterprise(
            id=uuid5(self.list.id, str(read.number)),
            institution_id=self.list.programme.institution_id,
            programme=self.list.programme,
            came_with=self.list,
            came_as=read.number,
            **self._said(read),
        )
        one.size = size_of(one, self.norms)
        one.contact_mark = ledger.uuid7() if any(getattr(one, name) for name in CONTACT) else None
        return one

    def _said(self, read: Read) -> dict[str, Any]:
        assert read.values is not None
        return written_as(read.values, read.is_rural, self.department_of)

    def _fill(self, known: dict[Any, Read]) -> None:
        """What the register did not know of enterprises that it has; what it knows stays as it is."""
        changed = []
        for one in Enterprise.objects.filter(id__in=known).select_for_update(of=("self",)):
            said = self._said(known[one.id])
            news = {name: said[name] for name in FILLED if getattr(one, name) in ("", None) and said[name] not in ("", None)}
            if not news:
                continue
            for name, value in news.items():
                setattr(one, name, value)
            one.size = size_of(one, self.norms)
            if news.keys() & set(CONTACT):
                one.contact_mark = ledger.uuid7()
            changed.append(one)
        Enterprise.objects.bulk_update(changed, [*FILLED, "size", "contact_mark"], batch_size=100)
        ledger.revise_many(changed, by=self.by, why=self.list.name)
        self.filled += len(changed)
