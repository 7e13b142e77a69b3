"""The live tail: who may follow, and what they hear."""

import asyncio
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from milpa.records import tail
from milpa.records.store import writing
from milpa.server.threads import DatabaseThread
from milpa.web import live
from milpa.web.live import Asker
from tests.records.store.told import HERE, catch_up, put
from tests.records.store.told import told as one
from tests.records.told import told

both = pytest.mark.django_db(databases=["default", "records"])


def stored():
    put(one())


def asker(person=None):
    client = Client()
    if person:
        client.force_login(person.account)
    return Asker({name: morsel.value for name, morsel in client.cookies.items()})


@both
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


@both
def test_what_came_in_is_told_once_as_one_event_of_its_number(world):
    assert tail.read(str(world.institute.id), 0, "") == []
    for _ in range(3):
        told(world.institute)
    told(world.strangers)
    (event,) = tail.read(str(world.institute.id), 0, "")
    assert (event.arrived, event.name, event.data) == (3, "newer", {})
    assert tail.read(str(world.institute.id), 3, "") == []


class Hub:
    """As the server's, without its loop of tasks: who follows, a thread that reads, and what was woken."""

    def __init__(self, *followed):
        self.feeds = dict.fromkeys(followed)
        self.thread = DatabaseThread("tail")
        self.woken = []

    def wake(self, kind, id):
        self.woken.append((kind, id))


@pytest.fixture
def looked():
    """What a process's hub is woken for by one look of its follower."""
    made = []

    def follower_of(*followed):
        hub = Hub(*followed)
        made.append(hub)
        one = tail.Follower(hub)

        def look():
            hub.woken.clear()
            asyncio.run(one.look())
            return sorted(hub.woken)

        return look

    yield follower_of
    for hub in made:
        hub.thread.close()


@pytest.mark.django_db(transaction=True, databases=["default", "records"])
def test_every_process_wakes_for_what_another_one_has_stored_and_indexed(looked):
    here, there = str(HERE), str(UUID(int=2))
    processes = [looked(("records", here, "True"), ("workshop", "w1", "")), looked(("records", here, "True"), ("records", there, "True"))]
    stored()
    assert [look() for look in processes] == [[("records", here)], [("records", here), ("records", there)]]
    assert [look() for look in processes] == [[], []]
    stored()
    assert [look() for look in processes] == [[("records", here)], [("records", here), ("records", there)]]


@pytest.mark.django_db(transaction=True, databases=["default", "records"])
def test_what_cannot_be_found_yet_wakes_nobody(looked, monkeypatch):
    look = looked(("records", str(HERE), "True"))
    monkeypatch.setattr(writing, "AT_ONCE", 0)
    stored()
    assert look() == []
    catch_up()
    assert look() == [("records", str(HERE))]


def test_nobody_is_asked_while_nobody_follows(looked):
    assert looked(("workshop", "w1", ""))() == []  # without a database: it would be refused one


def test_the_channel_is_registered():
    assert live.channels["records"] is tail.channel
