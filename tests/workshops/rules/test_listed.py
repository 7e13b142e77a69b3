from milpa.workshops.rules.listed import in_lines


def test_a_pasted_list_loses_its_dashes_and_numbers_and_keeps_those_that_belong_to_it():
    assert in_lines("1. Precios\n 2) Fotos\n- Reservas\n• 24 horas de recepción\n\n  3 idiomas  \na) Costos") == [
        "Precios",
        "Fotos",
        "Reservas",
        "24 horas de recepción",
        "3 idiomas",
        "Costos",
    ]


def test_the_same_line_twice_is_one_option():
    assert in_lines("Precios\nprecios \nPRECIOS\nFotos") == ["Precios", "Fotos"]


def test_nothing_pasted_is_no_list():
    assert in_lines(" \n\n") == []
