from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from milpa.web.documents.docx import Docx


@pytest.fixture
def strategy() -> Any:
    made = Docx("Estrategia", language="es", author="Instituto Ejemplo")
    made.heading("Necesidades")
    made.paragraph("Se acordaron <b>tres</b>.")
    made.quote("No contestamos a tiempo")
    made.items(["Ventas", "Cocina"], numbered=True)
    made.table(["Necesidad", "Votos"], [["Kʼicheʼ", "12"], ["Cocina", "–"]], numeric=[1], caption="Tabla 1. Votos")
    made.signatures([("Ana", "Coordinadora"), ("Carmen", "Presidenta"), ("Diego", "Ministerio")])
    return Document(BytesIO(made.content()))


def test_headings_lists_and_quotes_are_real_ones_and_text_is_text(strategy: Any) -> None:
    said = [(paragraph.style.name, paragraph.text) for paragraph in strategy.paragraphs if paragraph.text]
    assert said == [
        ("Title", "Estrategia"),
        ("Heading 1", "Necesidades"),
        ("Normal", "Se acordaron <b>tres</b>."),
        ("Quote", "«No contestamos a tiempo»"),
        ("List Number", "Ventas"),
        ("List Number", "Cocina"),
        ("Caption", "Tabla 1. Votos"),
    ]


def test_the_headings_of_a_table_come_again_on_each_page(strategy: Any) -> None:
    table = strategy.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Necesidad", "Votos"], ["Kʼicheʼ", "12"], ["Cocina", "–"]]


def test_everyone_has_a_line_to_sign_on(strategy: Any) -> None:
    cells = [cell.text for row in strategy.tables[1].rows for cell in row.cells]
    assert [text.split("\n")[-2:] for text in cells[:3]] == [["Ana", "Coordinadora"], ["Carmen", "Presidenta"], ["Diego", "Ministerio"]]


def test_paper_language_and_author_are_those_of_the_institution(strategy: Any) -> None:
    assert round(strategy.sections[0].page_width.mm, 1) == 215.9
    assert (strategy.core_properties.language, strategy.core_properties.author) == ("es", "Instituto Ejemplo")
