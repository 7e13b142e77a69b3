"""The minutes on a phone: read, and signed by whoever was there."""

from milpa import ledger
from milpa.ledger.models.signatures import Signed
from milpa.workshops.actions import ordering
from milpa.workshops.models import Need
from tests.workshops.views.test_phone_room import holds, text


def sign(client, place, number=1, capacity="dueño"):
    typed = {"form_id": str(ledger.uuid7()), "revision": str(number), "capacity": capacity}
    return client.post(f"{place}minutes/sign/", typed)


def test_a_participant_reads_and_signs_and_is_shown_as_having_signed(client, closed):
    place = holds(client, closed.tomas)
    page = text(client.get(f"{place}minutes/"))
    assert "Se leyó en voz alta." in page and "Firmar como Tomás" in page
    assert sign(client, place).status_code == 302
    page = text(client.get(f"{place}minutes/"))
    assert "Usted ya firmó esta revisión" in page and "Firmar como" not in page
    assert Signed.objects.get().capacity == "dueño"


def test_after_a_change_they_are_asked_again_with_the_newest_revision(client, closed):
    place = holds(client, closed.tomas)
    need = Need.objects.of(closed.world.id).get(title="Vender directo")
    ordering.move_need(closed.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")
    answer = sign(client, place, number=1)
    assert (answer.status_code, 'name="revision" value="2"' in text(answer)) == (409, True)
    assert sign(client, place, number=2).status_code == 302


def test_before_they_are_issued_there_is_nothing_to_sign(client, judged):
    place = holds(client, judged.tomas)
    assert "Firmar como" not in text(client.get(f"{place}minutes/"))
    assert sign(client, place).status_code == 409


def test_whoever_was_not_there_is_sent_to_the_door(client, closed):
    place = f"/w/{closed.workshop.slug}/"
    assert client.get(f"{place}minutes/").url == place
    assert (sign(client, place).url, Signed.objects.count()) == (place, 0)


def test_the_page_is_read_within_twelve_queries(client, closed, django_assert_max_num_queries):
    place = holds(client, closed.tomas)
    sign(client, place)
    client.get(f"{place}minutes/")
    with django_assert_max_num_queries(12):
        assert client.get(f"{place}minutes/").status_code == 200
