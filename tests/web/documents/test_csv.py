import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.web.documents.csv import guard, lines, unguard


@pytest.mark.parametrize(
    "formula", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "+502 5512-3456", "-"]
)
def test_text_that_a_spreadsheet_would_run_is_guarded(formula: str) -> None:
    assert guard(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["", "Hotel", "-5", "+502 5512 3456", "-1,250.50", "-3.5%", "1+1", "ñ=1", "'quoted'"])
def test_numbers_and_harmless_text_stay_what_they_are(text: str) -> None:
    assert guard(text) == text


@given(st.text())
def test_a_file_that_comes_back_is_what_went_out(text: str) -> None:
    assert unguard(guard(text)) == text or text.startswith("'")


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=2, max_size=2), min_size=1))
def test_no_cell_of_any_file_begins_as_a_formula(rows: list[list[str]]) -> None:
    content = b"".join(lines(rows)).decode("utf-8-sig")
    for row in csv.reader(StringIO(content, newline="")):
        assert all(not cell or cell[0] not in "=@\t\r\n" for cell in row)


def test_the_mark_of_utf8_stands_once_at_the_beginning() -> None:
    assert list(lines([["ñ", None], ["=1", 2]])) == ["\ufeffñ,\r\n".encode(), b"'=1,2\r\n"]
