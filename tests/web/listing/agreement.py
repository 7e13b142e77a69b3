"""Reads a list back from each of its renderings as a person or a machine would: from the bytes that are sent."""

import csv
import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpRequest
from django.test import RequestFactory
from openpyxl import load_workbook

from milpa.web.documents.csv import unguard
from milpa.web.listing import Listing

RENDERINGS = ("", "csv", "xlsx", "imprimir")
Factory = Callable[[HttpRequest], Listing]
Ask = Callable[[str], bytes]  # address -> what is sent


def request_of(person: Any, address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.person = person
    return request


def asked_of(make: Factory, person: Any) -> Ask:
    """As that person, of a list that has no address."""
    return lambda address: make(request_of(person, address)).answer().content


def rows_as_text(ask: Ask, path: str, rendering: str, caption: str) -> list[list[str]]:
    """The headings and every cell of every row, as plain text: the same for each rendering if they agree.

    caption: the list's title, by which its table is told from others on the page.
    """
    if rendering == "":
        return _screens(ask, path, caption)
    content = ask(f"{path}{'&' if '?' in path else '?'}formato={rendering}")
    return _table(content, caption) if rendering == "imprimir" else {"csv": _csv, "xlsx": _sheet}[rendering](content)


def _screens(ask: Ask, path: str, caption: str) -> list[list[str]]:
    """All pages, one after another, as someone who always presses Next sees them."""
    rows: list[list[str]] = []
    address = path
    while address:
        content = ask(address)
        read = _table(content, caption)
        rows += read[1:] if rows else read
        following = re.search(r'rel="next" href="([^"]+)"', content.decode())
        address = unescape(following[1]) if following else ""
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


def _table(content: bytes, caption: str) -> list[list[str]]:
    reader = _Tables()
    reader.feed(content.decode())
    return next(table.rows for table in reader.tables if table.caption == caption)


class _Table:
    def __init__(self) -> None:
        self.caption = ""
        self.rows: list[list[str]] = []


class _Tables(HTMLParser):
    """Every table of a page; a `data` or `time` gives its machine-readable worth in place of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self.text: list[str] | None = None
        self.worth: str | None = None
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.tables.append(_Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("td", "th", "caption"):
            self.text, self.worth = [], None
        elif tag in ("data", "time"):
            self.worth = given.get("value") or given.get("datetime")
        elif tag == "span" and given.get("aria-hidden"):
            self.silent = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.silent = False
        if tag not in ("td", "th", "caption") or self.text is None:
            return
        text = " ".join("".join(self.text).split())
        self.text = None
        if tag == "caption":
            self.tables[-1].caption = text
        else:
            self.tables[-1].rows[-1].append("" if text == "–" else text if self.worth is None else self.worth)

    def handle_data(self, data: str) -> None:
        if self.text is not None and not self.silent:
            self.text.append(data)
