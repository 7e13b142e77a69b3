"""CSV that any spreadsheet opens rightly: UTF-8 with its mark, and no cell that would run as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

BOM = "\ufeff"
_RUNS = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d\s.,]*%?")  # "-5", "+502 5512 3456": a number is no formula and stays what it is
_GUARDED = re.compile(r"'[=+\-@\t\r\n＝＋－＠]")


def guard(text: str) -> str:
    """Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    return f"'{text}" if _RUNS.match(text) and not _NUMBER.fullmatch(text) else text


def unguard(text: str) -> str:
    """What `guard` was given: for files that come back corrected."""
    return text[1:] if _GUARDED.match(text) else text


def lines(rows: Iterable[Sequence[Any]], *, quoted: bool = False) -> Iterator[bytes]:
    """The file, a line at a time, the mark before the first. Text is guarded; numbers and None are written as they are.

    `quoted`: every text stands in quotes. LibreOffice offers to part cells at commas, semicolons and tabs at once: a text with a
    semicolon would fall in two.
    """
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_NONNUMERIC if quoted else csv.QUOTE_MINIMAL)
    before = BOM
    for row in rows:
        yield (before + writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])).encode()
        before = ""


class _Echo:
    """csv.writer hands each line on instead of keeping it."""

    def write(self, line: str) -> str:
        return line
