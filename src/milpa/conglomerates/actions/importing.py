"""A list is received, its columns are said, and it is tried: nothing is in the register before somebody confirms it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from milpa import ledger
from milpa.conglomerates import columns, reference
from milpa.conglomerates.models import ImportConfirmed, RegisterImport, WrongRow
from milpa.conglomerates.reading_lists import ListReader, Read, batches, entries_of, entry
from milpa.conglomerates.refusals import ListIsGone, NoRows
from milpa.conglomerates.rules.duplicates import Entry, candidate_pairs
from milpa.conglomerates.sheets import headed
from milpa.ledger.refusals import Conflict
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.web import limits
from milpa.web.models import StoredFile
from milpa.web.uploads.accept import accept
from milpa.web.uploads.storing import discard, opened

BELONGS = "conglomerates.import"  # read by whoever may import
SAMPLE = 200  # rows by which the columns are guessed
ALIKE_SHOWN = 50
BATCH = 500

Told = Callable[[int, int | None], None]


def nobody(_done: int, _total: int | None) -> None:
    """Nobody asks how far it is."""


def receive_list(by: Person, programme_id: UUID, id: UUID, upload: UploadedFile) -> RegisterImport:
    """Keeps the sheet and guesses what its columns are. Sent twice it is one.

    Raises Programme.DoesNotExist, Conflict, NoHeadings, NoRows, NotReadable, TooManyRows, and what `uploads.accept` raises.
    """
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "conglomerates.import_register").select_related("institution").get(id=programme_id)
        known = RegisterImport.objects.filter(id=id).first()
        if known is not None:
            if known.programme_id != programme.id or known.by_id != by.id:
                raise Conflict
            return known
        forget_old(programme.id)
        stored = accept(upload, by=by, institution=programme.institution, families=("sheet",), belongs=(BELONGS, id), id=id)
        one = RegisterImport(id=id, programme=programme, by=by, file=stored, name=stored.name, sha256=stored.sha256)
        _look_at_columns(one, stored, programme.institution.country)
        one.save(force_insert=True)
        return one


def _look_at_columns(one: RegisterImport, stored: StoredFile, country: str) -> None:
    with opened(stored) as file:
        headings, rows = headed(file, stored.kind)
        sample = [cells for _number, cells in islice(rows, SAMPLE)]
    if not sample:
        raise NoRows
    places = reference.gazetteer(reference.municipalities(country))
    names = [name for _code, name in reference.departments(country)]
    one.headings = headings
    one.guesses = columns.guessed(headings, sample, places, frozenset(reference.classes()), names)
    one.columns = columns.of_guesses(one.guesses)


def _open_list(by: Person, import_id: UUID) -> RegisterImport:
    """A list that waits to be taken, locked. Raises RegisterImport.DoesNotExist, ListIsGone."""
    mine = RegisterImport.objects.open_to(by).select_related("programme__institution", "file")
    one = mine.select_for_update(of=("self",)).get(id=import_id)
    if one.file is None or ImportConfirmed.objects.filter(list=one.id).exists():
        raise ListIsGone
    return one


def say_columns(by: Person, import_id: UUID, by_column: Mapping[int, str]) -> RegisterImport:
    """What each column is, as a person says; what was tried before no longer counts. Raises ColumnTwice, ColumnIsMissing, ListIsGone."""
    with transaction.atomic():
        one = _open_list(by, import_id)
        one.columns, one.checked_at = columns.said(by_column), None
        one.save(update_fields=["columns", "checked_at"])
        return one


def try_list(by: Person, import_id: UUID, told: Told = nobody) -> RegisterImport:
    """The dry run: every row is looked at, what is wrong is written down, and nothing goes into the register.

    Raises RegisterImport.DoesNotExist, ListIsGone, ColumnIsMissing, NotReadable, TooManyRows.
    """
    with transaction.atomic():
        one = _open_list(by, import_id)
        columns.refuse_lacking(one.columns)
        one.wrong_rows.all().delete()
    found, entries = dict.fromkeys(["rows", "good", "wrong", "known", "repeated"], 0), []
    for batch in batches(ListReader(one), BATCH):
        with transaction.atomic():
            WrongRow.objects.bulk_create(
                WrongRow(of=one, number=read.number, cells=read.cells, errors=read.errors) for read in batch if read.errors
            )
        for read in batch:
            found["rows"] += 1
            found[_sort(read)] += 1
        entries += [entry(str(read.number), read.values) for read in batch if read.is_new and read.values]
        told(found["rows"], None)
    alike = _alike(one.programme_id, entries)
    with transaction.atomic():
        one = _open_list(by, import_id)
        for name, count in found.items():
            setattr(one, name, count)
        one.alike, one.alike_count, one.checked_at = alike[:ALIKE_SHOWN], len(alike), ledger.now()
        one.save()
    return one


def _sort(read: Read) -> str:
    if read.errors:
        return "wrong"
    return "repeated" if read.repeated else "known" if read.known else "good"


def _alike(programme: UUID, new: list[Entry]) -> list[dict[str, Any]]:
    """The pairs of which at least one would be new, the likeliest first."""
    register = entries_of(programme)
    rows = {one.id: one for one in new}
    names = {one.id: one.name for one in [*register, *new]}
    return [
        {"row": int(row), "name": names[row], "other": names[other], "other_row": other in rows, "reasons": list(pair.reasons)}
        for pair in candidate_pairs([*register, *new])
        for row, other in [(pair.one, pair.other) if pair.one in rows else (pair.other, pair.one)]
        if row in rows
    ]


def import_register(
    by: Person, programme_id: UUID, id: UUID, content: bytes, mapping: Mapping[int, str] | None = None, name: str = "registro.csv"
) -> RegisterImport:
    """A list received, its columns said (column -> field; None takes the guesses) and tried: for commands and the demonstration."""
    one = receive_list(by, programme_id, id, SimpleUploadedFile(name, content))
    if mapping is not None:
        say_columns(by, one.id, mapping)
    return try_list(by, one.id)


def put_away(by: Person, import_id: UUID) -> None:
    """The list is not taken: the sheet and its wrong rows are forgotten. Raises RegisterImport.DoesNotExist."""
    with transaction.atomic():
        one = RegisterImport.objects.open_to(by).select_for_update(of=("self",)).select_related("file").get(id=import_id)
        forget_rows(one)


def forget_rows(one: RegisterImport) -> None:
    """The sheet goes, and the rows that could not be taken; the counts stay."""
    stored, one.file = one.file, None
    one.save(update_fields=["file"])
    one.wrong_rows.all().delete()
    if stored is not None:
        discard(stored)


def forget_old(programme: UUID) -> None:
    """Lists that nobody touched for thirty days."""
    before = ledger.now() - timedelta(days=limits.DRAFT_DAYS)
    for one in RegisterImport.objects.filter(programme=programme, created__lt=before).select_related("file"):
        forget_rows(one)
