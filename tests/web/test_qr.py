import re
from io import BytesIO
from xml.etree import ElementTree

import segno
from PIL import Image

from milpa.web import qr

ADDRESS = "https://milpa.example/verificar/7QK3-PX"


def test_the_svg_draws_the_very_modules_of_the_code() -> None:
    matrix = [list(row) for row in segno.make(ADDRESS, error="m", micro=False).matrix]
    drawn = [[0] * len(matrix) for _ in matrix]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", qr.svg(ADDRESS)):
        for column in range(int(x), int(x) + int(width)):
            drawn[int(y) - qr.QUIET][column - qr.QUIET] = 1
    assert drawn == matrix


def test_the_svg_has_no_style_and_says_what_it_is() -> None:
    svg = qr.svg(ADDRESS, 'Abrir "taller" <1>')
    root = ElementTree.fromstring(svg)
    assert "style" not in svg and root.attrib["role"] == "img" and root.attrib["aria-label"] == 'Abrir "taller" <1>'
    assert ElementTree.fromstring(qr.svg(ADDRESS)).attrib["aria-hidden"] == "true"


def test_the_png_is_as_large_as_asked() -> None:
    image = Image.open(BytesIO(qr.png("hola", scale=3)))
    assert image.size == ((21 + 2 * qr.QUIET) * 3,) * 2
