"""Reads a list back from each of its renderings as a person or a machine would: from the bytes that are sent."""

import csv
from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpRequest
from django.test import RequestFactory
from openpyxl import load_workbook

from milpa.web.documents.csv import unguard
from milpa.web.listing import Listing

FORMATS = ("", "csv", "xlsx", "imprimir")
Factory = Callable[[HttpRequest], Listing]


def request_of(person: Any, address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.person = person
    return request


def rows_as_text(make: Factory, person: Any, path: str, rendering: str) -> list[list[str]]:
    """The headings and every cell of every row, as plain text, the same for each rendering if they agree."""
    if rendering == "":
        return _screens(make, person, path)
    address = f"{path}{'&' if '?' in path else '?'}formato={rendering}"
    content = make(request_of(person, address)).answer().content
    return {"csv": _csv, "xlsx": _sheet, "imprimir": _page}[rendering](content)


def _screens(make: Factory, person: Any, path: str) -> list[list[str]]:
    """All pages, one after another, as someone who always presses Next sees them."""
    rows: list[list[str]] = []
    address = path
    while address:
        listing = make(request_of(person, address))
        read = _page(listing.answer().content)
        rows += read if not rows else read[1:]
        address = listing.page().next
    return rows


def _csv(content: bytes) -> list[list[str]]:
    return [[unguard(cell) for cell in row] for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))]


def _sheet(content: bytes) -> list[list[str]]:
    sheet = load_workbook(BytesIO(content)).active
    return [[_sheet_cell(cell) for cell in row] for row in sheet.iter_rows()]


def _sheet_cell(cell: Any) -> str:
    value, shown = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if "hh" in shown else value.date().isoformat()
    if isinstance(value, int | float):
        places = len(shown.partition(".")[2].rstrip("%")) + (2 if shown.endswith("%") else 0)
        return f"{value:.{places}f}"
    return str(value)


def _page(content: bytes) -> list[list[str]]:
    reader = _Table()
    reader.feed(content.decode())
    return reader.rows


class _Table(HTMLParser):
    """The one table of a page; a `data` or `time` gives its machine-readable worth in place of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None
        self.worth: str | None = None
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell, self.worth = [], None
        elif tag in ("data", "time"):
            self.worth = given.get("value") or given.get("datetime")
        elif tag == "span" and given.get("aria-hidden"):
            self.silent = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.silent = False
        if tag in ("td", "th") and self.cell is not None:
            text = " ".join("".join(self.cell).split())
            self.rows[-1].append("" if text == "–" else text if self.worth is None else self.worth)
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.silent:
            self.cell.append(data)
