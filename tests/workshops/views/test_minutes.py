"""The minutes: issued once the workshop is closed, read by everybody of the programme, printed as a PDF."""

import io

from pypdf import PdfReader

from milpa.workshops.minutes import Minutes
from milpa.workshops.models import MinutesIssued, Workshop
from milpa.workshops.tasks import minutes_pdf
from tests.workshops.desk import at, send
from tests.workshops.story import CARDS


def test_minutes_are_issued_only_of_a_closed_workshop(client, world, judged):
    client.force_login(world.beto.account)
    answer = send(client, at(judged, "issue_minutes"), text="Se leyó.")
    assert (answer.status_code, "Se leyó." in answer.content.decode()) == (409, True)
    send(client, at(judged, "close"))
    assert send(client, at(judged, "issue_minutes"), text="Se leyó.").status_code == 302
    assert MinutesIssued.objects.get().text == "Se leyó."


def test_attendance_is_counted_by_enterprise(closed):
    rows = {row["enterprise"]: row["people"] for row in Minutes(Workshop.objects.get(id=closed.id)).enterprises}
    assert rows == {"Hotel Luna": 2, "Hotel Colibrí": 2}


def test_the_pdf_holds_cards_votes_judgement_and_no_names_beside_cards(closed):
    reader = PdfReader(io.BytesIO(minutes_pdf(Workshop.objects.get(id=closed.id))))
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    for said in [text for _who, text in CARDS] + ["Precio y temporada", "Municipalidad", "3 personas votaron", "Se leyó en voz alta."]:
        assert said in text, said
    assert "Lidia" not in text
    assert reader.trailer["/Root"]["/Lang"].startswith("es")
