from collections import Counter
from functools import cache

from openpyxl import load_workbook

from demo import messy_register, register
from tests.demo.pages import enterprises, page


@cache
def everyone() -> list[register.Enterprise]:
    return register.enterprises()


@cache
def messy() -> list[messy_register.MessyRow]:
    return messy_register.messy_rows()


def test_the_register_holds_three_thousand_enterprises_the_same_ones_every_time():
    rows = everyone()
    assert rows == register.enterprises()
    assert len({row.key for row in rows}) == len({row.phone for row in rows}) == len(rows) == 3000


def test_the_enterprises_with_a_face_come_first():
    rows = everyone()
    assert [row.key for row in rows[: len(enterprises())]] == list(enterprises())


def test_they_are_of_the_five_activities_over_all_departments_and_mostly_small():
    rows = everyone()
    assert {row.activity for row in rows} == {"5510", "5520", "5590", "7911", "7912"}
    assert len({row.department for row in rows}) == 22
    assert {1, 60} <= {row.workers for row in rows} and max(row.workers for row in rows) == 60
    assert sum(row.workers <= 10 for row in rows) > 0.85 * len(rows)
    assert {row.language for row in rows} == {"es", "quc", "cak", "mam", "kek", "cab", "xin"}
    assert {row.area for row in rows} == {"urban", "rural"}


def test_people_add_up_and_municipalities_are_of_their_department():
    department = {place.code: place.department for place in register.places()}
    for row in everyone():
        assert row.women + row.men == row.workers and row.department == department[row.municipality]


def test_forty_six_in_a_hundred_places_to_stay_are_led_by_a_woman_as_the_answer_in_the_negotiation_says():
    stays = [row for row in everyone() if row.activity.startswith("55")]
    assert round(100 * sum(row.leader_sex == "woman" for row in stays) / len(stays)) == 46
    (answer,) = [row["answer"]["text"] for row in page("strategy")["suggestions"] if row["key"] == "places_for_women"]
    assert "46 %" in answer


def test_the_mandate_counts_the_members_that_the_register_has():
    assert sum(row.member for row in everyone()) == page("strategy")["mandate"]["members"]


def test_drawn_names_say_that_they_are_made_up_and_none_repeats_in_a_department():
    drawn = everyone()[len(enterprises()) :]
    assert all(any(row.name.endswith(material) for material in register.MATERIALS) for row in drawn)
    assert max(Counter((row.name, row.department) for row in drawn).values()) == 1
    assert all(row.phone.startswith("9") for row in drawn)


def test_the_clean_file_has_a_row_each_and_can_be_read_as_utf_8():
    lines = register.clean_csv(register.enterprises(100)).decode().splitlines()
    assert len(lines) == 101 and "municipio" in lines[0]


def test_the_messy_list_has_six_hundred_rows_of_which_ninety_repeat_another():
    rows = messy()
    assert rows == messy_register.messy_rows()
    assert (len(rows), sum(row.repeats for row in rows)) == (600, 90)
    first = {row.key: row.in_register for row in rows if not row.repeats}
    assert Counter(first.values()) == {True: 300, False: 210}
    assert {row.key for row in rows if row.repeats} <= first.keys()


def test_every_fault_that_the_import_must_notice_is_in_it():
    faults = Counter(fault for row in messy() for fault in row.faults)
    assert faults.keys() == {
        "accents_lost",
        "bad_phone",
        "broken_letters",
        "latin_1",
        "name_written_otherwise",
        "odd_phone",
        "odd_sex",
        "swapped",
        "unclear_workers",
        "unknown_activity",
        "unknown_municipality",
    }
    assert (faults["swapped"], faults["latin_1"]) == (40, 200)


def test_no_single_encoding_reads_the_messy_file():
    written = messy_register.messy_csv(messy())
    lines = written.split(b"\r\n")
    assert len(lines) == 602 and lines[-1] == b""
    read = [line.decode("utf-8", errors="replace") for line in lines]
    assert any("�" in line for line in read) and any("á" in line for line in read)


def test_the_spreadsheet_holds_the_same_rows_below_an_empty_one(tmp_path):
    rows = messy()
    (tmp_path / "messy.xlsx").write_bytes(messy_register.messy_xlsx(rows))
    sheet = load_workbook(tmp_path / "messy.xlsx", read_only=True).active
    cells = [row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]
    assert list(cells[0]) == messy_register.HEADINGS and len(cells) == 601
    assert [str(row[0]) for row in cells[1:]] == [row.cells[0] for row in rows]
