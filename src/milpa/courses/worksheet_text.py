"""A worksheet as its author types it: one line a field, parts between bars; and back. Plain values in, plain values out."""

import re
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from milpa.courses import worksheets
from milpa.courses.refusals import SheetUnreadable

_KEY = re.compile(r"[a-z][a-z0-9_]{0,30}")
FIELDS, TABLE, BLANK = "fields", "table", "blank"
Sheet = dict[str, Any]


def shape_of(sheet: Sheet) -> str:
    return FIELDS if "fields" in sheet else BLANK if isinstance(sheet.get("rows", 0), int) else TABLE


def texts_of(sheet: Sheet) -> dict[str, str]:
    """shape, cells, rows, totals, example: what the form shows of a sheet as it is kept."""
    rows, example = sheet.get("rows", ""), sheet.get("example", "")
    return {
        "shape": shape_of(sheet),
        "cells": _cells(sheet.get("fields") or sheet.get("columns", [])),
        "rows": str(rows) if isinstance(rows, int) else "\n".join(rows),
        "totals": _cells(sheet.get("totals", [])),
        "example": example if isinstance(example, str) else "\n".join(_example_line(row, sheet) for row in example),
    }


def _cells(cells: Sequence[Any]) -> str:
    return "\n".join(cell if isinstance(cell, str) else _barred(cell.get(name, "") for name in _PARTS) for cell in cells)


_PARTS = ("key", "label", "unit", "compute", "example")


def _barred(parts: Any) -> str:
    return " | ".join(str(part) for part in parts).rstrip(" |")


def _example_line(row: Any, sheet: Sheet) -> str:
    if isinstance(row, dict):
        return _barred([row["row"], *(row.get(column["key"], "") for column in sheet["columns"])])
    return _barred(row)


def sheet_of(shape: str, cells: str, rows: str = "", totals: str = "", example: str = "") -> Sheet:
    """The sheet that was typed, as it is kept. Raises SheetUnreadable, saying where and what."""
    named = _lines(rows)
    if shape == BLANK:
        lines = int(named[0]) if named and named[0].isdigit() else 6
        sheet: Sheet = {"columns": _lines(cells), "rows": min(max(lines, 1), 40)}
        return sheet | ({"example": [_split(line) for line in _lines(example)]} if example.strip() else {})
    if shape == FIELDS:
        return {"fields": _read(cells)} | ({"example": example.strip()} if example.strip() else {})
    if not named:
        raise SheetUnreadable(what=_("a table needs its rows, one a line"))
    columns = _read(cells)
    sheet = {"columns": columns, "rows": named}
    if totals.strip():
        sheet["totals"] = _read(totals, [column["key"] for column in columns])
    if example.strip():
        sheet["example"] = [_example_row(line, columns) for line in _lines(example)]
    return sheet


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _split(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


def _example_row(line: str, columns: Sequence[dict[str, Any]]) -> dict[str, Any]:
    name, *values = _split(line)
    return {"row": name} | {column["key"]: _number(value) for column, value in zip(columns, values, strict=False)}


def _number(text: str) -> Any:
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else int(text) if re.fullmatch(r"-?\d+", text) else text


def _read(text: str, known: Sequence[str] = ()) -> list[dict[str, Any]]:
    keys: list[str] = list(known)
    cells: list[dict[str, Any]] = []
    for line in _lines(text):
        key, label, unit, compute, example = [*_split(line), "", "", "", "", ""][:5]
        if not _KEY.fullmatch(key):
            raise _wrong(line, _("before the first bar stands a short name in small letters, such as price"))
        if key in keys[len(known) :]:
            raise _wrong(line, _("that name is already used above"))
        if not label:
            raise _wrong(line, _("the words that a person reads are missing"))
        if compute:
            _refuse_formula(line, compute, keys)
        said = {"key": key, "label": label, "unit": unit, "compute": compute, "example": _number(example) if example else ""}
        cells.append({name: value for name, value in said.items() if value != ""})
        if compute:
            cells[-1]["formula"] = _in_words(compute, cells)
        keys.append(key)
    return cells


def _wrong(line: str, why: str) -> SheetUnreadable:
    return SheetUnreadable(what=f"“{line}”: {why}")


def _refuse_formula(line: str, compute: str, keys: Sequence[str]) -> None:
    try:
        worksheets.refuse_formula(compute, set(keys))
    except worksheets.Unreadable:
        raise _wrong(line, _("a formula holds only names that stand above it, numbers, + - * / ( ) and sum()")) from None


def _in_words(compute: str, cells: Sequence[dict[str, Any]]) -> str:
    """The formula with labels for names and the signs that people write."""
    labels = {cell["key"]: cell["label"] for cell in cells}
    named = re.sub(r"[a-z][a-z0-9_]*", lambda found: labels.get(found[0], found[0]), compute)
    return named.replace("*", "×").replace("/", "÷").replace("-", "−")
