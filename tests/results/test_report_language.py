"""A report speaks the language of its programme: its figures keep the words of their day, and its PDF is all in that language."""

import json
import re
from io import BytesIO

import pypdf
import pytest
from django.utils.translation import override

from milpa import ledger
from milpa.ledger.models.documents import Revision
from milpa.results.actions.reporting import Written, begin_report
from milpa.results.figures import SENTENCES, figure_of
from milpa.results.tasks import as_pdf

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def report(world, case):
    return begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", done="Se dio el curso."))


def told(report, language):
    with override(language):
        return [str(getattr(figure_of(kept, "es"), name)) for kept in report.figures for name in SENTENCES]


def test_the_bytes_of_a_revision_hold_the_words_of_the_reports_language(report):
    kept = json.loads(bytes(Revision.objects.get(document=report.id).content))["figures"]
    satisfied = next(row for row in kept if row["id"] == "satisfaction")
    assert satisfied["said"]["value"] == "16 de 19 (84 %)"
    assert satisfied["said"]["what"] == "Satisfechas: bastante o muy, de quienes contestaron"


def test_in_its_own_language_the_kept_words_are_shown_whatever_the_catalogue_says_since(report):
    for kept in report.figures:
        for name in SENTENCES:
            kept[name] |= {"message": "A message that no catalogue has", "plural": ""}
    assert not any("A message" in words for words in told(report, "es"))
    assert any("A message" in words for words in told(report, "en"))


def test_in_another_language_it_is_said_in_that_one(report):
    assert "16 of 19 (84 %)" in told(report, "en")


def test_what_was_copied_before_words_were_kept_is_still_read(report):
    for kept in report.figures:
        del kept["said"]
    assert "16 de 19 (84 %)" in told(report, "es")


def test_the_pdf_is_in_the_reports_language_whoever_asks_for_it(report):
    with override("en"):
        pages = pypdf.PdfReader(BytesIO(as_pdf(report, report.revision))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "16 de 19" in text
    assert not re.search(r"\b(Figures|Value|Revision|of which|computed|persons|enrolled)\b", text)
