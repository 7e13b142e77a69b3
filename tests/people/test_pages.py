"""The pages of people open to whom they should."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from milpa import ledger
from milpa.people.actions.consenting import give_consent
from milpa.people.registries import personal

MOST = 12  # queries of a page, whatever its rows

pytestmark = pytest.mark.django_db(databases=["default", "records"])  # what is held of one stands in both


@pytest.mark.parametrize("address", ["/sign-in/", "/c/K7M4P2QX/", "/design/"])
def test_a_stranger_sees_the_door(client, db, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/people/", "/account/", "/consent/", "/held/", "/held/export.json", "/institution/", "/audit/"])
def test_ana_sees_her_pages(client, world, address):
    client.force_login(world.ana.account)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/people/", "/account/", "/held/", "/audit/"])
def test_a_stranger_is_sent_to_the_door(client, db, address):
    answer = client.get(address)
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/sign-in/")


@pytest.mark.parametrize("address", ["/people/", "/institution/", "/audit/"])
def test_an_owner_is_refused_with_a_page(client, world, address):
    client.force_login(world.rosa.account)
    assert client.get(address).status_code == 403


def queries(run):
    counting = [CaptureQueriesContext(connection) for connection in connections.all()]
    for one in counting:
        one.__enter__()
    run()
    for one in counting:
        one.__exit__(None, None, None)
    return sum(len(one) for one in counting)


def test_what_is_held_of_one_is_asked_in_few_queries_whatever_there_is(client, world):
    client.force_login(world.rosa.account)
    client.get("/held/")
    before = queries(lambda: client.get("/held/"))
    for use in ("training", "contact", "pictures"):
        give_consent(world.rosa, ledger.uuid7(), world.rosa, use)
    assert queries(lambda: client.get("/held/")) == before <= MOST


@pytest.mark.parametrize("package", sorted(personal))
def test_a_package_says_in_one_query_what_it_holds_of_somebody(world, package):
    assert queries(lambda: personal[package].held(world.rosa)) <= 1
