"""The strategy on paper: the same words and figures as on the screen, with its signatures and how to check it."""

from io import BytesIO

from docx import Document
from pypdf import PdfReader

from milpa import ledger
from milpa.strategies.actions.signing import sign_strategy
from milpa.strategies.models import Strategy
from milpa.strategies.printed import as_docx, as_pdf, context


def again(drafted):
    return Strategy.objects.select_related("programme__institution", "institution").get(id=drafted.id)


def test_the_pdf_holds_every_section_the_tables_and_the_signatures(world, drafted):
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), "presidenta")
    reader = PdfReader(BytesIO(as_pdf(again(drafted), drafted.now, "es")))
    text = "".join(page.extract_text() for page in reader.pages)
    for words in ("Texto de summary.", "Mercadeo", "Producción del curso", "Carmen", "presidenta", "verify/strategy"):
        assert words in text.replace("\n", " "), words


def test_the_docx_holds_the_same_sections_in_their_order(world, drafted):
    file = Document(BytesIO(as_docx(again(drafted), drafted.now, "es")))
    headings = [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == "Heading 1"]
    assert (headings[0], headings[-1], len(headings)) == ("1. Resumen en una página", "14. Acuerdos y firmas", 14)


def test_who_has_not_signed_has_a_line_to_sign_on(world, drafted):
    sign_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7())
    states = [(row["who"], row["state"]) for row in context(again(drafted), drafted.now)["signers"]]
    assert states == [("Carmen", "signed"), ("Fondo Ejemplo", "waiting"), ("Instituto Ejemplo", "waiting")]
