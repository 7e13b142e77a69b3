"""The columns of a list: what a cell is worth, and how it reads on the screen, in a CSV and in a spreadsheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from django.utils import timezone
from django.utils.functional import Promise

from milpa.web import formats
from milpa.web.documents.xlsx import Heading

Row = Mapping[str, Any]
Kind = Literal["text", "words", "number", "money", "percent", "date", "moment"]
FIGURES = ("number", "money", "percent")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `value` is a field of the row (by default the key) or a function of the row; a function's fields go into `reads`.

    kind: words are people's own, shown as a quotation; a percent is a fraction of 1. A money column says its one currency in its
    heading; where currencies differ from row to row, a text column beside it says which. order: the field it is ordered by.
    """

    key: str
    label: str | Promise
    value: str | Callable[[Row], Any] = ""
    kind: Kind = "text"
    order: str = ""
    href: Callable[[Row], str] | None = None
    reads: tuple[str, ...] = ()
    decimals: int = 0
    currency: str = ""

    @property
    def heading(self) -> str:
        return f"{self.label} ({self.currency})" if self.currency else str(self.label)

    @property
    def fields(self) -> set[str]:
        """What the row must hold for this column."""
        own = {self.value or self.key} if isinstance(self.value, str) else set()
        return own | set(self.reads) | ({self.order} if self.order else set())

    @property
    def spreadsheet(self) -> Heading:
        places = "." + "0" * self.decimals if self.decimals else ""
        figures, percent = f"#,##0{places}", f"0{places}%"
        shown = {"number": figures, "money": figures, "percent": percent, "date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm"}
        return Heading(self.heading, shown.get(self.kind, ""), 14 if self.kind in (*FIGURES, "date") else 28)

    def worth(self, row: Row) -> Any:
        """The cell's value: str, Decimal, date, datetime in local time, or None. Figures are rounded here, once for every rendering."""
        given = self.value(row) if callable(self.value) else row[self.value or self.key]
        if given is None or given == "":
            return None
        if self.kind in FIGURES:
            places = self.decimals + 2 if self.kind == "percent" else self.decimals
            return Decimal(str(given)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if isinstance(given, datetime):
            local = timezone.localtime(given) if timezone.is_aware(given) else given
            return local.replace(second=0, microsecond=0, tzinfo=None) if self.kind == "moment" else local.date()
        return given if isinstance(given, date) else str(given)

    def cell(self, row: Row, heading: str) -> "Cell":
        """`heading`: its own, made once for all rows."""
        worth = self.worth(row)
        href = self.href(row) if self.href and worth is not None else ""
        return Cell(self.read(worth), plain(worth), href, self.kind, heading)

    def read(self, worth: Any) -> str:
        """As a person reads it."""
        if worth is None:
            return "–" if self.kind in FIGURES else ""
        if self.kind in ("number", "money"):
            return formats.number(worth, self.decimals)
        if self.kind == "percent":
            return formats.percent(worth, self.decimals)
        if self.kind == "moment":
            return f"{formats.day(worth)}, {worth:%H:%M}"
        return formats.day(worth) if self.kind == "date" else str(worth)


@dataclass(frozen=True, slots=True)
class Cell:
    """text: as a person reads it; plain: the same for a machine, equal in every rendering."""

    text: str
    plain: str
    href: str
    kind: str
    label: str


def plain(worth: Any) -> str:
    """1250.00, 2026-02-04, 2026-02-04 10:42, or the text; nothing for None."""
    if worth is None:
        return ""
    if isinstance(worth, datetime):
        return worth.isoformat(" ", "minutes")
    return worth.isoformat() if isinstance(worth, date) else f"{worth:f}" if isinstance(worth, Decimal) else str(worth)


def identity(row: Row) -> Any:
    """What tells two rows apart, as a place in the list names it."""
    return row["pk"] if "pk" in row else row["id"]
