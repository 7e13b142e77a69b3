from uuid import UUID

import pytest
from django.test import Client

from milpa.ledger.ids import uuid7
from milpa.people.models import Person
from milpa.web import registries
from milpa.web.registries import Searchable
from milpa.web.search import Found, index
from milpa.web.search.views import grouped
from tests.world import World


@pytest.fixture
def found_by_all(monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    def everything(person: Person, ids: set[UUID]) -> set[UUID]:
        return set(ids)

    monkeypatch.setitem(registries.search, "practice", Searchable("Buenas prácticas", everything))
    index("practice", uuid7(), world.institute, "Cocina <b>limpia</b>", "Hornos & ollas de la cocina", "/p/1/", "es")


def searched(person: Person, words: str) -> str:
    client = Client()
    client.force_login(person.account)
    return client.get("/search/", {"q": words}).content.decode()


def test_what_is_found_stands_under_the_heading_of_its_kind(world: World, found_by_all: None) -> None:
    page = searched(world.ana, "cocina")
    assert "Buenas prácticas" in page and 'href="/p/1/"' in page
    assert "Cocina &lt;b&gt;limpia&lt;/b&gt;" in page and "Hornos &amp; ollas" in page


def test_finding_nothing_says_what_to_do_and_keeps_what_was_typed(world: World, found_by_all: None) -> None:
    page = searched(world.ana, 'submarino "')
    assert "No se encontró nada" in page and "submarino &#34;" in page


def test_a_stranger_is_asked_to_sign_in() -> None:
    assert Client().get("/search/?q=cocina").status_code == 302


def test_the_group_with_the_best_match_stands_first() -> None:
    def one(kind: str, title: str) -> Found:
        return Found(kind, kind.upper(), uuid7(), title, "/", "")

    found = [one("b", "1"), one("a", "2"), one("b", "3")]
    assert [(label, [member.title for member in members]) for label, members in grouped(found)] == [("B", ["1", "3"]), ("A", ["2"])]
