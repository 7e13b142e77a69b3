"""The list of photographed cards on the desk."""

from milpa import ledger
from milpa.workshops.models import Card, CardPhotographed
from tests.workshops.actions.test_photographing import TEXT, taken
from tests.workshops.desk import at, send
from tests.workshops.views.test_helping import photograph


def test_a_photograph_alone_waits_on_the_list_and_is_typed_there(client, world, written):
    client.force_login(world.beto.account)
    typed = {"form_id": str(ledger.uuid7()), "participant": str(written.petrona.id), "way": "paper", "number": "12"}
    answer = client.post(at(written, "type_card"), typed | {"photo": photograph()}, follow=True)
    assert "La fotografía queda por leer" in answer.content.decode()
    assert "1 tarjeta fotografiada está por leer" in client.get(at(written, "console")).content.decode()
    photo = CardPhotographed.objects.get()
    page = client.get(at(written, "to_read")).content.decode()
    assert "Petrona" in page and f"/files/{photo.id}/" in page
    assert client.get(f"/files/{photo.id}/tarjeta.webp").status_code == 200
    assert send(client, at(written, "read_photograph", photo.id), text=TEXT, number=12).status_code == 302
    assert Card.objects.get(text=TEXT).number == 12


def test_without_text_and_without_photograph_it_comes_back(client, world, written):
    client.force_login(world.beto.account)
    answer = send(client, at(written, "type_card"), participant=written.petrona.id, way="paper")
    assert (answer.status_code, "agregue su fotografía" in answer.content.decode()) == (422, True)


def test_what_was_typed_comes_back_where_another_was_quicker(client, world, written):
    photo = taken(written, by=world.ana)
    client.force_login(world.ana.account)
    send(client, at(written, "read_photograph", photo.id), text=TEXT)
    client.force_login(world.beto.account)
    other = taken(written)
    answer = send(client, at(written, "read_photograph", photo.id), text="Otra lectura")
    assert answer.status_code == 409 and str(other.id) in answer.content.decode()
    assert TEXT in answer.content.decode()


def test_it_is_set_aside_with_a_reason(client, world, written):
    photo = taken(written)
    client.force_login(world.beto.account)
    assert send(client, at(written, "set_aside", photo.id), why="").status_code == 422
    assert send(client, at(written, "set_aside", photo.id), why="No se lee").status_code == 302
    assert CardPhotographed.objects.get().voided_by is not None


def test_partners_and_strangers_do_not_see_the_list(client, world, written):
    taken(written)
    for who, status in ((world.carmen, 403), (world.elena, 404)):
        client.force_login(who.account)
        assert client.get(at(written, "to_read")).status_code == status


def test_the_list_is_read_in_the_same_few_queries_for_many(client, world, written, django_assert_max_num_queries):
    for n in range(1, 4):
        taken(written, number=n)
    client.force_login(world.beto.account)
    client.get(at(written, "to_read"))
    with django_assert_max_num_queries(12):
        assert client.get(at(written, "to_read")).status_code == 200
