"""A worksheet: a table to fill in, fields that compute, or rows with columns that compute and totals."""

import ast
from dataclasses import dataclass
from typing import Any

_PARTS = (ast.Expression, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UnaryOp, ast.USub, ast.Constant, ast.Name, ast.Load, ast.Call)


class Unreadable(ValueError):
    """A formula holds something else than keys, numbers, + - * / ( ) and sum(), or a key that comes later or never."""


@dataclass(frozen=True, slots=True)
class Field:
    """`compute`: the formula for the machine, `formula` the same in words; both "" for a field that a person fills in."""

    key: str
    label: str
    unit: str = ""
    formula: str = ""
    compute: str = ""
    example: Any = None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """Three shapes. `lines` blank rows under `columns` without keys; `fields`; or named `rows` under `columns`, with `totals`.

    `example`: a sentence beside fields. `examples`: rows of texts in the order of the columns, filled in to show how.
    """

    columns: tuple[Field, ...] = ()
    lines: int = 0
    rows: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    totals: tuple[Field, ...] = ()
    example: str = ""
    examples: tuple[tuple[Any, ...], ...] = ()

    @property
    def computes(self) -> bool:
        return any(field.compute for field in (*self.fields, *self.columns, *self.totals))


def read(sheet: dict[str, Any]) -> Worksheet:
    """As it is kept and as courses bring it: `columns`, `rows` (a number of lines or names), `fields`, `totals`, `example`.

    Raises Unreadable.
    """
    rows, example = sheet.get("rows", 0), sheet.get("example", "")
    columns = tuple(_field(column) for column in sheet.get("columns", ()))
    found = Worksheet(
        columns=columns,
        lines=rows if isinstance(rows, int) else 0,
        rows=tuple(str(row) for row in rows) if not isinstance(rows, int) else (),
        fields=tuple(_field(field) for field in sheet.get("fields", ())),
        totals=tuple(_field(field) for field in sheet.get("totals", ())),
        example=example if isinstance(example, str) else "",
        examples=tuple(_row(row, columns) for row in example) if not isinstance(example, str) else (),
    )
    _refuse_unknown(found)
    return found


def _field(said: Any) -> Field:
    if isinstance(said, str):
        return Field("", said)
    return Field(**{name: said[name] for name in ("key", "label", "unit", "formula", "compute", "example") if said.get(name) is not None})


def _row(row: Any, columns: tuple[Field, ...]) -> tuple[Any, ...]:
    return (row["row"], *(row.get(column.key, "") for column in columns)) if isinstance(row, dict) else tuple(row)


def _refuse_unknown(sheet: Worksheet) -> None:
    known: set[str] = set()
    for field in (*sheet.fields, *sheet.columns, *sheet.totals):
        if field.compute:
            refuse_formula(field.compute, known)
        known.add(field.key)


def refuse_formula(compute: str, known: set[str]) -> None:
    """Raises Unreadable unless the formula is made of known keys, numbers, + - * / ( ) and sum()."""
    try:
        tree = ast.parse(compute, mode="eval")
    except SyntaxError as problem:
        raise Unreadable(compute) from problem
    for part in ast.walk(tree):
        is_sum = isinstance(part, ast.Name) and part.id == "sum"
        if not isinstance(part, _PARTS) or (isinstance(part, ast.Name) and part.id not in known and not is_sum):
            raise Unreadable(compute)
