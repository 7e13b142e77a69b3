"""Pictures of numbers: true lengths, words for the ear, patterns beside colours."""

import re
from xml.etree import ElementTree

import pytest

from milpa.web import charts
from milpa.web.charts import Bar, Span, Stack

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture):
    """The picture as a tree; what is not well-formed fails here."""
    return ElementTree.fromstring(str(picture).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("&nbsp;", " "))


def widths(picture):
    return [float(rect.get("width", "0%").rstrip("%")) for rect in drawn(picture).iter(f"{SVG}rect") if rect.get("width", "").endswith("%")]


def test_a_bar_is_as_long_as_its_value():
    picture = charts.bars([Bar("Reservaciones", 20), Bar("Precio", 5)], "Puntos")
    assert widths(picture) == [100, 100, 100, 25]  # frame, bar, frame, bar


def test_a_bar_without_a_datum_says_so_and_draws_none():
    picture = charts.bars([Bar("Reservaciones", 20), Bar("Precio", None)], "Puntos")
    assert widths(picture) == [100, 100, 100]
    assert "Precio: –" in picture


def test_contributions_stand_one_after_the_other():
    picture = charts.stackbar([20, 0, 30], ["a", "b", "c"], "Hoteles", whole=100)
    parts = [
        (rect.get("x"), rect.get("width")) for rect in drawn(picture).iter(f"{SVG}rect") if rect.get("x") and "%" in rect.get("width", "")
    ]
    assert parts == [("0.00%", "20.00%"), ("20.00%", "30.00%")]


def test_a_value_without_its_part_is_refused():
    with pytest.raises(ValueError, match="zip"):
        charts.stacked([Stack("Hoteles", [1, 2, 3])], ["a", "b"], "Puntos")


def test_a_picture_is_read_out_with_its_numbers():
    tree = drawn(charts.stacked([Stack("Hoteles", [18.7, 2.7])], ["Ingresos", "Empleo"], "Puntos"))
    assert tree.get("role") == "img"
    assert tree.get("aria-label") == "Puntos. Hoteles: Ingresos 18.7, Empleo 2.7"


def test_every_part_can_be_told_apart_without_its_colour():
    names = [f"parte {n}" for n in range(1, charts.PARTS + 1)]
    swatches = re.findall(r"<svg.*?</svg>", charts.legend(names))
    forms = {re.sub(r'c[0-9a-f]+-|class="f\d"', "", swatch) for swatch in swatches}
    assert len(swatches) == charts.PARTS
    assert len(forms) == charts.PARTS - 1  # only the two plain dyes, indigo and maize, differ by lightness alone
    assert len(set(re.findall(r' d="(.*?)"', charts.knots(names)))) == charts.PARTS


def test_what_people_wrote_cannot_leave_its_place():
    picture = charts.bars([Bar("<script>alert(1)</script>", 3)], 'Puntos" onload="x')
    assert "<script" not in picture
    assert drawn(picture).get("onload") is None


def test_a_long_label_takes_more_lines_and_pushes_the_rest_down():
    short = drawn(charts.bars([Bar("Precio", 3)], "Puntos"))
    long = drawn(charts.bars([Bar("Que nos encuentren quienes buscan hotel en internet", 3)], "Puntos"))
    assert float(long.get("height")) == float(short.get("height")) + 18


def test_knots_beyond_the_span_stay_in_the_picture():
    picture = charts.span(Span("Empleo", 9, 200, [0, 300]), ["a", "b"], low=0, high=70)
    assert [svg.get("x") for svg in drawn(picture).iter(f"{SVG}svg")][1:] == ["2.50%", "97.50%"]


def test_a_distribution_shows_also_what_nobody_answered():
    texts = [text.text for text in drawn(charts.distribution([("1", 0), ("5", 12)], "Respuestas")).iter(f"{SVG}text")]
    assert texts == ["0", "1", "12", "5"]


def test_the_same_picture_is_always_the_same_text():
    rows = [Stack("Hoteles", [18.7, 2.7])]
    assert charts.stacked(rows, ["a", "b"], "Puntos") == charts.stacked(rows, ["a", "b"], "Puntos")


def test_only_a_picture_for_paper_carries_its_own_colours():
    assert "<style>" not in charts.bars([Bar("Precio", 3)], "Puntos")
    assert "<style>" in charts.bars([Bar("Precio", 3)], "Puntos", standalone=True)
    assert "style=" not in charts.bars([Bar("Precio", 3)], "Puntos", standalone=True)


@pytest.mark.parametrize(
    "picture", [charts.bars([], "x"), charts.stacked([], ["a"], "x"), charts.distribution([], "x"), charts.spans([], [], "x")]
)
def test_nothing_to_show_is_no_error(picture):
    assert drawn(picture).get("role") == "img"
