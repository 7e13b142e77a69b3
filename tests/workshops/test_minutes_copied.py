"""What the minutes copy: everything that was decided, and words of people only by their fingerprint."""

import json

from milpa import ledger
from milpa.ledger.erasing import erase_texts
from milpa.workshops.actions import closing, ordering
from milpa.workshops.minutes_copied import changed, copied_of, parts
from milpa.workshops.models import Need, Workshop
from tests.workshops.story import CARDS


def copy(story):
    return copied_of(Workshop.objects.get(id=story.id))


def test_every_part_of_the_page_is_copied(closed):
    assert {"text", *copy(closed)} == set(parts())


def test_groups_votes_and_order_stand_in_it_and_the_words_of_people_do_not(closed):
    found = copy(closed)
    assert [group["name"] for group in found["groups"]["groups"]] == ["Vender directo", "Precio y temporada", "Caminos", "Reservaciones"]
    assert [row[2] for row in found["votes"][0]["rows"]] == ["3", "2", "1"]
    assert [item["title"] for item in found["needs"]["items"] if item["rank"] == 1] == ["Precio y temporada", "Reservaciones"]
    said = json.dumps(found, ensure_ascii=False)
    assert not any(text in said for _who, text in CARDS) and "Rosa" not in said


def test_what_is_erased_at_somebody_s_wish_changes_nothing_that_was_signed(closed):
    before = copy(closed)
    erase_texts(closed.tomas.person)
    assert copy(closed) == before


def test_what_changed_is_said_by_its_part(closed):
    before = copy(closed)
    need = Need.objects.of(closed.world.id).get(title="Vender directo")
    ordering.move_need(closed.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")
    closing.commit(closed.beto, closed.id, ledger.uuid7(), who="Ana", side="institute", text="Publicar")
    assert changed(before, copy(closed)) == ["el orden de las necesidades", "los compromisos"]


def test_a_commitment_that_was_kept_changes_nothing_that_was_signed(closed):
    made = closing.commit(closed.beto, closed.id, ledger.uuid7(), who="Ana", side="institute", text="Publicar")
    before = copy(closed)
    closing.keep_commitment(closed.beto, closed.id, ledger.uuid7(), made.id, "Publicado")
    assert changed(before, copy(closed)) == []
