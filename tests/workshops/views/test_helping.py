"""A helper comes in by the number, types what is on paper, and sees nobody's vote."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from milpa import ledger
from milpa.web.models import StoredFile
from milpa.workshops.actions import helping, slips
from milpa.workshops.models import Card, HelperCame, Participant, SlipTyping
from tests.workshops.desk import at, send


def photograph(name="tarjeta.jpg"):
    out = BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def begin(client, story, name="Silvia"):
    asked = helping.ask_helper(story.beto, story.id, ledger.uuid7(), name)
    place = f"/w/{story.workshop.slug}/help/"
    answer = client.post(place, {"form_id": str(ledger.uuid7()), "number": helping.helper_number(asked), "name": name})
    assert answer.status_code == 302
    return place


def test_whoever_facilitates_shows_the_number_and_its_qr(client, world, written):
    client.force_login(world.beto.account)
    send(client, at(written, "ask_help"), name="Silvia")
    page = client.get(at(written, "helpers")).content.decode()
    assert "Silvia" in page and "<svg" in page


def test_a_card_is_typed_with_its_number_and_photograph_and_only_staff_see_the_photograph(client, written):
    place = begin(client, written)
    typed = {"participant": str(written.petrona.id), "way": "paper", "text": "Higiene en la cocina", "number": "12"}
    answer = client.post(f"{place}card/upload/", typed | {"form_id": str(ledger.uuid7()), "photo": photograph()})
    assert answer.status_code == 302
    card = Card.objects.get(text="Higiene en la cocina")
    file = StoredFile.objects.get(belongs_id=card.id)
    assert (card.number, file.kind) == (12, "webp")
    assert client.get(f"/files/{file.id}/{file.name}").status_code == 404
    client.force_login(written.beto.account)
    assert client.get(f"/files/{file.id}/{file.name}").status_code == 200


def test_a_number_that_was_typed_already_comes_back_with_what_was_typed(client, written):
    place = begin(client, written)
    for text, expected in (("Primera", 302), ("Segunda", 409)):
        typed = {"form_id": str(ledger.uuid7()), "participant": str(written.petrona.id), "way": "paper", "text": text, "number": "12"}
        answer = client.post(f"{place}card/upload/", typed)
        assert answer.status_code == expected
    assert "Segunda" in answer.content.decode()


def test_a_file_that_is_no_photograph_refuses_the_card_too(client, written):
    place = begin(client, written)
    typed = {"form_id": str(ledger.uuid7()), "participant": str(written.petrona.id), "way": "paper", "text": "Con archivo"}
    answer = client.post(f"{place}card/upload/", typed | {"photo": SimpleUploadedFile("x.html", b"<script>alert(1)</script>")})
    assert (answer.status_code, Card.objects.filter(text="Con archivo").count()) == (422, 0)


def test_a_person_without_a_phone_is_written_down_and_a_card_is_taken_off(client, written):
    place = begin(client, written)
    typed = {"form_id": str(ledger.uuid7()), "name": "Don Chepe", "enterprise": "", "position": "owner", "way": "voice"}
    assert client.post(f"{place}person/", typed).status_code == 302
    assert Participant.objects.get(name="Don Chepe").way == "voice"
    card = next(iter(written.cards.values()))
    client.post(f"{place}cards/{card.id}/moderate/", {"form_id": str(ledger.uuid7()), "why": "Nombra a una persona"})
    assert Card.objects.get(id=card.id).closed_by is not None


def test_slips_are_typed_on_the_helper_s_phone(client, grouped):
    place = begin(client, grouped)
    grouped.open_vote(dots_each=2)
    slips.give_slip(grouped.beto, grouped.vote.id, ledger.uuid7(), grouped.petrona.id)
    assert client.get(f"{place}slips/").status_code == 200
    groups = [str(grouped.groups["Vender directo"].id)]
    typed = {"form_id": str(ledger.uuid7()), "slip": "3", "groups": groups}
    assert client.post(f"{place}slips/type_slip/", typed).status_code == 302
    assert SlipTyping.objects.get().number == 3


@pytest.mark.parametrize("page", ["", "slips/"])
def test_without_a_number_nothing_is_shown_but_the_door(client, written, page):
    answer = client.get(f"/w/{written.workshop.slug}/help/{page}", follow=True)
    assert "Booking" not in answer.content.decode()


def test_a_phone_that_does_not_help_types_nothing(client, written):
    typed = {"form_id": str(ledger.uuid7()), "participant": str(written.petrona.id), "way": "paper", "text": "Intrusa"}
    answer = client.post(f"/w/{written.workshop.slug}/help/card/upload/", typed)
    assert (answer.status_code, Card.objects.filter(text="Intrusa").exists()) == (403, False)


def test_whose_help_ended_finds_the_door_again(client, written):
    place = begin(client, written)
    came = HelperCame.objects.get()
    helping.end_helping(written.beto, written.id, ledger.uuid7(), came.asked_id)
    assert "número" in client.get(place).content.decode()


def test_the_helper_s_page_is_read_within_twelve_queries(client, grouped, django_assert_max_num_queries):
    place = begin(client, grouped)
    grouped.open_vote(dots_each=2)
    for page in ("", "slips/"):
        with django_assert_max_num_queries(12):
            assert client.get(place + page).status_code == 200
