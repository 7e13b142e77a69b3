"""The live tail: who may follow, and what they hear."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from milpa.ledger import uuid7
from milpa.records import tail
from milpa.web import live
from milpa.web.live import Asker
from tests.records.told import told

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def asker(person=None):
    client = Client()
    if person:
        client.force_login(person.account)
    return Asker({name: morsel.value for name, morsel in client.cookies.items()})


def test_only_those_who_may_read_follow_and_only_their_own_institution(world):
    assert get_user_model().objects.count() > 5
    own, other = str(world.institute.id), str(world.strangers.id)
    hears = {name: (tail.may_listen(asker(getattr(world, name)), own), tail.may_listen(asker(getattr(world, name)), other)) for name in
             ("ana", "irma", "beto", "rosa", "carmen", "elena")}  # fmt: skip
    assert hears == {
        "ana": (True, False), "irma": (True, False), "beto": (False, False), "rosa": (False, False), "carmen": (False, False),
        "elena": (False, True),
    }  # fmt: skip
    assert not tail.may_listen(asker(), own)


def test_what_came_in_is_told_once_as_one_event_of_its_number(world):
    assert tail.read(str(world.institute.id), 0, "") == []
    for _ in range(3):
        told(world.institute)
    told(world.strangers)
    (event,) = tail.read(str(world.institute.id), 0, "")
    assert (event.arrived, event.name, event.data) == (3, "newer", {})
    assert tail.read(str(world.institute.id), 3, "") == []


def test_the_channel_is_registered_and_its_announcement_asks_no_database(world, monkeypatch, django_assert_num_queries):
    assert live.channels["records"] is tail.channel
    woken, institution = [], uuid7()
    monkeypatch.setattr(live, "hubs", [lambda kind, id: woken.append((kind, id))])
    with django_assert_num_queries(0), django_assert_num_queries(0, using="records"):
        tail.announce(institution)
    assert woken == [("records", str(institution))]
