from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from milpa.ledger.ids import uuid7
from milpa.people.models import Institution
from milpa.web import limits, registries
from milpa.web.listing import Words
from milpa.web.models import Findable, StoredFile
from milpa.web.registries import Searchable
from milpa.web.search import find, finding, forget, index, index_many, rebuild
from milpa.web.search.finding import excerpt
from tests.world import World

Put = Callable[..., UUID]


@pytest.fixture
def put(world: World, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Makes a practice findable. The stage that registered the kind shows each practice to its own institution only."""

    def readable(person: Any, ids: set[UUID]) -> set[UUID]:
        mine = Findable.objects.filter(kind="practice", about__in=ids, institution=person.institution_id)
        return set(mine.values_list("about", flat=True))

    monkeypatch.setitem(registries.search, "practice", Searchable("Buenas prácticas", readable))

    def put(
        title: str, text: str = "", of: Institution | None = None, language: str = "es", id: UUID | None = None, kind: str = "practice"
    ) -> UUID:
        id = id or uuid7()
        index(kind, id, of or world.institute, title, text, f"/practica/{id}/", language)
        return id

    return put


def titles(person: Any, words: str) -> list[str]:
    return [found.title for found in find(person, words)]


def test_many_are_indexed_at_once_and_again_with_other_words(
    put: Put, world: World, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    ids = [uuid7() for _ in range(150)]
    for word in ("posada", "hospedaje"):
        with django_assert_max_num_queries(8):
            index_many("practice", world.institute, "es", [(id, f"{word} {n}", "hotel", f"/practica/{id}/") for n, id in enumerate(ids)])
    assert titles(world.ana, "posada") == []
    assert titles(world.ana, "hospedaje 149") == ["hospedaje 149"]


def test_every_word_must_be_found_in_any_form_or_as_a_beginning(put: Put, world: World) -> None:
    put("Capacitaciones de hoteles", "Cómo contestar a los huéspedes")
    put("Cocina", "Huéspedes contentos")
    assert titles(world.ana, "capacitacion HUESPED") == ["Capacitaciones de hoteles"]
    assert titles(world.ana, "hué") == titles(world.ana, "huespedes") == ["Cocina", "Capacitaciones de hoteles"]
    assert titles(world.ana, "capacitación avión") == []


def test_a_word_of_the_title_weighs_more_than_one_of_the_text(put: Put, world: World) -> None:
    put("Otra cosa", "reservaciones y más")
    put("Reservaciones por correo", "y más")
    assert titles(world.ana, "reservación") == ["Reservaciones por correo", "Otra cosa"]


@pytest.mark.parametrize(
    "words",
    ["", "   ", '"', "AND", "a OR b", "NEAR(", "*", "título:x", "'; DROP TABLE x; --", "(((", "& | !", "\\", "x" * 5_000, "<->", "ʼ"],
)
def test_whatever_is_typed_is_only_words(put: Put, world: World, words: str) -> None:
    put("Cocina")
    assert titles(world.ana, words) == []


def test_nothing_of_another_institution_is_found_nor_of_a_kind_that_nobody_registered(put: Put, world: World) -> None:
    put("Cocina")
    put("Cocina ajena", of=world.strangers)
    put("Cocina sin dueño", kind="unregistered")
    assert titles(world.ana, "cocina") == ["Cocina"]
    assert titles(world.elena, "cocina") == ["Cocina ajena"]


def test_ones_own_are_found_though_thousands_of_others_match_better(put: Put, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "BATCH", 4)
    monkeypatch.setattr(limits, "SEARCH_CANDIDATES", 10)
    for _ in range(30):
        put("Cocina cocina cocina", of=world.strangers)
    put("Asuntos varios", "de la cocina")
    assert titles(world.ana, "cocina") == ["Asuntos varios"]


def test_a_thing_written_again_is_found_by_its_new_words_only_and_once(put: Put, world: World) -> None:
    id = put("Cocina")
    put("Ventas", id=id)
    assert titles(world.ana, "cocina") == [] and titles(world.ana, "ventas") == ["Ventas"]


def test_a_thing_in_two_languages_is_found_once_by_either(put: Put, world: World) -> None:
    id = put("Ventas por correo")
    put("Trainings on sales by mail", language="en", id=id)
    assert titles(world.ana, "training") == ["Trainings on sales by mail"]
    assert len(find(world.ana, "ventas")) == 1


def test_what_is_forgotten_is_found_no_more(put: Put, world: World) -> None:
    id = put("Cocina")
    forget("practice", id)
    forget("practice", id)
    assert titles(world.ana, "cocina") == [] and not Findable.objects.exists()


def test_rebuilding_leaves_everything_found_as_before(put: Put, world: World) -> None:
    put("Cocina", "hornos")
    if connection.vendor == "sqlite":
        connection.cursor().execute("DELETE FROM web_findable_words")
    else:
        connection.cursor().execute("UPDATE web_findable SET words = NULL")
    assert titles(world.ana, "hornos") == []
    assert rebuild() == 1
    assert titles(world.ana, "hornos") == ["Cocina"]


def test_a_search_asks_each_kind_once_a_batch(put: Put, world: World, django_assert_max_num_queries: Any) -> None:
    for number in range(30):
        put(f"Cocina {number}")
    with django_assert_max_num_queries(3):
        assert len(find(world.ana, "cocina")) == 30


def test_a_list_is_narrowed_by_the_same_index(put: Put, world: World) -> None:
    files = [
        StoredFile.objects.create(sha256=f"{number}", kind="pdf", size=1, name=f"{number}", institution=world.institute)
        for number in range(3)
    ]
    put("Reservaciones por correo", id=files[1].id)
    put("Reservaciones", id=files[2].id, kind="other")
    words = Words("q", "Palabras", found_as="practice")
    everything = StoredFile.objects.all()
    assert list(words.narrowed(everything, {"q": "reservación"})) == [files[1]]
    assert words.narrowed(everything, {"q": " ¡! "}) is everything


def test_an_excerpt_shows_the_place_of_the_words() -> None:
    text = "Uno dos tres. " * 20 + "Aquí se habla de reservaciones por correo. " + "Cuatro cinco. " * 30
    found = excerpt(text, "reservacion")
    assert "reservaciones por correo" in found and found.startswith("… ") and found.endswith(" …") and len(found) < 220
    assert excerpt("Breve.", "nada") == "Breve." and excerpt("", "nada") == ""
