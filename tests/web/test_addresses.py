"""An address and its view find each other, and what was found once is remembered."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.urls import NoReverseMatch, Resolver404, include, path, resolve

from milpa.web import addresses
from milpa.web.addresses import Addresses, url


def view(request, **values):
    return HttpResponse()


def other(request, **values):
    return HttpResponse()


@pytest.fixture
def ours():
    deep = [
        path("cards/", view, name="cards"),
        path("cards/<uuid:card>/", view, name="card"),
        path("cards/<str:word>/", other, name="word"),
    ]
    package = include((deep, "workshops"))
    return Addresses([path("", include(([path("about/", view, name="about")], "web"))), path("rooms/<uuid:room>/", package)])


def test_an_address_leads_to_its_view_with_its_values_the_first_time_and_ever_after(ours):
    for _time in range(2):
        room, card = uuid4(), uuid4()
        found = ours.resolve(f"rooms/{room}/cards/{card}/")
        assert (found.func, found.view_name, found.kwargs) == (view, "workshops:card", {"room": room, "card": card})
        assert found.route == "rooms/<uuid:room>/cards/<uuid:card>/"
    assert ours.way.cache_info().hits == 1


def test_words_that_differ_are_different_addresses(ours):
    room = uuid4()
    assert ours.resolve(f"rooms/{room}/cards/").url_name == "cards"
    assert ours.resolve(f"rooms/{room}/cards/tierra/").kwargs == {"room": room, "word": "tierra"}
    assert ours.resolve(f"rooms/{room}/cards/agua/").kwargs["word"] == "agua"
    assert ours.resolve("about/").view_name == "web:about"


@pytest.mark.parametrize("path", ["", "nowhere/", "rooms/1/cards/", "rooms/00000000-0000-0000-0000-00000000000g/cards/", "about"])
def test_what_leads_nowhere_is_said_each_time_and_never_remembered(ours, path):
    for _time in range(2):
        with pytest.raises(Resolver404):
            ours.resolve(path)
    assert ours.way.cache_info().currsize == 0


def test_every_address_of_the_site_goes_through_it():
    programme = uuid4()
    found = resolve(url("programmes:journey", programme))
    assert (found.view_name, list(found.kwargs.values())) == ("programmes:journey", [programme])


def test_an_address_is_reversed_once_and_remembered():
    assert url("web:design") == "/design/"
    before = addresses._reversed.cache_info().hits
    assert url("web:design") == "/design/"
    assert addresses._reversed.cache_info().hits == before + 1
    with pytest.raises(NoReverseMatch):
        url("web:nowhere")
