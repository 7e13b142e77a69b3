"""XLSForms in and out: what is read, what is refused, and that the sheet, the row and the cure are told."""

from io import BytesIO

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from milpa.surveys import xlsform
from milpa.surveys.refusals import FormNotUnderstood
from milpa.surveys.workbook import workbook

HEAD = "| survey |\n| | type | name | label | relevant | calculation | choice_filter |\n"
CHOICES = "| choices |\n| | list_name | name | label |\n| | li | a | A |\n| | li | b | B |\n"


def faults(text):
    with override("en"), pytest.raises(FormNotUnderstood) as refused:
        xlsform.read(text.encode() if isinstance(text, str) else text)
    return refused.value.faults


@pytest.mark.parametrize("name", ["access", "baseline", "satisfaction"])
def test_our_own_come_back_from_a_workbook_as_they_were(name):
    read = xlsform.read(workbook(xlsform.ours(name)))
    assert (read.form, read.notes) == (xlsform.ours(name), [])


@pytest.mark.parametrize("name", ["access", "baseline", "satisfaction"])
def test_what_is_kept_of_our_own_is_what_their_sheet_says(name):
    """If not: `python -m milpa.surveys.xlsform` reads them again."""
    assert xlsform.ours(name) == xlsform.read((xlsform.FORMS / f"{name}.md").read_bytes()).form


def test_the_workbook_has_the_sheets_of_the_standard():
    book = load_workbook(BytesIO(workbook(xlsform.ours("satisfaction"))))
    assert book.sheetnames == ["survey", "choices", "settings"]
    assert [cell.value for cell in book["survey"][1]][:4] == ["type", "name", "label::Español (es)", "label::English (en)"]


def test_a_csv_is_read_too():
    form = xlsform.read(b'"survey","type","name","label"\n,"integer","rooms","Habitaciones"\n').form
    assert [(question.name, question.label) for question in form.questions()] == [("rooms", {"": "Habitaciones"})]


def test_a_form_of_two_languages_begins_with_its_default_one():
    assert xlsform.ours("baseline").languages == ("es", "en")


def test_or_other_asks_which():
    form = xlsform.read((HEAD + "| | select_one li or_other | q | Q | | | |\n" + CHOICES).encode()).form
    assert [question.name for question in form.questions()] == ["q", "q_other"]
    assert form.question("q_other").relevant == "selected(../q, 'other')"


def test_what_a_phone_would_add_by_itself_is_passed_over_and_said():
    with override("en"):
        read = xlsform.read((HEAD + "| | deviceid | deviceid | | | | |\n| | text | a | A | | | |\n").encode())
    assert [question.name for question in read.form.questions()] == ["a"]
    assert read.notes == ["Sheet “survey”, row 2: “deviceid” is not kept here."]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("| | integr | a | A | | | |\n", "row 2: the type “integr” is unknown."),
        ("| | text | a | A | ${b} = 1 | | |\n", "row 2: no question is called “b”."),
        ("| | text | a | A | | | |\n| | text | a | A | | | |\n", "row 3: the name “a” stands twice."),
        ("| | geopoint | a | A | | | |\n", "row 2: questions of the type “geopoint” are not asked here."),
        ("| | begin_repeat | r | R | | | |\n| | text | a | A | | | |\n| | end_repeat | | | | | |\n", "row 2: questions that repeat"),
        ("| | begin_group | g | G | | | |\n| | text | a | A | | | |\n", "row 2: a group begins and does not end."),
        ("| | text | a | A | pulldata('x', 'y', 'z', 'k') = 1 | | |\n", "row 2: “pulldata” in"),
        ("| | calculate | a | | | | |\n", "calculat"),
        ("| | select_one no | a | A | | | |\n" + CHOICES, "list of choices “no” is missing."),
        ("| | select_one li | a | A | | | ${b} = 1 |\n| | text | b | B | | | |\n" + CHOICES, "row 2: choices from another file"),
        (
            "| | text | a | A | ${g} = 1 | | |\n| | begin_group | g | G | | | |\n| | text | b | B | | | |\n| | end_group | | | | | |\n",
            "“g”",
        ),
        ("| | range | a | A | | | |\n| | note | b | B | | | |\n" * 101, "at most 200"),
    ],
)
def test_a_fault_names_its_sheet_its_row_and_the_cure(rows, told):
    numbered = rows
    if told == "at most 200":
        numbered = "".join(f"| | text | q{n} | Q | | | |\n" for n in range(201))
    found = " ".join(faults(HEAD + numbered))
    assert "Sheet “survey”" in found or "Sheet “choices”" in found
    assert told in found


def test_every_fault_is_told_at_once():
    assert len(faults(HEAD + "| | image | a | A | | | |\n| | audio | b | B | | | |\n| | text | c | C | position(..) | | |\n")) == 3


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"PK\x03\x04", b"solo palabras", b"| survey |\n", b"| survey |\n| | type |\n", b"\xff\xfe\x00"]
)
def test_what_is_no_xlsform_says_so(data):
    assert "XLSForm" in faults(data)[0] or "survey" in faults(data)[0]


def test_a_form_of_nothing_but_notes_has_questions_to_none():
    form = xlsform.read((HEAD + "| | note | a | A | | | |\n").encode()).form
    assert form.asked() == ()
