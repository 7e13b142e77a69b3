import pytest

from milpa.courses.worksheets import Unreadable, read, refuse_formula

NIGHT = {
    "fields": [
        {"key": "fixed", "label": "Costos fijos", "unit": "Q", "example": 14400},
        {"key": "nights", "label": "Noches", "example": 144},
        {"key": "each", "label": "Parte fija", "unit": "Q", "formula": "fijos ÷ noches", "compute": "fixed / nights", "example": 100.0},
    ],
    "example": "Con 60 % de ocupación, Q 145.",
}


def test_fields_that_compute_are_read_in_order():
    sheet = read(NIGHT)
    assert [field.key for field in sheet.fields] == ["fixed", "nights", "each"]
    assert (sheet.computes, sheet.example, sheet.lines) == (True, "Con 60 % de ocupación, Q 145.", 0)


def test_named_rows_have_examples_in_the_order_of_their_columns():
    sheet = read(
        {
            "rows": ["Alta", "Baja"],
            "columns": [{"key": "price", "label": "Precio"}, {"key": "vat", "label": "IVA", "compute": "price * 12 / 100"}],
            "example": [{"row": "Alta", "vat": 28.8, "price": 240}],
            "totals": [{"key": "all", "label": "En total", "compute": "sum(vat)"}],
        }
    )
    assert (sheet.rows, sheet.examples) == (("Alta", "Baja"), (("Alta", 240, 28.8),))


def test_a_table_to_fill_in_has_blank_lines():
    sheet = read({"columns": ["Quién es", "De dónde"], "rows": 10, "example": [["Vendedora", "Capital"]]})
    assert (sheet.lines, [column.label for column in sheet.columns], sheet.computes) == (10, ["Quién es", "De dónde"], False)


@pytest.mark.parametrize("formula", ["a + b", "-a * (b - 2) / 3.5", "sum(a) - 12"])
def test_a_formula_of_known_keys_is_fine(formula):
    refuse_formula(formula, {"a", "b"})


@pytest.mark.parametrize(
    "formula", ["c + 1", "a.real", "a[0]", "a if b else 1", "a ** 2", "'a'.upper()", "a +", "open('x')", "sum(a for a in b)"]
)
def test_anything_else_is_unreadable(formula):
    with pytest.raises(Unreadable):
        refuse_formula(formula, {"a", "b"})


def test_a_field_computes_only_from_those_above_it():
    with pytest.raises(Unreadable):
        read({"fields": [{"key": "each", "label": "Parte", "compute": "fixed"}, {"key": "fixed", "label": "Fijos"}]})
