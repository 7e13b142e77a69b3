"""Everything of a workshop in one zip of CSV, and the minutes as DOCX with their photographs."""

import csv
import zipfile
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image

from milpa import ledger
from milpa.workshops.actions import closing, deciding, typing, voting, writing
from milpa.workshops.exporting import everything
from milpa.workshops.minutes_docx import minutes_docx
from milpa.workshops.models import Commitment, Workshop
from milpa.workshops.tasks import minutes_pdf
from tests.workshops import story as stories


def read(content):
    package = zipfile.ZipFile(BytesIO(content))
    return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def rows(text):
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def fresh(story):
    return Workshop.objects.select_related("programme__institution").get(id=story.id)


@pytest.mark.django_db(transaction=True)
def test_one_zip_holds_cards_groups_votes_needs_and_commitments_as_tables(settings):
    from tests.world import make_world

    settings.LANGUAGE_CODE = "en"
    story = stories.closed(make_world())
    files = read(everything(fresh(story)))
    by_start = {name.removesuffix(".csv"): rows(text) for name, text in files.items() if name.endswith(".csv")}
    texts = [row[0] for table in by_start.values() for row in table]
    assert {"Siempre me piden rebaja", "Precio y temporada"} <= set(texts)
    assert sum(len(table) for table in by_start.values()) > 20
    assert "CSV" not in files["LEAME.txt"] or story.workshop.code in files["LEAME.txt"]


@pytest.mark.django_db(transaction=True)
def test_no_file_pairs_a_person_with_a_vote_or_with_a_card_without_the_group_s_decision():
    from tests.world import make_world

    story = stories.written(make_world())
    writing.write_card(story.rosa.person, story.id, ledger.uuid7(), "Sin nombre")
    assert "Rosa" not in "".join(read(everything(fresh(story))).values())
    deciding.decide_naming(story.beto, story.id, ledger.uuid7(), True)
    writing.write_card(story.rosa.person, story.id, ledger.uuid7(), "Con nombre", named=True)
    cards = [row for text in read(everything(fresh(story))).values() if text.startswith("\ufeff") for row in rows(text)]
    assert [row for row in cards if "Rosa" in row] == [row for row in cards if row and row[0] == "Con nombre"]


@pytest.mark.django_db(transaction=True)
def test_a_card_that_a_spreadsheet_would_run_is_text():
    from tests.world import make_world

    story = stories.written(make_world())
    writing.write_card(story.rosa.person, story.id, ledger.uuid7(), '=HYPERLINK("http://x";"y")')
    cards = [row for text in read(everything(fresh(story))).values() if text.startswith("\ufeff") for row in rows(text)]
    assert [row[0] for row in cards if row and "HYPERLINK" in row[0]] == ['\'=HYPERLINK("http://x";"y")']


@pytest.mark.django_db(transaction=True)
def test_a_card_with_a_semicolon_or_a_comma_stays_in_one_cell_whatever_parts_cells():
    """LibreOffice's window, in the locale of Guatemala, has comma, semicolon and tab chosen at once: every text stands in quotes."""
    from tests.world import make_world

    story = stories.written(make_world())
    said = 'Cobrar en línea; sin tarjeta, con "link"'
    writing.write_card(story.rosa.person, story.id, ledger.uuid7(), said)
    text = next(text for text in read(everything(fresh(story))).values() if text.startswith("\ufeff") and "Cobrar en" in text)
    line = next(line for line in text.splitlines() if "Cobrar en" in line)
    assert line.startswith('"Cobrar en línea; sin tarjeta, con ""link""",')
    head = text.removeprefix("\ufeff").splitlines()[0]
    assert head.startswith('"') and head.endswith('"') and head.count('","') == 5


def photograph():
    out = BytesIO()
    Image.new("RGB", (80, 60), "white").save(out, "PNG")
    return SimpleUploadedFile("pared.png", out.getvalue(), "image/png")


def test_the_minutes_as_docx_have_cards_votes_commitments_and_the_photograph_of_the_wall(judged):
    closing.commit(judged.beto, judged.id, ledger.uuid7(), who="Beto", side="institute", text="Publica el resultado")
    closing.keep_commitment(judged.beto, judged.id, ledger.uuid7(), Commitment.objects.get().id, "Se publicó el lunes")
    voting.withdraw_vote(judged.beto, judged.vote.id, ledger.uuid7(), "Faltaba un grupo")
    typing.keep_wall_photo(judged.beto, judged.workshop, ledger.uuid7(), photograph())
    page = Document(BytesIO(minutes_docx(fresh(judged), "es")))
    text = "\n".join(
        [*(one.text for one in page.paragraphs), *(cell.text for table in page.tables for row in table.rows for cell in row.cells)]
    )
    for said in ("Siempre me piden rebaja", "Publica el resultado", "Se publicó el lunes", "Faltaba un grupo", "Hotel Luna"):
        assert said in text
    assert len(page.inline_shapes) == 1


def test_the_pdf_has_the_photograph_too(closed):
    without = len(minutes_pdf(fresh(closed)))
    typing.keep_wall_photo(closed.beto, closed.workshop, ledger.uuid7(), photograph())
    content = minutes_pdf(fresh(closed))
    assert (content[:5], len(content) > without) == (b"%PDF-", True)
