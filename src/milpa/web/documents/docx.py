"""DOCX with real headings, lists, tables and lines to sign on: what an institution goes on writing in its own word processor."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from milpa.web.documents.paper import paper_of

SIZES = {"letter": (Mm(215.9), Mm(279.4)), "A4": (Mm(210), Mm(297))}
PICTURE_WIDTH = Mm(150)
SERIF = "Charis SIL"  # a word processor without it shows its own serif


class Docx:
    """A document built from its beginning to its end; `content()` gives the file.

    Text is taken as it is: no mark-up. Headings are real ones, so a table of contents can be made of them.
    """

    def __init__(self, title: str, *, language: str, author: str = "", country: str = "GT", made: datetime | None = None) -> None:
        self._document: Any = Document()
        self._set_page(country)
        self._set_letters(language)
        about = self._document.core_properties
        about.title, about.author, about.language = title, author, language
        about.created = about.modified = made or datetime.now(UTC)
        self._document.add_heading(title, 0)

    def heading(self, text: str, level: int = 1) -> None:
        self._document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        self._document.add_paragraph(text)

    def quote(self, text: str) -> None:
        """People's own words."""
        self._document.add_paragraph(f"«{text}»", style="Quote")

    def items(self, texts: Iterable[str], *, numbered: bool = False) -> None:
        for text in texts:
            self._document.add_paragraph(text, style="List Number" if numbered else "List Bullet")

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Sequence[int] = (), caption: str = "") -> None:
        """Cells are text as a person reads it. The headings come again on each page. numeric: numbers of the columns of figures."""
        if caption:
            self._document.add_paragraph(caption, style="Caption")
        table = self._document.add_table(1, len(headings), style="Light Grid")
        _repeat_on_each_page(table.rows[0])
        for number, row in enumerate([headings, *rows]):
            cells = (table.rows[0] if number == 0 else table.add_row()).cells
            for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
                cell.text = str(text)
                if column in numeric:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._document.add_paragraph()

    def signatures(self, signers: Sequence[tuple[str, str]]) -> None:
        """(name, capacity): two lines to sign on beside each other."""
        table = self._document.add_table((len(signers) + 1) // 2, 2)
        for number, (name, capacity) in enumerate(signers):
            cell = table.cell(number // 2, number % 2)
            cell.text = f"\n\n______________________________\n{name}\n{capacity}"

    def picture(self, content: bytes, alt: str) -> None:
        """A photograph across the page, with words for whoever does not see it. JPEG or PNG."""
        shape = self._document.add_picture(BytesIO(content), width=PICTURE_WIDTH)
        shape._inline.docPr.set("descr", alt)

    def page_break(self) -> None:
        self._document.add_page_break()

    def content(self) -> bytes:
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _set_page(self, country: str) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = SIZES[paper_of(country)]
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(25)

    def _set_letters(self, language: str) -> None:
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = SERIF, Pt(10.5)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), {"es": "es-GT", "en": "en-US"}.get(language, language))
        normal.element.get_or_add_rPr().append(spoken)


def _repeat_on_each_page(row: Any) -> None:
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeat)
