import pytest

from milpa.conglomerates.rules.municipalities import Found, repaired
from tests.conglomerates.rules.places import PLACES


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Panajachel", "0710"),
        ("  PANAJACHEL ", "0710"),
        ("Santa Cruz del Quiche", "1401"),
        ("Santa Cruz del QuichÃ©", "1401"),  # UTF-8 read as Latin-1
        ("Santa Cruz del Quich\ufffd", "1401"),  # the letter was lost
        ("Santa Cruz del Quich?", "1401"),
        ("0710", "0710"),
        ("710", "0710"),  # the spreadsheet dropped the zero
    ],
)
def test_a_municipality_is_found_by_code_or_by_name_with_its_accents_lost(written, code):
    assert PLACES.find(written) == Found(code)


def test_the_department_tells_two_of_one_name_apart():
    assert PLACES.find("San Jose") == Found("", "ambiguous", ("0509", "1702"))
    assert PLACES.find("San Jose", "Peten") == Found("1702")
    assert PLACES.find("San José, Escuintla") == Found("0509")
    assert PLACES.find("San José (Petén)") == Found("1702")


def test_a_department_that_has_no_such_municipality_decides_nothing():
    assert PLACES.find("San José", "Zacapa").problem == "ambiguous"


@pytest.mark.parametrize("written", ["Macondo", "", "99999"])
def test_what_is_no_municipality_is_unknown(written):
    assert PLACES.find(written).problem == "unknown"
    assert not PLACES.knows(written)


def test_text_that_was_never_broken_stays_as_it_is():
    assert repaired("Sololá") == "Sololá"
    assert repaired("SololÃ¡") == "Sololá"
