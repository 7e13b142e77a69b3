"""Proposed groups against groupings by hand that were made before and apart from the words."""

import pytest
from bench import grouping

from milpa.workshops.proposals import groups_in, pairs_in, spoken_of
from milpa.workshops.thesaurus import concepts_of

# what `python -m bench.grouping` found when this was written, less a margin; the trade that was held back too
REACHED = {
    "hoteles pequeños y hospedajes": 0.54,
    "textiles y artesanías": 0.34,
    "comedores, ventas de comida y panaderías": 0.43,
    "productores de café": 0.31,
    "tour guides and boat trips": 0.42,
}


@pytest.mark.parametrize("trial", grouping.trials(), ids=lambda trial: trial.trade)
def test_on_each_trade_the_index_holds_and_is_far_above_words_alone(trial):
    row = grouping.row_of(trial)
    assert row.ours >= REACHED[trial.trade]
    assert row.plain < 0.15 < row.ours


def test_on_the_development_sets_too_though_they_prove_nothing():
    rows = [grouping.row_of(trial) for trial in grouping.development()]
    assert sum(row.ours for row in rows) / len(rows) >= 0.5
    assert min(row.ours for row in rows) > 0.25


def test_each_trial_holds_sixty_cards_or_more():
    trials = grouping.trials()
    assert all(len(trial.cards) >= 60 for trial in trials)
    assert sum(trial.held_back for trial in trials) == 1
    assert len(trials) == len(REACHED)


def test_near_duplicates_are_nearly_all_right_and_most_are_found():
    precision, recall, pairs = grouping.alike()
    assert pairs >= 50
    assert precision >= 0.9
    assert recall >= 0.65


def test_the_reason_names_the_words_as_they_were_written():
    found = groups_in({"1": "No sé cuánto COBRAR", "2": "mi tarifa y mi ganansia", "3": "subir de presio", "4": "nada que ver"}, "es")
    assert [(group.concept, group.cards) for group in found] == [("price", ("1", "2", "3"))]
    assert {"cuanto cobrar", "ganansia", "subir presio"} <= set(found[0].words)


def test_a_card_that_is_tried_shows_its_matters_and_words_the_most_said_first():
    found = spoken_of("tarjeta de crédito para pagar hilo", "es", concepts_of(None, "es"))
    assert found[0] == ("credit", ("tarjeta credito", "credito"))
    assert spoken_of("zzz", "es", concepts_of(None, "es")) == []


def test_in_english_too():
    found = groups_in({"1": "how much to charge", "2": "our prices are too low", "3": "take better pictures", "4": "a camera"}, "en")
    assert {group.concept: group.cards for group in found} == {"price": ("1", "2"), "photos": ("3", "4")}


def test_cards_that_say_the_same_are_found_with_their_words():
    (pair,) = pairs_in({"1": "No sé cuánto cobrar en temporada baja", "2": "cuanto cobrar temporada baja", "3": "Fotos"}, "es")
    assert (pair.one, pair.other, pair.shared) == ("1", "2", ("cuanto", "cobrar", "temporada", "baja"))


@pytest.mark.parametrize("text", ["", "😀😀", "שלום עולם", "<script>alert(1)</script>", "x" * 10_000, "١٢٣"])
def test_odd_texts_do_no_harm(text):
    assert groups_in({"1": text, "2": "cobrar"}, "es") == []
    assert isinstance(pairs_in({"1": text, "2": text}, "es"), list)
