"""A worksheet is typed as lines and read back the same."""

from pathlib import Path

import pytest
import yaml

from milpa.courses import worksheets
from milpa.courses.refusals import SheetUnreadable
from milpa.courses.worksheet_text import sheet_of, texts_of

DEMO = Path(__file__).parents[2] / "demo" / "courses" / "mercadeo_estrategico.yaml"


def sheets():
    page = yaml.safe_load(DEMO.read_text())
    blocks = [block for unit in page["units"] for lesson in unit["lessons"] for block in lesson["blocks"]]
    return [{name: block[name] for name in block if name not in ("kind", "title")} for block in blocks if block["kind"] == "worksheet"]


def without_words(sheet):
    """Formulas in words are made anew from the formula."""
    parts = ("fields", "columns", "totals")
    cells = {
        part: [c if isinstance(c, str) else {k: v for k, v in c.items() if k != "formula"} for c in sheet[part]]
        for part in parts
        if part in sheet
    }
    return sheet | cells


@pytest.mark.parametrize("sheet", sheets())
def test_every_sheet_of_the_demonstration_is_typed_and_read_back_the_same(sheet):
    typed = texts_of(sheet)
    assert without_words(sheet_of(**typed)) == without_words(sheet)
    assert worksheets.read(sheet_of(**typed)).computes == worksheets.read(sheet).computes


def test_a_formula_is_told_in_the_words_of_its_labels():
    sheet = sheet_of("fields", "fixed | Costos fijos | Q\nnights | Noches\ncost | Cada noche | Q | fixed / nights")
    assert sheet["fields"][2]["formula"] == "Costos fijos ÷ Noches"


@pytest.mark.parametrize(
    "line",
    [
        "Precio | Precio",
        "price",
        "a | A\na | Otra vez",
        "cost | Costo | Q | later * 2",
        "cost | C | Q | __import__('os')",
        "c | C | | 2 **",
    ],
)
def test_a_line_that_does_not_fit_is_named(line):
    with pytest.raises(SheetUnreadable) as refusal:
        sheet_of("fields", line)
    assert line.splitlines()[-1] in str(refusal.value)


def test_a_table_by_hand_needs_only_its_columns():
    assert sheet_of("blank", "Quién es\nDe dónde viene", "10") == {"columns": ["Quién es", "De dónde viene"], "rows": 10}
