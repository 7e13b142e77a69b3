"""The minutes: issued once the workshop is closed, read by everybody of the programme, printed as a PDF."""

import io

from pypdf import PdfReader

from milpa import ledger
from milpa.ledger.models.signatures import Signed
from milpa.workshops.actions import ordering
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import MinutesIssued, Need, Workshop
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


def test_the_association_and_the_institution_sign_the_revision_they_read(client, world, closed):
    for who in (world.beto, world.carmen):
        client.force_login(who.account)
        assert "Firmar la revisión 1" in client.get(at(closed, "minutes")).content.decode()
        assert send(client, at(closed, "sign_minutes"), revision=1, capacity="dirección").status_code == 302
        page = client.get(at(closed, "minutes")).content.decode()
        assert "Firmar la revisión" not in page and who.name in page
    assert Signed.objects.count() == 2


def test_a_stale_revision_is_not_signed_and_the_page_offers_the_newest(client, world, closed):
    need = Need.objects.of(world.id).get(title="Vender directo")
    ordering.move_need(world.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")
    client.force_login(world.carmen.account)
    answer = send(client, at(closed, "sign_minutes"), revision=1)
    assert (answer.status_code, "Firmar la revisión 2" in answer.content.decode(), Signed.objects.count()) == (409, True, 0)


def test_strangers_sign_nothing(client, world, closed):
    client.force_login(world.elena.account)
    assert send(client, at(closed, "sign_minutes"), revision=1).status_code == 404
