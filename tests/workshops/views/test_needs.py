"""The needs: lists, mending, publishing, remarks with their answers, freezing."""

from datetime import timedelta

import pytest

from milpa.ledger import clock
from milpa.workshops.models import Need, NeedAnswered, NeedsFrozen, Remark, RemarkAnswered, ResultPublished
from tests.workshops.desk import of_needs, revision, send


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


def need(title):
    return Need.objects.get(title=title)


def page(client, story):
    return client.get(of_needs(story, "needs")).content.decode()


def test_suited_needs_stand_first_and_what_training_does_not_solve_says_who_has_it(ana, closed):
    text = page(ana, closed)
    places = [text.index(title) for title in ("Precio y temporada", "Vender directo", "Reservaciones", "Caminos", "Municipalidad")]
    assert places == sorted(places)


def test_a_need_moves_only_with_a_reason_that_stays_beside_it(ana, closed):
    address = of_needs(closed, "move", need("Vender directo").id)
    assert send(ana, address, to=1, why="").status_code == 422
    assert send(ana, address, to=1, why="Sin reservas no hay precio", hands_for=9, hands_against=2).status_code == 302
    assert "Sin reservas no hay precio" in page(ana, closed)
    assert need("Vender directo").rank == 1


def test_two_proposals_are_made_one_with_the_cards_and_dots_of_both(ana, closed):
    keep, join = need("Precio y temporada"), need("Vender directo")
    assert send(ana, of_needs(closed, "merge"), keep=keep.id, join=join.id, revision=revision(closed)).status_code == 302
    keep.refresh_from_db()
    assert (keep.votes, keep.cards.count()) == (5, 3)
    assert send(ana, of_needs(closed, "merge"), keep=keep.id, join=keep.id, revision=revision(closed)).status_code == 422


def test_a_need_that_no_card_said_is_marked_and_the_association_decides(client, world, closed):
    client.force_login(world.ana.account)
    added = send(client, of_needs(closed, "add_need"), title="Higiene", found_in="Tres visitas", revision=revision(closed))
    assert "no salió del taller" in client.get(added.url).content.decode()
    client.force_login(world.carmen.account)
    send(client, of_needs(closed, "decide_added", need("Higiene").id), accepted="no", why="Ya tenemos curso de eso")
    assert need("Higiene").is_declined


def test_a_need_added_from_a_stale_tab_is_kept_and_can_be_sent_again(ana, closed):
    typed = {"title": "Higiene", "found_in": "Tres visitas"}
    answer = send(ana, of_needs(closed, "add_need"), revision=revision(closed) - 1, **typed)
    assert (answer.status_code, "Tres visitas" in answer.content.decode()) == (409, True)
    assert send(ana, of_needs(closed, "add_need"), revision=revision(closed), **typed).status_code == 302


def test_an_answer_about_a_need_stands_on_its_page(ana, closed):
    about = need("Vender directo")
    assert send(ana, of_needs(closed, "answer_need", about.id), kind="will_be_done", text="").status_code == 422
    send(ana, of_needs(closed, "answer_need", about.id), kind="will_be_done", text="Curso en mayo")
    assert "Curso en mayo" in ana.get(of_needs(closed, "need", about.id)).content.decode()
    assert NeedAnswered.objects.count() == 1


def publish(client, story):
    return send(client, of_needs(story, "publish"), revision=revision(story))


def test_published_twice_is_published_once(ana, closed):
    publish(ana, closed)
    publish(ana, closed)
    assert ResultPublished.objects.count() == 1


def test_the_order_freezes_after_seven_days_when_every_remark_is_answered(ana, closed, monkeypatch):
    publish(ana, closed)
    send(ana, of_needs(closed, "write_remark"), name="Don Julio", enterprise="Hotel Luna", way="call", text="Que sea de noche")
    said = Remark.objects.get()
    assert (said.enterprise, said.way) == (closed.luna, "call")
    send(ana, of_needs(closed, "freeze"))
    assert not NeedsFrozen.objects.exists()
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Congelar el orden" not in page(ana, closed)
    answer = {"kind": "will_be_done", "text": "A las seis de la tarde"}
    assert send(ana, of_needs(closed, "answer_remark", said.id), **answer | {"text": ""}).status_code == 422
    send(ana, of_needs(closed, "answer_remark", said.id), **answer)
    assert RemarkAnswered.objects.count() == 1
    assert "Congelar el orden" in page(ana, closed)
    send(ana, of_needs(closed, "freeze"))
    assert NeedsFrozen.objects.standing().count() == 1
    assert send(ana, of_needs(closed, "add_need"), title="Tarde", found_in="x", revision=revision(closed)).status_code == 409
    assert send(ana, of_needs(closed, "thaw"), why="Faltó una comunidad").status_code == 302
    assert not NeedsFrozen.objects.standing().exists()


def test_a_remark_after_seven_days_comes_back_as_it_was_typed(ana, closed, monkeypatch):
    publish(ana, closed)
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    answer = send(ana, of_needs(closed, "write_remark"), name="Don Julio", way="call", text="Llegué tarde")
    assert (answer.status_code, "Llegué tarde" in answer.content.decode()) == (409, True)


def test_beto_mends_but_does_not_publish_and_elena_finds_nothing(client, world, closed):
    client.force_login(world.beto.account)
    assert publish(client, closed).status_code == 403
    client.force_login(world.elena.account)
    for name in ("publish", "freeze", "thaw", "merge", "add_need", "write_remark"):
        assert send(client, of_needs(closed, name)).status_code == 404
    assert send(client, of_needs(closed, "move", need("Caminos").id), to=1, why="x").status_code == 404
