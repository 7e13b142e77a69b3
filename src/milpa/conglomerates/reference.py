"""Activities, places and size norms: from their tables, or from the files that come with Milpa while nobody has loaded them.

`loading.load_reference()` fills the tables from the files, as often as one likes; an administrator may replace rows afterwards.
"""

import csv
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from django.utils.translation import get_language

from milpa.conglomerates.models import IsicEntry, Place, SizeNorm, UnitWorth
from milpa.conglomerates.rules.municipalities import Gazetteer, Municipality
from milpa.conglomerates.rules.size_norm import Norm, Row, norm_for, row, sector_of
from milpa.web.maps import Outlines, outlines

DATA = Path(__file__).parent / "data"


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache
def isic_rows() -> tuple[IsicEntry, ...]:
    return tuple(IsicEntry(**cells) for cells in _read("isic4.csv"))


@lru_cache
def place_rows() -> tuple[Place, ...]:
    return tuple(
        Place(
            code=cells["code"],
            level=cells["level"],
            name=cells["name"],
            department=cells["department_iso"],
            department_name=cells["department"],
            source=cells["source"],
        )
        for cells in _read("gt_territory.csv")
    )


@lru_cache
def norm_rows() -> tuple[SizeNorm, ...]:
    return tuple(
        SizeNorm(
            country=cells["iso2"], law=cells["law"], place=place, cells=cells, source=cells["source"], source_kind=cells["source_kind"]
        )
        for place, cells in enumerate(_read("size_thresholds.csv"), start=1)
    )


@lru_cache
def worth_rows() -> tuple[UnitWorth, ...]:
    return tuple(
        UnitWorth(
            country=cells["iso2"],
            unit=cells["unit"],
            year=int(cells["year"]),
            worth=Decimal(cells["worth"]),
            source=cells["source"],
            source_kind=cells["source_kind"],
        )
        for cells in _read("unit_worth.csv")
    )


def _places(country: str) -> list[Place]:
    return list(Place.objects.filter(country=country)) or [one for one in place_rows() if one.country == country]


def departments(country: str = "GT") -> list[tuple[str, str]]:
    """(code, name), by name. One query."""
    found = Place.objects.filter(country=country, level="department").values_list("code", "name")
    rows = list(found) or [(one.code, one.name) for one in place_rows() if one.country == country and one.level == "department"]
    return sorted(rows, key=lambda row: row[1])


def municipalities(country: str = "GT") -> list[Place]:
    """By department and name."""
    found = [one for one in _places(country) if one.level == "municipality"]
    return sorted(found, key=lambda one: (one.department_name, one.name))


def municipality(code: str) -> Place | None:
    return Place.objects.filter(code=code).first() or next((one for one in place_rows() if one.code == code), None)


def gazetteer(places: Iterable[Place]) -> Gazetteer:
    return Gazetteer(Municipality(one.code, one.name, one.department_name) for one in places)


def classes() -> dict[str, str]:
    """ISIC class -> title in the reader's language. One query."""
    field = "title_en" if (get_language() or "es").startswith("en") else "title_es"
    rows = dict(IsicEntry.objects.filter(level="class").values_list("code", field))
    return rows or {one.code: getattr(one, field) for one in isic_rows() if one.level == "class"}


def class_titles(codes: Iterable[str]) -> dict[str, str]:
    """The titles of these classes only. One query."""
    field, wanted = "title_en" if (get_language() or "es").startswith("en") else "title_es", set(codes)
    rows = dict(IsicEntry.objects.filter(code__in=wanted).values_list("code", field))
    return rows or {one.code: getattr(one, field) for one in isic_rows() if one.code in wanted}


@lru_cache
def _sections() -> dict[str, str]:
    """Class -> section, by the files: the classification itself does not change."""
    parents = {one.code: one.parent for one in isic_rows()}

    def top(code: str) -> str:
        return top(parents[code]) if parents.get(code) else code

    return {one.code: top(one.code) for one in isic_rows() if one.level == "class"}


def sector(isic: str) -> str:
    """The norms' word for the sector of a class; services where it is not known."""
    return sector_of(_sections().get(isic, ""))


@lru_cache
def outlines_of(country: str) -> Outlines | None:
    """The country's departments as they are drawn, or None for a country whose outlines did not come with Milpa."""
    path = DATA / f"{country.lower()}_departments.geojson"
    return outlines(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


class Norms:
    """The size norms of one country: one query, and one more where sales are known, then any number of enterprises."""

    def __init__(self, country: str) -> None:
        self.country = country
        found = list(SizeNorm.objects.filter(country=country)) or [one for one in norm_rows() if one.country == country]
        self.rows: list[Row] = [row(one.cells) for one in found]
        self._found: dict[tuple[int, str], Norm | None] = {}

    def of(self, year: int, isic: str) -> Norm | None:
        key = (year, sector(isic))
        if key not in self._found:
            self._found[key] = norm_for(self.rows, self.country, *key)
        return self._found[key]

    @cached_property
    def _worth(self) -> dict[tuple[str, int], Decimal]:
        found = list(UnitWorth.objects.filter(country=self.country)) or [one for one in worth_rows() if one.country == self.country]
        return {(one.unit, one.year): one.worth for one in found}

    def worth(self, norm: Norm | None, year: int) -> Decimal | None:
        """What one unit of the norm's sales limits was worth in that year; None where nobody wrote it down."""
        return self._worth.get((norm.rows[0].sales_unit, year)) if norm else None
