"""Grouping on the console: chosen cards into a group, a new one, or out of all; and what training solves."""

import pytest

from milpa import ledger
from milpa.workshops.models import CardPlaced, Group, SolvedByTraining, Workshop
from milpa.workshops.wall import wall_of
from tests.workshops.desk import at, send
from tests.workshops.story import CARDS


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def chosen(story, *texts):
    return [f"{story.cards[text].id} {ledger.uuid7()}" for text in texts]


def place(client, story, cards, **typed):
    return client.post(at(story, "place"), {"form_id": str(ledger.uuid7()), "card": cards, **typed})


def on_wall(story):
    return {group.name: {card.text for card in group.cards} for group in wall_of(Workshop.objects.get(id=story.id)).groups}


def test_chosen_cards_go_into_a_new_group_with_its_name(beto, written):
    texts = [CARDS[1][1], CARDS[2][1]]
    assert place(beto, written, chosen(written, *texts), group="new", name="Precio").status_code == 302
    assert on_wall(written) == {"Precio": set(texts)}


def test_the_same_choice_sent_twice_is_one_group_and_one_placing(beto, written):
    typed = {"form_id": str(ledger.uuid7()), "card": chosen(written, CARDS[0][1]), "group": "new", "name": "Directo"}
    for _time in range(2):
        assert beto.post(at(written, "place"), typed).status_code == 302
    assert (Group.objects.count(), CardPlaced.objects.count()) == (1, 1)


def test_a_card_moves_to_another_group_and_out_of_all(beto, grouped):
    text = CARDS[0][1]
    place(beto, grouped, chosen(grouped, text), group=grouped.groups["Reservaciones"].id)
    assert text in on_wall(grouped)["Reservaciones"]
    place(beto, grouped, chosen(grouped, text), group="none")
    assert not any(text in cards for cards in on_wall(grouped).values())


NO_CHOICES = {
    "nameless": {"group": "new", "name": ""},
    "no group": {"group": "algo"},
    "empty": {},
    "no card": {"group": "none", "card": ["x y"]},
}


@pytest.mark.parametrize("typed", NO_CHOICES.values(), ids=NO_CHOICES)
def test_a_choice_that_is_none_changes_nothing_and_is_said(beto, grouped, typed):
    before = on_wall(grouped)
    cards = typed.get("card", chosen(grouped, CARDS[0][1]))
    assert place(beto, grouped, cards, **{name: typed[name] for name in ("group", "name") if name in typed}).status_code == 422
    assert on_wall(grouped) == before


def test_a_group_of_another_workshop_takes_no_card(beto, grouped, world):
    other = ledger.uuid7()
    assert place(beto, grouped, chosen(grouped, CARDS[0][1]), group=other).status_code == 404


def test_the_newest_name_counts(beto, grouped):
    group = grouped.groups["Precio y temporada"]
    send(beto, at(grouped, "name_group", group.id), name="Cuánto cobrar")
    assert "Cuánto cobrar" in on_wall(grouped)
    send(beto, at(grouped, "name_group", group.id), name="")
    assert "Cuánto cobrar" in on_wall(grouped)


def test_what_training_does_not_solve_says_who_takes_it(beto, grouped):
    group = grouped.groups["Reservaciones"]
    send(beto, at(grouped, "solved", group.id), solved="no", handed_to="Cámara de turismo")
    said = SolvedByTraining.objects.get(group=group)
    assert (said.solved, said.handed_to) == (False, "Cámara de turismo")


def test_an_empty_group_can_be_taken_away(beto, grouped):
    group = grouped.groups["Reservaciones"]
    place(beto, grouped, chosen(grouped, CARDS[4][1]), group="none")
    send(beto, at(grouped, "dissolve", group.id))
    assert "Reservaciones" not in on_wall(grouped)


def test_a_closed_workshop_is_not_grouped_any_more(beto, closed):
    before = on_wall(closed)
    assert place(beto, closed, chosen(closed, CARDS[0][1]), group="none").status_code == 409
    assert on_wall(closed) == before
