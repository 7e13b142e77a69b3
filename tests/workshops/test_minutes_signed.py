"""Who signed the minutes, as the page, the PDF and the DOCX show it."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from milpa import ledger
from milpa.workshops.actions import ordering
from milpa.workshops.actions.signing_minutes import sign_as_participant, sign_minutes
from milpa.workshops.minutes import Minutes
from milpa.workshops.minutes_docx import minutes_docx
from milpa.workshops.models import Need, Participant, Workshop
from milpa.workshops.tasks import minutes_pdf


@pytest.fixture
def signed(closed):
    sign_minutes(closed.beto, closed.id, 1, ledger.uuid7(), "facilitador")
    sign_minutes(closed.world.carmen, closed.id, 1, ledger.uuid7(), "presidenta")
    sign_as_participant(closed.tomas.person, closed.id, 1, "dueño")
    return closed


def fresh(story):
    return Workshop.objects.select_related("programme__institution").get(id=story.id)


def rows(story):
    return {row["who"]: row for row in Minutes(fresh(story)).signs}


def move(story):
    need = Need.objects.of(story.world.id).get(title="Vender directo")
    ordering.move_need(story.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")


def test_nobody_has_signed_and_lines_wait_for_each_side(closed):
    found = Minutes(fresh(closed)).signs
    assert [row["state"] for row in found] == ["waiting"] * 3
    assert found[1]["who"] == closed.world.association.name


def test_each_signature_stands_with_capacity_revision_and_moment(signed):
    found = rows(signed)
    assert {who: row["state"] for who, row in found.items()} == {"Beto": "signed", "Carmen": "signed", "Tomás": "signed"}
    assert found["Carmen"]["capacity"] == f"presidenta · {signed.world.association.name}"
    assert found["Tomás"]["capacity"] == "dueño · participante"
    assert "Firmó la revisión 1 el" in found["Beto"]["says"]


def test_after_a_change_they_stand_as_no_longer_covering_and_say_what_changed(signed):
    move(signed)
    found = rows(signed)
    assert {row["state"] for row in found.values()} == {"uncovered"}
    assert "Desde entonces cambió: el orden de las necesidades." in found["Tomás"]["says"]


def test_signed_again_the_newest_signature_of_each_counts(signed):
    move(signed)
    sign_minutes(signed.beto, signed.id, 2, ledger.uuid7(), "facilitador")
    assert (rows(signed)["Beto"]["state"], rows(signed)["Carmen"]["state"]) == ("signed", "uncovered")


def test_a_participant_who_is_of_the_institution_signs_for_it_only_as_such(signed):
    assert Minutes(fresh(signed)).signed.has_signed(signed.beto)
    assert not Minutes(fresh(signed)).signed.has_signed(signed.world.ana)
    assert Minutes(fresh(signed)).signed.has_signed_as_participant(Participant.objects.get(id=signed.tomas.id))


def text_of_pdf(story):
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(minutes_pdf(fresh(story)))).pages).split())


def text_of_docx(story):
    page = Document(BytesIO(minutes_docx(fresh(story), "es")))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return " ".join("\n".join([*(one.text for one in page.paragraphs), *cells]).split())


@pytest.mark.parametrize("read", [text_of_pdf, text_of_docx])
def test_pdf_and_docx_say_who_signed_what_and_its_fingerprint(signed, read):
    fingerprint = Minutes(fresh(signed)).signed.fingerprint
    said = read(signed)
    assert "presidenta" in said and "Firmó la revisión 1 el" in said and "Tomás" in said
    assert fingerprint in said.replace(" ", "")
    move(signed)
    assert "Firmó, pero ya no cubre el texto" in read(signed)
