"""The pages of sending for comment: the desk's and the owner's."""

from datetime import date, timedelta

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.strategies.actions.sending import Sending, send_for_comment
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.models import StrategyRead, StrategySent
from tests.strategies.story import enterprise_of


@pytest.fixture
def base(world):
    return f"/programmes/{world.id}/strategy/"


@pytest.fixture
def hotels(world, drafted):
    return [enterprise_of(world, world.rosa, "Hotel Luna"), enterprise_of(world, world.tomas, "Hotel Sol")]


def typed(drafted, **more):
    return {"form_id": str(ledger.uuid7()), "revision": drafted.now, "whom": "all", "way": "paper", "on": "2026-02-20"} | more


def test_a_sending_to_the_whole_register_is_put_on_record_and_told(client, world, drafted, hotels, base, django_assert_max_num_queries):
    client.force_login(world.ana.account)
    assert client.post(f"{base}sendings/send/", typed(drafted, until="2026-03-09")).status_code == 302
    assert len(StrategySent.objects.get().enterprises) == 2
    with django_assert_max_num_queries(12):
        text = client.get(f"{base}sendings/").content.decode()
    assert "2 empresas" in text
    assert f"{base}word/" in text
    assert "0 de las 2 empresas que la recibieron" in text


def test_a_name_that_the_register_does_not_have_is_told_and_what_was_typed_stays(client, world, drafted, hotels, base):
    client.force_login(world.ana.account)
    answer = client.post(f"{base}sendings/send/", typed(drafted, whom="named", names="hotel luna\nHotel Marte"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "No están en el registro con este nombre: Hotel Marte." in text
    assert "hotel luna\nHotel Marte" in text
    assert client.post(f"{base}sendings/send/", typed(drafted, whom="named", names="hotel luna")).status_code == 302
    assert StrategySent.objects.get().enterprises == [str(hotels[0].id)]


def test_those_who_have_not_received_it_yet_can_be_chosen(client, world, drafted, hotels, base):
    send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, Sending([hotels[0].id], False, "call", date(2026, 2, 20)))
    client.force_login(world.ana.account)
    assert "la que aún no la ha recibido" in client.get(f"{base}sendings/send/").content.decode()
    client.post(f"{base}sendings/send/", typed(drafted, whom="rest"))
    assert StrategySent.objects.in_order().last().enterprises == [str(hotels[1].id)]


def test_a_sending_put_down_by_mistake_is_taken_back_with_its_reason(client, world, drafted, hotels, base):
    sent = send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, Sending([hotels[0].id], False, "call", date(2026, 2, 20)))
    client.force_login(world.ana.account)
    address = f"{base}sendings/{sent.id}/take-back/"
    client.post(address, {"form_id": str(ledger.uuid7()), "why": ""})
    assert StrategySent.objects.standing().exists()
    client.post(address, {"form_id": str(ledger.uuid7()), "why": "Era otra lista."})
    assert not StrategySent.objects.standing().exists()


def test_an_owner_reads_says_and_sees_her_answers_on_one_page(client, world, drafted, hotels, base, django_assert_max_num_queries):
    suggest(world.rosa, drafted.id, ledger.uuid7(), Beside("comment", "actions", text="Que sea de noche."), number=drafted.now)
    client.force_login(world.rosa.account)
    with django_assert_max_num_queries(12):
        text = client.get(f"{base}word/").content.decode()
    assert "Que sea de noche." in text
    assert f"{base}negotiation/suggest/actions/" in text
    assert "Ya la leí" in text
    client.post(f"{base}word/read/", {"form_id": str(ledger.uuid7()), "revision": drafted.now})
    assert StrategyRead.objects.get().by == world.rosa
    assert "Usted dijo que leyó la revisión" in client.get(f"{base}word/").content.decode()


def test_her_home_asks_for_her_word_once_it_was_sent(client, world, drafted, hotels, base, django_assert_max_num_queries):
    client.force_login(world.rosa.account)
    assert f"{base}word/" not in client.get("/learn/").content.decode()
    sending = Sending([hotels[0].id], False, "message", date(2026, 2, 20), clock.today() + timedelta(days=7))
    send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, sending)
    with django_assert_max_num_queries(12):
        text = client.get("/learn/").content.decode()
    assert "Dé su palabra sobre la estrategia" in text
    assert f"{base}word/" in text


def test_once_the_day_is_over_her_home_asks_no_more(client, world, drafted, hotels, base):
    sending = Sending([hotels[0].id], False, "message", date(2026, 2, 20), clock.today() - timedelta(days=1))
    send_for_comment(world.ana, drafted.id, ledger.uuid7(), drafted.now, sending)
    client.force_login(world.rosa.account)
    assert f"{base}word/" not in client.get("/learn/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("elena", 403), ("lidia", 404), ("diego", 403), ("carmen", 200)])
def test_the_page_for_ones_word_is_for_those_who_are_asked(client, world, drafted, hotels, base, who, status):
    client.force_login(getattr(world, who).account)
    assert client.get(f"{base}word/").status_code == status
