"""The size norms of the countries as dated rows, and which of them holds for an enterprise's country, year and sector.

Norms are data that an administrator replaces by import; nothing of a norm stands in code but how its `rule` is read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

INDICES = {"UVT", "UIT", "UFV"}  # three letters, but no currency: their value is set each year


class Reading(StrEnum):
    """How the row's rule is read."""

    WORKERS = "workers"
    SALES = "sales"
    SALES_PREVAIL = "sales_prevail"
    BOTH = "both"
    HIGHER = "higher"  # if one limit is exceeded the higher class applies
    BALANCE = "balance"  # workers, and sales or the balance sheet
    TWO = "two_definitions"
    CEILING = "ceiling"  # workers x 10 % + sales in the unit x 90 % <= combined ceiling
    SCORE = "score"  # the Costa Rican score
    NONE = "none"  # says how, but not enough to reckon with, or is not for use


READINGS = (  # the first whose words begin the rule; the longest first
    ("both; if one is exceeded the higher", Reading.HIGHER),
    ("both criteria; sales prevail", Reading.SALES_PREVAIL),
    ("workers and sales; sales prevail", Reading.SALES_PREVAIL),
    ("sales prevail", Reading.SALES_PREVAIL),
    ("both", Reading.BOTH),
    ("turnover and workers", Reading.BOTH),
    ("workers, assets and sales", Reading.BOTH),
    ("workers only", Reading.WORKERS),
    ("paid workers", Reading.WORKERS),
    ("sales only", Reading.SALES),
    ("sales;", Reading.SALES),
    ("headcount", Reading.BALANCE),
    ("two separate definitions", Reading.TWO),
    ("combined ceiling", Reading.CEILING),
    ("score", Reading.SCORE),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One class of one norm, as in the table of norms. None = the norm sets no such limit."""

    country: str  # ISO 3166 alpha-2; EU for the Union
    law: str
    year: int | None
    sector: str
    name: str  # micro, small, medium, also with a part: medium (tramo 1)
    workers_min: int | None
    workers_max: int | None
    sales_min: Decimal | None
    sales_max: Decimal | None
    sales_unit: str
    rule: str
    note: str
    source: str
    source_kind: str  # sourced, mixed, memory

    @property
    def size(self) -> str:
        return self.name.split(" ")[0]

    @property
    def bound(self) -> Decimal:
        """The last number in the rule: the combined ceiling or the score's upper limit."""
        return Decimal(re.findall(r"\d+(?:\.\d+)?", self.rule)[-1])


@dataclass(frozen=True, slots=True)
class Norm:
    """The classes of one law for one sector, from smallest to largest, all read in one way."""

    rows: tuple[Row, ...]
    reading: Reading

    @property
    def unit_value(self) -> Decimal | None:
        """What one unit of sales is worth when that is written in the unit itself; None where it is set each year."""
        found = re.match(r"(million )?([A-Z]{3})\b", self.rows[0].sales_unit)
        if found is None or found[2] in INDICES:
            return None
        return Decimal(1_000_000 if found[1] else 1)


def row(cells: Mapping[str, str]) -> Row:
    """A row of the table of norms from its cells as text, by column name. Raises KeyError, ValueError."""

    def whole(column: str) -> int | None:
        return int(cells[column]) if cells[column] else None

    def amount(column: str) -> Decimal | None:
        return Decimal(cells[column]) if cells[column] else None

    texts = (cells[column] for column in ("sales_unit", "rule", "note", "source", "source_kind"))
    limits = (whole("workers_min"), whole("workers_max"), amount("sales_min"), amount("sales_max"))
    return Row(cells["iso2"], cells["law"], whole("year"), cells["sector"], cells["class"], *limits, *texts)


def sector_of(isic_section: str) -> str:
    """The word of the norms for a section of ISIC Rev. 4 (A to U)."""
    named = {"A": "agriculture", "B": "mining", "C": "manufacturing", "D": "industry", "E": "industry", "F": "construction", "G": "trade"}
    return named.get(isic_section, "services")


def _covers(written: str, sector: str) -> bool:
    if written in ("all", "by formula"):
        return True
    words = set(re.findall(r"[a-z]+", written.split("(")[0]))
    return bool(words & ({sector} | ({"industry", "production", "manufacturing"} if sector in ("manufacturing", "industry") else set())))


def reading_of(rule: str) -> Reading:
    return next((reading for words, reading in READINGS if rule.startswith(words)), Reading.NONE)


def norm_for(rows: Iterable[Row], country: str, year: int, sector: str = "services") -> Norm | None:
    """The newest norm of the country that holds in `year`, for the sector; None where there is none, or it says
    nothing of the sector.

    Rows without a year are statistics or simplifications and count only where a country has no dated norm.
    A norm for "any sector not listed" takes those that no other row of its law names.
    """
    own = [row for row in rows if row.country == country]
    years = [row.year for row in own if row.year is not None and row.year <= year]
    if not years and any(row.year is not None for row in own):
        return None
    held = [row for row in own if row.year == max(years, default=None)]
    classes = [row for row in held if _covers(row.sector, sector)] or [row for row in held if "not listed" in row.sector]
    if not classes or {row.size for row in classes} != {row.size for row in held}:
        return None
    ordered = sorted(classes, key=_height)
    return Norm(tuple(ordered), reading_of(ordered[0].rule))


def _height(row: Row) -> Decimal:
    if row.sales_max is not None:
        return row.sales_max
    return Decimal(row.workers_max) if row.workers_max is not None else row.bound
