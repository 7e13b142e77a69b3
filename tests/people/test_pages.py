"""The pages of people open to whom they should."""

import pytest

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
