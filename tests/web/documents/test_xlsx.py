from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from milpa.web.documents.xlsx import LONGEST_TEXT, Heading, Sheet, sheet_title, write


def written(*sheets: Sheet) -> Any:
    out = BytesIO()
    write(out, sheets, "Informe")
    return load_workbook(out)


def test_every_kind_of_value_arrives_as_what_it_is() -> None:
    row = ["=1+1", 12, Decimal("1.5"), date(2026, 2, 4), datetime(2026, 2, 4, 10, 42, tzinfo=UTC), None, "https://x.example", True]
    sheet = written(Sheet("Hoja", [Heading(str(number)) for number in range(8)], [row])).active
    cells = next(iter(sheet.iter_rows(min_row=2)))
    assert [cell.data_type for cell in cells] == ["s", "n", "n", "n", "n", "n", "s", "s"]
    assert [cell.value for cell in cells[:3]] == ["=1+1", 12, 1.5]
    assert [cell.value for cell in cells[5:]] == [None, "https://x.example", "True"] and cells[6].hyperlink is None


def test_a_day_and_a_moment_are_dates_that_one_can_reckon_with() -> None:
    headings = [Heading("día", "yyyy-mm-dd"), Heading("momento", "yyyy-mm-dd hh:mm")]
    sheet = written(Sheet("Hoja", headings, [[date(2026, 2, 4), datetime(2026, 2, 4, 10, 42)]])).active
    assert [cell.value for cell in sheet[2]] == [datetime(2026, 2, 4), datetime(2026, 2, 4, 10, 42)]


def test_the_headings_stay_in_sight_below_the_lines_above() -> None:
    sheet = written(Sheet("Hoja", [Heading("Nombre")], [["Ana"]], above=["Pesos acordados", "Fuente: reportado"])).active
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == ["Pesos acordados", "Fuente: reportado", "Nombre", "Ana"]
    assert sheet.freeze_panes == "A4" and sheet.print_title_rows == "$3:$3"


def test_rows_are_read_once_and_in_order_however_many() -> None:
    read = []

    def rows() -> Iterator[list[int]]:
        for number in range(3_000):
            read.append(number)
            yield [number]

    sheet = written(Sheet("Hoja", [Heading("n")], rows())).active
    assert read == list(range(3_000)) and sheet.max_row == 3_001


def test_a_title_that_spreadsheets_refuse_is_made_to_fit() -> None:
    assert sheet_title("Mediciones [2026]: satisfacción de / los hoteles") == "Mediciones 2026 satisfacción de"
    assert sheet_title("'[]'") == "1"


def test_a_text_longer_than_a_cell_is_cut_and_not_lost_whole() -> None:
    assert written(Sheet("Hoja", [Heading("n")], [["x" * 40_000]])).active["A2"].value == "x" * LONGEST_TEXT
