"""Lists are read whatever their encoding, and what is no list is refused in words."""

from io import BytesIO

import openpyxl
import pytest

from milpa.conglomerates.refusals import NoHeadings, NotReadable, TooManyRows
from milpa.conglomerates.sheets import headed, rows_of
from milpa.web import limits


def workbook(*rows) -> BytesIO:
    book, out = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out


def test_a_file_of_two_encodings_loses_no_letter():
    lines = [b"Nombre;Municipio", "Posada Ñandú;Sololá".encode(), "Posada Ñandú;Sololá".encode("cp1252")]
    headings, rows = headed(BytesIO(b"\r\n".join(lines)), "csv")
    assert headings == ["Nombre", "Municipio"]
    assert [cells for _number, cells in rows] == [["Posada Ñandú", "Sololá"]] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_what_spreadsheets_write_as_text_is_read(encoding):
    assert headed(BytesIO("Nombre\tMunicipio\nPosada Ñandú\tSololá\n".encode(encoding)), "csv")[0] == ["Nombre", "Municipio"]


def test_a_workbook_is_read_with_an_empty_row_above_and_numbers_as_text():
    headings, rows = headed(workbook([], ["Nombre", "Teléfono"], ["Posada", 90010001.0]), "xlsx")
    assert headings == ["Nombre", "Teléfono"]
    assert list(rows) == [(3, ["Posada", "90010001"])]


def test_a_formula_is_handed_on_as_it_is_written():
    assert list(rows_of(workbook(["a", "b"], ['=HYPERLINK("x")', "=1+1"]), "xlsx"))[1][1] == ['=HYPERLINK("x")', "=1+1"]


def test_what_our_own_download_guarded_comes_back_as_it_was():
    assert list(rows_of(BytesIO(b"a,b\n'=1+1,'-x\n"), "csv"))[1][1] == ["=1+1", "-x"]


def test_a_list_of_one_column_has_no_headings():
    with pytest.raises(NoHeadings):
        headed(BytesIO(b"uno\ndos\ntres\n"), "csv")


def test_a_broken_workbook_is_told_and_not_a_failure():
    whole = workbook(["Nombre", "Municipio"]).getvalue()
    with pytest.raises(NotReadable):
        list(rows_of(BytesIO(whole[: len(whole) // 2]), "xlsx"))


def test_a_list_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_ROWS", 3)
    with pytest.raises(TooManyRows):
        list(rows_of(BytesIO(b"a,b\n" + b"c,d\n" * 4), "csv"))


def test_columns_far_to_the_right_are_left_alone():
    assert len(next(rows_of(BytesIO(b"x," * 5000 + b"x\n"), "csv"))[1]) == 60
