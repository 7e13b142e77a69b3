"""The declaration of a list, and one page of it as plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from milpa.web import formats, limits
from milpa.web.listing import cursors
from milpa.web.listing.columns import FIGURES, Cell, Column, Row, identity
from milpa.web.listing.filters import Filter, Shown
from milpa.web.listing.sources import FromQuerySet, FromRows, Order

AFTER, BEFORE, ORDER, FORMAT = "despues", "antes", "orden", "formato"  # what the address calls them


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: where a click on it leads ("" if it cannot be ordered by), and how it is ordered now.

    ordered: "", "ascending" or "descending".
    """

    label: str
    href: str
    ordered: str
    figures: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list as the template draws it."""

    heads: list[Head]
    rows: list[list[Cell]]
    counted: str
    filters: list[Shown]
    narrowed: bool
    kept: list[tuple[str, str]]  # what the form of the filters sends along
    clear: str
    previous: str
    next: str
    formats: list[tuple[str, str]]


@dataclass
class Listing:
    """rows: a queryset that is already scoped to the person, or rows that were computed (mappings with an `id`).

    order: the key of the column it is ordered by, with "-" for descending; the column needs `order`.
    empty, example: what the empty page says: what the list is for and the first step.
    """

    name: str
    title: str | Promise
    request: HttpRequest
    rows: QuerySet[Any] | Sequence[Row]
    columns: Sequence[Column]
    order: str
    filters: Sequence[Filter] = ()
    size: int = limits.ROWS_ON_A_PAGE
    empty: str | Promise = ""
    first_step: tuple[str, str] | None = None  # (label, address)
    note: str | Promise = ""  # a sentence that stands with the list in every rendering for people: its source, its day
    reads: Sequence[str] = field(default_factory=tuple)  # fields that links and functions need beyond their own

    def page(self) -> Page:
        asked = self.request.GET
        rows, has_previous, has_next = self._window()
        columns = [(column, column.heading) for column in self.columns]
        return Page(
            heads=[self._head(column) for column in self.columns],
            rows=[[column.cell(row, heading) for column, heading in columns] for row in rows],
            counted=self.counted,
            filters=self.shown_filters,
            narrowed=bool(self.said),
            kept=[(ORDER, asked[ORDER])] if asked.get(ORDER) else [],
            clear=self.address(*self._filter_names, AFTER, BEFORE),
            previous=self.address(AFTER, **{BEFORE: self._place(rows[0])}) if rows and has_previous else "",
            next=self.address(BEFORE, **{AFTER: self._place(rows[-1])}) if rows and has_next else "",
            formats=[(label, self.address(AFTER, BEFORE, **{FORMAT: name})) for name, label in self._formats()],
        )

    def answer(self, template: str = "web/listing.html", **context: Any) -> HttpResponse:
        """The page, or the file or print that the address asks for."""
        from milpa.web.listing.renderings import render  # it reads this module

        return render(self, template, context)

    def cells(self) -> Iterator[list[Any]]:
        """The worth of every cell of every row in order: what CSV, spreadsheet and print write. Read it in one snapshot."""
        return ([column.worth(row) for column in self.columns] for row in self.source.all(self.ordered))

    def count(self, most: int) -> int:
        return self.source.count(most)

    @cached_property
    def counted(self) -> str:
        """How many there are, in words; more than a thousand are not counted."""
        found = self.count(limits.COUNTED_ROWS + 1)
        if found > limits.COUNTED_ROWS:
            return _("more than {n}").format(n=formats.number(limits.COUNTED_ROWS))
        return _("{n} in the list").format(n=formats.number(found))

    @cached_property
    def source(self) -> FromQuerySet | FromRows:
        """The rows that the filters leave."""
        asked = self.request.GET
        if isinstance(self.rows, QuerySet):
            narrowed = self.rows
            for one in self.filters:
                narrowed = one.narrowed(narrowed, asked)
            return FromQuerySet(narrowed, self._fields)
        return FromRows([row for row in self.rows if all(one.fits(row, asked) for one in self.filters)])

    @cached_property
    def ordered(self) -> Order:
        columns = {column.key: column for column in self.columns if column.order}
        asked = self.request.GET.get(ORDER, "")
        key = asked if asked.removeprefix("-") in columns else self.order
        return Order(columns[key.removeprefix("-")].order, key.startswith("-"))

    @cached_property
    def shown_filters(self) -> list[Shown]:
        return [one.shown(self.request.GET) for one in self.filters]

    @property
    def said(self) -> list[str]:
        """What the filters leave, in words: it stands on every rendering for people."""
        return [shown.said for shown in self.shown_filters if shown.said]

    def address(self, *without: str, **changed: str) -> str:
        """This list's address with something left out or changed."""
        asked: QueryDict = self.request.GET.copy()
        for name in (*without, FORMAT):
            asked.pop(name, None)
        for name, value in changed.items():
            asked[name] = value
        text = asked.urlencode()
        return f"{self.request.path}?{text}" if text else self.request.path

    @property
    def _fields(self) -> list[str]:
        return sorted({"pk", *self.reads}.union(*(column.fields for column in self.columns)))

    @property
    def _filter_names(self) -> list[str]:
        return [part["name"] for shown in self.shown_filters for part in shown.fields]

    @property
    def _salt(self) -> str:
        return f"{self.name}:{self.ordered.field}:{self.ordered.descending}"

    def _place(self, row: Row) -> str:
        return cursors.written((row[self.ordered.field], identity(row)), self._salt)

    def _window(self) -> tuple[list[Row], bool, bool]:
        """The rows of this page, whether there are some before and some after. One row more than shown is read to know."""
        asked = self.request.GET
        before = cursors.read(asked.get(BEFORE, ""), self._salt)
        after = None if before else cursors.read(asked.get(AFTER, ""), self._salt)
        rows = self.source.page(self.ordered, self.size + 1, after, before)
        more = len(rows) > self.size
        if not rows and (before or after):  # what stood there is gone
            before, after, rows = None, None, self.source.page(self.ordered, self.size + 1)
            more = len(rows) > self.size
        return (rows[-self.size :], more, True) if before else (rows[: self.size], after is not None, more)

    def _head(self, column: Column) -> Head:
        here = column.order == self.ordered.field if column.order else False
        now = ("descending" if self.ordered.descending else "ascending") if here else ""
        wanted = f"-{column.key}" if now == "ascending" else column.key
        href = self.address(AFTER, BEFORE, **{ORDER: wanted}) if column.order else ""
        return Head(column.heading, href, now, column.kind in FIGURES)

    @staticmethod
    def _formats() -> list[tuple[str, str]]:
        return [("csv", _("Download as CSV")), ("xlsx", _("Download as a spreadsheet")), ("imprimir", _("Print"))]
