"""What a list holds, row by row, as text: CSV in whatever encoding each of its lines has, or XLSX. Nothing in it is believed.

Memory stays the same for ten rows and for twenty thousand. A formula is handed on as it is written ("=A1"), so that it can be told.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile

from milpa.conglomerates.refusals import NoHeadings, NotReadable, TooManyRows
from milpa.web import limits
from milpa.web.documents.csv import unguard

COLUMNS = 60  # what stands to the right of that is no list of enterprises
LINE = 100_000  # bytes; a longer line is no row
DELIMITERS = ",;\t|"

Row = tuple[int, list[str]]  # number as the spreadsheet shows it, cells


def rows_of(file: BinaryIO, kind: str) -> Iterator[Row]:
    """Every row that is not empty, the heading first. Raises NotReadable, TooManyRows."""
    file.seek(0)
    rows = _of_workbook(file) if kind == "xlsx" else _of_text(file)
    taken = 0
    for number, cells in rows:
        texts = [_text(cell) for cell in cells[:COLUMNS]]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        taken += 1
        if taken > limits.IMPORT_ROWS + 1:
            raise TooManyRows(most=limits.IMPORT_ROWS)
        yield number, texts


def headed(file: BinaryIO, kind: str) -> tuple[list[str], Iterator[Row]]:
    """The headings (the first row with two words or more), and the rows below. Raises NoHeadings, and what `rows_of` raises."""
    rows = rows_of(file, kind)
    for _number, cells in islice(rows, 20):
        if sum(bool(cell) for cell in cells) >= 2:
            return cells, rows
    raise NoHeadings


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return unguard(" ".join(str(cell).replace("\x00", "").split()))


def _of_workbook(file: BinaryIO) -> Iterator[tuple[int, list[Any]]]:
    import openpyxl  # only here: no page reads a workbook

    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size may be anything
        rows = sheet.iter_rows(max_col=COLUMNS, max_row=limits.IMPORT_ROWS * 5, values_only=True)
        yield from enumerate(map(list, rows), start=1)
    except (BadZipFile, KeyError, ValueError, TypeError, IndexError, EOFError, SyntaxError, OSError) as error:
        raise NotReadable from error  # the library's many ways of saying that it is damaged; SyntaxError is XML's


def _of_text(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    lines = _decoded(file)
    first = list(islice(lines, 5))
    reader = csv.reader(_chained(first, lines), delimiter=_delimiter(first))
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise NotReadable from error


def _chained(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _decoded(file: BinaryIO) -> Iterator[str]:
    """Line by line: UTF-8, and Windows-1252 where a line is not UTF-8. One file may hold both."""
    head = file.read(4)
    file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = io.TextIOWrapper(file, encoding="utf-16", errors="replace", newline="")
        yield from text
        text.detach()
        return
    file.seek(len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0)
    while line := file.readline(LINE):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _delimiter(lines: list[str]) -> str:
    """The sign that stands most often in every one of the first lines; a comma where none does."""
    counts = {sign: min((line.count(sign) for line in lines if line.strip()), default=0) for sign in DELIMITERS}
    return max(DELIMITERS, key=lambda sign: counts[sign])
