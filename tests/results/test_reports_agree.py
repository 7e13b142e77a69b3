"""The report on the screen, as a file, on paper and as a PDF says the same figures."""

from io import BytesIO

import pypdf
import pytest
from django.test import Client

from milpa import ledger
from milpa.results.actions.reporting import Written, begin_report
from milpa.results.tasks import as_pdf
from tests.web.listing.agreement import RENDERINGS, rows_as_text

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def report(world, case):
    return begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", done="Se dio el curso."))


def test_every_figure_of_the_screen_stands_in_each_file_and_in_the_pdf(world, report):
    client = Client()
    client.force_login(world.ana.account)
    address = f"/programmes/{world.id}/results/reports/{report.id}/"
    read = [rows_as_text(lambda at: client.get(at).content, address, rendering, "Cifras del informe") for rendering in RENDERINGS]
    assert len(read[0]) > 3
    assert all(other == read[0] for other in read[1:])
    content = as_pdf(report, report.revision)
    said = _squeezed("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages))
    for row in read[0][1:]:
        for cell in row:
            assert _squeezed(cell) in said, cell


def _squeezed(text: str) -> str:
    """Without what a line break on paper changes."""
    return "".join(text.split()).replace("\xa0", "").replace("-", "").replace("\xad", "")
