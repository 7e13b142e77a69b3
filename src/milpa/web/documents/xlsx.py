"""XLSX row by row: memory stays the same for ten rows and for a hundred thousand. Text is never a formula or a link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_SAFE = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": False}
_NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LONGEST_TEXT = 32_767  # what a cell can hold


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its label, how its numbers and dates are shown ("0.00", "0 %", "yyyy-mm-dd"), its width in letters."""

    label: str
    shown: str = ""
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells are str, int, float, Decimal, date, datetime (in local time) or None. `above` stands over the header, a line a row."""

    title: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Any]]
    above: Sequence[str] = ()


def write(out: BinaryIO, sheets: Sequence[Sheet], title: str = "") -> None:
    """Writes the workbook; each sheet's rows are read once, in order."""
    from xlsxwriter import Workbook  # 20 MB that a page which only declares columns does without

    with Workbook(out, _SAFE) as book:
        book.set_properties({"title": title or sheets[0].title})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for sheet in sheets:
            _write_sheet(book, book.add_worksheet(sheet_title(sheet.title)), sheet, bold)


def sheet_title(title: str) -> str:
    """A title that spreadsheets take: 31 letters, none of the signs they forbid."""
    return " ".join(title.translate(_NOT_IN_A_TITLE).split())[:31] or "1"


def _write_sheet(book: "Workbook", page: "Worksheet", sheet: Sheet, bold: "Format") -> None:
    formats = [book.add_format({"num_format": heading.shown}) if heading.shown else None for heading in sheet.headings]
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, heading.width)
    head = len(sheet.above)
    page.freeze_panes(head + 1, 0)
    page.repeat_rows(head)
    for number, line in enumerate(sheet.above):
        page.write_string(number, 0, line)
    for column, heading in enumerate(sheet.headings):
        page.write_string(head, column, str(heading.label), bold)
    for number, row in enumerate(sheet.rows, head + 1):
        for column, value in enumerate(row):
            _write_cell(page, number, column, value, formats[column])


def _write_cell(page: "Worksheet", row: int, column: int, value: Any, shown: "Format | None") -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | date):
        page.write_string(row, column, str(value)[:LONGEST_TEXT])
    elif isinstance(value, datetime):
        page.write_datetime(row, column, value.replace(tzinfo=None), shown)
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), shown)
    else:
        page.write_number(row, column, value, shown)
