import pytest

from milpa.conglomerates.rules.columns import guess_columns
from tests.conglomerates.rules.places import ACTIVITIES, DEPARTMENTS, PLACES

ROW = ["Hotel A", "5555-1234", "12", "Panajachel", "Sololá", "5510", "F", "Español", "rosa@ejemplo.gt", "sin comentario"]


def fields(headings, rows):
    return [guess.field for guess in guess_columns(headings, rows, PLACES, ACTIVITIES, DEPARTMENTS)]


@pytest.mark.parametrize(
    "headings",
    [
        ["Nombre comercial", "Tel.", "No. de empleados", "Municipio", "Depto.", "CIIU", "Sexo", "Idioma", "Correo electrónico", "Obs"],
        ["BUSINESS NAME", "Phone number", "Workers", "Municipality", "Department", "ISIC class", "Gender", "Language", "E-mail", "Notes"],
    ],
)
def test_headings_in_spanish_and_english_are_known(headings):
    expected = ["name", "phone", "workers", "municipality", "department", "activity", "leader_sex", "language", "email", ""]
    assert fields(headings, [ROW] * 5) == expected


def test_without_headings_the_values_speak_where_they_have_a_shape():
    found = guess_columns([""] * 10, [ROW] * 5, PLACES, ACTIVITIES, DEPARTMENTS)
    assert [guess.field for guess in found[1:9]] == [
        "phone",
        "workers",
        "municipality",
        "department",
        "activity",
        "leader_sex",
        "language",
        "email",
    ]
    assert {guess.because for guess in found[1:9]} == {"values"}


def test_a_heading_whose_values_look_otherwise_is_doubted():
    good = guess_columns(["Empresa", "Teléfono"], [["Hotel A", "5555-1234"]] * 5, PLACES, ACTIVITIES, DEPARTMENTS)
    odd = guess_columns(["Empresa", "Teléfono"], [["Hotel A", "cerrado los lunes"]] * 5, PLACES, ACTIVITIES, DEPARTMENTS)
    assert (good[1].because, good[1].confidence) == ("both", 1.0)
    assert (odd[1].because, odd[1].confidence) == ("heading", 0.5)


def test_the_more_of_its_values_look_right_the_more_a_heading_is_believed():
    rows = [["5555-1234"], ["cerrado"], ["pregunte"], ["no sabe"]]
    [guess] = guess_columns(["Teléfono"], rows, PLACES, ACTIVITIES, DEPARTMENTS)
    assert (guess.field, guess.confidence, guess.because) == ("phone", 0.62, "heading")


def test_no_field_is_guessed_twice():
    found = fields(["Teléfono", "Teléfono 2", "Empresa"], [["5555-1234", "4444-1234", "Hotel A"]] * 3)
    assert found == ["phone", "", "name"]


def test_rows_of_uneven_length_and_empty_columns_do_no_harm():
    assert fields(["Empresa", "Municipio"], [["Hotel A"], [], ["Hotel B", "Zacapa", "de más"]]) == ["name", "municipality"]
    assert fields(["Empresa", "Teléfono"], []) == ["name", "phone"]
