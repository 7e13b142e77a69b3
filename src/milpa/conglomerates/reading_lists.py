"""A list read against the register: each row is new, known, said twice, or wrong, with what is wrong told in full."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from milpa.conglomerates import reference
from milpa.conglomerates.models import Enterprise, RegisterImport
from milpa.conglomerates.rules import area
from milpa.conglomerates.rules.duplicates import Entry
from milpa.conglomerates.rules.known import Key, key_of
from milpa.conglomerates.rules.rows import Known, RowError, Values, check_row, sex_scheme_of
from milpa.conglomerates.sheets import headed
from milpa.web.uploads.storing import opened

Error = tuple[str, str, str]  # field, code, what was written


@dataclass(frozen=True, slots=True)
class Read:
    """One row. `known`: the enterprise that it is, word for word; `repeated`: an earlier row of the list said the same."""

    number: int
    cells: list[str]
    errors: list[Error] = field(default_factory=list)
    values: Values | None = None
    is_rural: bool | None = None
    known: UUID | None = None
    repeated: bool = False

    @property
    def is_new(self) -> bool:
        return self.values is not None and self.known is None and not self.repeated


class ListReader:
    """Reads one list as often as asked, and always finds the same: what it is checked against is read once."""

    def __init__(self, one: RegisterImport) -> None:
        self.list, self.country = one, one.programme.institution.country
        places = reference.municipalities(self.country)
        self.department_of = {place.code: place.department for place in places}
        self.known = Known(frozenset(reference.classes()), reference.gazetteer(places), self._sex_scheme())
        self.register = register_keys(one.programme_id)

    def __iter__(self) -> Iterator[Read]:
        seen: set[Key] = set()
        for number, cells in self._rows():
            read = self._read(number, cells)
            if read.values is not None:
                key = key_of(entry(str(number), read.values))
                repeated = key in seen
                seen.add(key)
                read = Read(number, cells, [], read.values, read.is_rural, None if repeated else self.register.get(key), repeated)
            yield read

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        assert self.list.file is not None
        with opened(self.list.file) as file:
            yield from headed(file, self.list.file.kind)[1]

    def _sex_scheme(self) -> Any:
        column = self.list.columns.get("leader_sex")
        if column is None:
            return None
        return sex_scheme_of({cells[column] for _number, cells in self._rows() if column < len(cells)})

    def _read(self, number: int, cells: list[str]) -> Read:
        written = {name: cells[column] if column < len(cells) else "" for name, column in self.list.columns.items()}
        rural, errors = None, []
        try:
            rural = area.is_rural(written.pop("area", ""))
        except area.AreaUnknown as error:
            errors.append(("area", "area_unknown", str(error)))
        checked = check_row(written, self.known)
        errors = [*map(_plain, checked.errors), *errors]
        return Read(number, cells, errors) if errors else Read(number, cells, [], checked.values, rural)


def _plain(error: RowError) -> Error:
    return error.field, error.code, error.value[:200]


def entry(id: str, values: Values) -> Entry:
    return Entry(id, values.name, values.phone, values.tax_id, values.municipality)


def entries_of(programme: UUID) -> list[Entry]:
    """The register as the rule for duplicates reads it. One query."""
    rows = Enterprise.objects.filter(programme=programme, joined_into=None).values_list("id", "name", "phone", "tax_id", "municipality")
    return [Entry(str(id), *rest) for id, *rest in rows.iterator()]


def register_keys(programme: UUID) -> dict[Key, UUID]:
    """Key -> enterprise; one that was joined into another stands for that one."""
    rows = Enterprise.objects.filter(programme=programme).order_by("joined_into", "id")
    found: dict[Key, UUID] = {}
    for id, into, *rest in rows.values_list("id", "joined_into", "name", "phone", "tax_id", "municipality").iterator():
        found.setdefault(key_of(Entry("", *rest)), into or id)
    return found


def written_as(values: Values, is_rural: bool | None, department_of: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the register that a row fills."""
    return {
        "name": values.name,
        "tax_id": values.tax_id,
        "isic": values.activity,
        "department": department_of.get(values.municipality, ""),
        "municipality": values.municipality,
        "is_rural": is_rural,
        "workers": values.workers,
        "led_by": values.leader_sex,
        "language": values.language,
        "contact": values.leader[:120],
        "phone": values.phone,
        "email": values.email,
        "address": values.address,
    }


def batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most `size`, in order."""
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
