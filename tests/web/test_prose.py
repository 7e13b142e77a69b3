"""What people write comes out as safe HTML."""

import pytest

from milpa.web.prose import markdown


def test_emphasis_lists_and_tables_are_kept():
    html = markdown("Vender **directo**\n\n- fotos\n- precios\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "<strong>directo</strong>" in html
    assert "<li>fotos</li>" in html
    assert "<td>2</td>" in html


def test_a_heading_stands_under_the_page_s_own():
    assert "<h3>Propósito</h3>" in markdown("# Propósito")
    assert "<h2>Propósito</h2>" in markdown("# Propósito", 2)
    assert "<h6>Al fondo</h6>" in markdown("###### Al fondo", 4)
    assert "<h1" not in markdown("# Propósito", 2)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[clic](javascript:alert(1))",
        "[clic](data:text/html;base64,PHNjcmlwdD4=)",
        "![foto](https://otro.example/espia.png)",
        '<p style="position:fixed">tapa</p>',
    ],
)
def test_nothing_that_runs_loads_or_covers_the_page_comes_through(hostile):
    html = markdown(hostile)
    for never in ("<script", "<img", 'href="javascript', 'href="data', "<p style"):
        assert never not in html


def test_a_link_does_not_tell_where_one_came_from():
    assert 'rel="noopener noreferrer nofollow"' in markdown("[sitio](https://milpa.example)")


def test_a_line_break_is_kept_and_nothing_gives_nothing():
    assert "<br>" in markdown("uno\ndos")
    assert markdown(None) == ""
