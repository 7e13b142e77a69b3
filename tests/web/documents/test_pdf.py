"""One report and one certificate, read back with a library of someone else's."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from jinja2 import ChoiceLoader, DictLoader
from PIL import Image
from pypdf import PdfReader

from milpa.web import qr
from milpa.web.documents import pdf

LETTERS = "Kʼicheʼ Tzʼutujil ä ë ï ö ü ẍ ꞌ ɨ ≥ ≤ → ✓"
REPORT = """
{% extends "web/document.html" %}
{% import "web/components/document.html" as doc %}
{% block title %}Estrategia de los hoteles{% endblock %}
{% block state %}Revisión 7{% endblock %}
{% block body_class %}numbered{% endblock %}
{% block content %}
{{ doc.contents([("Necesidades", "needs"), ("Firmas", "signs")]) }}
<h2 id="needs">Necesidades</h2><p>{{ letters }}</p>
{% set columns = [{"key": "n", "label": "Necesidad", "head": true}, {"key": "v", "label": "Votos", "numeric": true}] %}
{{ doc.table(columns, rows, foot={"n": "Todas", "v": "3,400"}) }}
<p><img src="https://example.org/spy.png" alt="fuera"><img src="file:///etc/passwd" alt="disco"></p>
<p><img src="milpa:file/foto" alt="Una foto"></p>
<h2 id="signs">Firmas</h2>
{{ doc.signatures([{"who": "Ana", "state": "signed", "says": "Revisión 7"}, {"who": "Carmen", "state": "waiting"}]) }}
{{ doc.verify("https://milpa.example/v/7QK3", "7QK3") }}
{% endblock %}
"""
CERTIFICATE = """
{% extends "web/certificate.html" %}
{% import "web/components/document.html" as doc %}
{% block title %}Certificado de Rosa{% endblock %}
{% block name %}Rosa Tzʼunun{% endblock %}
{% block foot %}
{{ doc.signatures([{"who": "Irma", "capacity": "Instructora", "state": "waiting"}]) }}{{ doc.verify("https://milpa.example/v/7QK3") }}
{% endblock %}
"""


@pytest.fixture(scope="module")
def templates() -> Any:
    """Two documents as a stage writes them."""
    env = engines["jinja2"].env
    before = env.loader
    env.loader = ChoiceLoader([DictLoader({"tests/report.html": REPORT, "tests/certificate.html": CERTIFICATE}), before])
    yield
    env.loader = before


@pytest.fixture(scope="module")
def report(templates: None) -> PdfReader:
    out = BytesIO()
    Image.new("RGB", (300, 200), "#0b6b4b").save(out, "WEBP")
    rows = [{"n": f"Necesidad {number}", "v": number or None} for number in range(70)]
    files = {"foto": out.getvalue(), "qr": qr.png("https://milpa.example/v/7QK3")}
    context = {"institution": "Instituto Ejemplo", "letters": LETTERS, "rows": rows}
    return PdfReader(BytesIO(pdf.render("tests/report.html", context, "es", files=files)))


def text(reader: PdfReader, page: int) -> str:
    return " ".join(reader.pages[page].extract_text().split())


def test_the_letters_of_the_mayan_languages_and_the_signs_of_the_methodology_are_there(report: PdfReader) -> None:
    assert LETTERS in text(report, 1)


def test_only_vendored_letters_are_used_and_all_are_embedded(report: PdfReader) -> None:
    fonts = {
        font["/BaseFont"]: font for page in report.pages for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    }
    families = {name.partition("+")[2].removesuffix("-Bold").removesuffix("-Italic") for name in fonts}
    assert families == {"Charis-SIL", "Noto-Sans"}
    assert all("/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts.values())


def test_the_heads_of_a_table_come_again_on_each_page_and_its_sum_once(report: PdfReader) -> None:
    pages = [text(report, number) for number in range(len(report.pages))]
    assert sum("Necesidad Votos" in page for page in pages) >= 3
    assert sum("3,400" in page for page in pages) == 1


def test_pages_say_their_number_and_carry_the_running_heads_from_the_second_on(report: PdfReader) -> None:
    last = len(report.pages)
    assert f"Página 1 de {last}" in text(report, 0) and f"Página {last} de {last}" in text(report, last - 1)
    assert text(report, 1).count("Estrategia de los hoteles") == 1 and text(report, 0).count("Estrategia de los hoteles") == 1


def test_sections_are_numbered_and_the_contents_say_their_pages(report: PdfReader) -> None:
    contents = text(report, 0)
    assert "1. Necesidades" in text(report, 1) and contents.split("Necesidades")[1].lstrip(" .").startswith("2")
    assert [entry["/Title"] for entry in report.outline if not isinstance(entry, list)] == ["Necesidades", "Firmas"]


def test_nothing_is_fetched_but_what_was_given(report: PdfReader) -> None:
    pictures = {image.name for page in report.pages for image in page.images}
    assert len(pictures) == 2  # the photograph and the code
    assert "root:" not in "".join(page.extract_text() for page in report.pages)


def test_a_screen_reader_finds_title_language_and_structure(report: PdfReader) -> None:
    root = report.trailer["/Root"]
    assert report.metadata is not None
    assert (report.metadata.title, report.metadata.author) == ("Estrategia de los hoteles", "Instituto Ejemplo")
    assert root["/Lang"] == "es" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_it_is_letter_in_guatemala_and_a4_elsewhere_and_a_certificate_lies_down_on_one_page(templates: None) -> None:
    for country, size in (("GT", (792, 612)), ("ES", (842, 595))):
        made = pdf.render("tests/certificate.html", {"institution": "Instituto"}, "es", country=country, files={"qr": qr.png("x")})
        pages = PdfReader(BytesIO(made)).pages
        assert len(pages) == 1 and (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == size
        assert "Rosa Tzʼunun" in pages[0].extract_text()


def test_the_vendored_letters_are_unchanged_and_listed_with_their_hash() -> None:
    listed = (pdf.FONTS / "VERSIONS.md").read_text()
    files = sorted(pdf.FONTS.glob("*.ttf"))
    assert len(files) == 5 and listed.count(".ttf") == 5
    assert all(f"| {file.name} |" in listed and sha256(file.read_bytes()).hexdigest() in listed for file in files)
    assert all("SIL OPEN FONT LICENSE" in Path(licence).read_text() for licence in pdf.FONTS.glob("OFL-*.txt"))


def test_pages_do_without_the_heavy_libraries_until_one_is_needed() -> None:
    heavy = {"weasyprint", "docx", "xlsxwriter", "snowballstemmer"}
    seen = f"import django; django.setup(); import sys, milpa.urls; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
