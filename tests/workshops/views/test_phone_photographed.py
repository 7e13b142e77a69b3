"""The list of photographed cards on a helper's phone, with the pictures that nobody else is shown."""

from milpa import ledger
from milpa.workshops.models import Card, CardPhotographed
from tests.workshops.actions.test_photographing import TEXT, taken
from tests.workshops.views.test_helping import begin, photograph


def test_a_helper_photographs_and_another_helper_types(client, written):
    place = begin(client, written)
    typed = {"form_id": str(ledger.uuid7()), "participant": str(written.petrona.id), "way": "paper"}
    assert client.post(f"{place}card/upload/", typed | {"photo": photograph()}).status_code == 302
    photo = CardPhotographed.objects.get()
    assert "está por leer" in client.get(place).content.decode()
    client.cookies.clear()
    begin(client, written, "Otra")
    assert "Petrona" in client.get(f"{place}to-read/").content.decode()
    picture = client.get(f"{place}to-read/{photo.id}/picture/")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/webp")
    answer = client.post(f"{place}to-read/{photo.id}/type/", {"form_id": str(ledger.uuid7()), "text": TEXT})
    assert (answer.status_code, Card.objects.get(text=TEXT).by.name) == (302, "Otra")
    assert client.get(f"{place}to-read/{photo.id}/picture/").status_code == 404


def test_a_helper_sets_one_aside(client, written):
    photo, place = taken(written), begin(client, written)
    client.post(f"{place}to-read/{photo.id}/set-aside/", {"form_id": str(ledger.uuid7()), "why": "Borrosa"})
    assert CardPhotographed.objects.to_be_read(written.id).count() == 0


def test_whoever_does_not_help_sees_neither_list_nor_picture_and_types_nothing(client, written):
    photo, place = taken(written), f"/w/{written.workshop.slug}/help/"
    assert client.get(f"{place}to-read/").status_code == 302
    assert client.get(f"{place}to-read/{photo.id}/picture/").status_code == 404
    for verb in ("type", "set-aside"):
        answer = client.post(f"{place}to-read/{photo.id}/{verb}/", {"form_id": str(ledger.uuid7()), "text": TEXT, "why": "x"})
        assert answer.status_code == 403
    assert not Card.objects.filter(text=TEXT).exists()


def test_the_list_is_read_within_twelve_queries(client, written, django_assert_max_num_queries):
    taken(written)
    place = begin(client, written)
    with django_assert_max_num_queries(12):
        assert client.get(f"{place}to-read/").status_code == 200
