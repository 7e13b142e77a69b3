"""Fills the tables of reference data from the files that come with Milpa, as often as one likes, and says what changed.

A row that an administrator replaced has a source of its own, which no file names: it stays, unless `replace` says otherwise.
Rows of other countries, norms and years stay always.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from milpa.conglomerates import reference
from milpa.conglomerates.models import IsicEntry, Place, SizeNorm, UnitWorth

BATCH = 500


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did to one table. `kept`: rows with another source, which somebody replaced."""

    table: str  # isic, places, norms, worths
    rows: int  # in the file
    added: int
    changed: int
    removed: int
    kept: int

    @property
    def changes(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def load_reference(replace: bool = False) -> list[Loaded]:
    """Every table, in one transaction. One query to read a table; none to write where the file says the same."""
    norms, laws = reference.norm_rows(), {(one.country, one.law) for one in reference.norm_rows()}
    with transaction.atomic():
        return [
            _load("isic", IsicEntry, reference.isic_rows(), ("code",), replace),
            _load("places", Place, reference.place_rows(), ("code",), replace),
            _load("norms", SizeNorm, norms, ("country", "law", "place"), replace, ours=lambda row: (row.country, row.law) in laws),
            _load("worths", UnitWorth, reference.worth_rows(), ("country", "unit", "year"), replace),
        ]


def _load(
    table: str, model: Any, rows: Sequence[Any], key: tuple[str, ...], replace: bool, ours: Callable[[Any], bool] = lambda row: False
) -> Loaded:
    """`ours`: whether a row that stands no more in the file is one of the file's own, and goes."""
    said = [field.name for field in model._meta.concrete_fields if field.name not in ("id", *key)]
    there = {_key(row, key): row for row in model.objects.all()}
    sources = {row.source for row in rows}
    added, changed, kept = [], [], 0
    for row in rows:
        old = there.pop(_key(row, key), None)
        if old is None:
            added.append(model(**{name: getattr(row, name) for name in (*key, *said)}))
        elif all(getattr(old, name) == getattr(row, name) for name in said):
            continue
        elif old.source in sources or replace:
            for name in said:
                setattr(old, name, getattr(row, name))
            changed.append(old)
        else:
            kept += 1
    gone = [row.pk for row in there.values() if ours(row) and (row.source in sources or replace)]
    model.objects.filter(pk__in=gone).delete()
    model.objects.bulk_create(added, batch_size=BATCH)
    if changed:
        model.objects.bulk_update(changed, said, batch_size=BATCH)
    return Loaded(table, len(rows), len(added), len(changed), len(gone), kept)


def _key(row: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)
