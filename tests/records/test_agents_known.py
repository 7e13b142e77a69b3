from uuid import uuid4

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from milpa.records import agents_known
from milpa.records.models.documents import AgentName
from milpa.records.rules.actors import key

pytestmark = pytest.mark.django_db(databases=["records"])

ROSA = {"mbox": "mailto:rosa@hotel.example"}
LIDIA = {"account": {"homePage": "https://hotel.example", "name": "7"}}


@pytest.fixture
def institute():
    return uuid4()


def named(agent, name):
    return {**agent, "name": name}


def test_the_names_of_one_agent_are_joined(institute):
    agents_known.learn(institute, [named(ROSA, "Rosa Tum"), named(LIDIA, "Lidia"), named(ROSA, "Doña Rosa")])
    agents_known.learn(institute, [named(ROSA, "Rosa Tum"), ROSA])
    assert agents_known.names(institute, key(ROSA)) == ["Doña Rosa", "Rosa Tum"]


def test_another_institution_does_not_learn_them(institute):
    agents_known.learn(institute, [named(ROSA, "Rosa Tum")])
    assert agents_known.names(uuid4(), key(ROSA)) == []


def test_a_batch_whose_names_are_known_writes_nothing(institute):
    batch = [named(ROSA, "Rosa Tum"), named(LIDIA, "Lidia")] * 50
    agents_known.learn(institute, batch)
    with CaptureQueriesContext(connections["records"]) as asked:
        agents_known.learn(institute, batch)
    assert [query["sql"][:6] for query in asked] == ["SELECT"]


def test_nobody_fills_the_disk_with_names_for_one_agent(institute):
    for first in (0, 15, 30):
        agents_known.learn(institute, [named(ROSA, f"Rosa {number}") for number in range(first, first + 15)])
    assert AgentName.objects.count() == agents_known.MOST


@pytest.mark.parametrize("name", ["", "x" * 501, "a\0b", "\ud800", 7, None])
def test_what_is_no_name_is_not_kept(institute, name):
    agents_known.learn(institute, [named(ROSA, name), {"objectType": "Group", "member": [ROSA], "name": "Equipo"}])
    assert not AgentName.objects.exists()


def test_a_person_is_what_was_asked_for_and_the_other_names():
    person = agents_known.person(named(LIDIA, "Lidia"), ["Doña Lidia", "Lidia"])
    assert person == {"objectType": "Person", "name": ["Lidia", "Doña Lidia"], "account": [LIDIA["account"]]}


@pytest.mark.parametrize("agent", [ROSA, {"mbox_sha1sum": "a" * 40}, {"openid": "https://rosa.example/"}])
def test_an_unknown_agent_is_a_person_too(agent):
    [(name, value)] = agent.items()
    assert agents_known.person(agent, []) == {"objectType": "Person", name: [value]}
