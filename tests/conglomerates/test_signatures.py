"""A signature that no longer covers the text says which words changed since, as a reader calls the passages."""

import pytest

from milpa import ledger
from milpa.conglomerates import signatures
from milpa.conglomerates.actions.deciding import decide, sign_selection
from milpa.conglomerates.actions.selecting import set_values
from milpa.conglomerates.decision_read import reading
from tests.conglomerates.choice import again, all_weigh, choice


@pytest.fixture
def signed(world):
    selection = choice(world)
    all_weigh(world, selection)
    decide(world.ana, selection.id, again(selection).revision, selection.candidates.first().id, "La asociación lo pidió.")
    sign_selection(world.carmen, selection.id, again(selection).revision, ledger.uuid7())
    return selection


def test_a_signature_that_covers_the_text_has_nothing_to_show(world, signed):
    found = signatures.of(again(signed), [world.association, world.ministry], reading)
    assert [row["state"] for row in found.rows] == ["signed", "waiting"]
    assert found.changes == []


def test_changed_reasons_are_shown_as_words_out_and_in(world, signed):
    decide(world.ana, signed.id, again(signed).revision, signed.candidates.first().id, "La asociación lo pidió dos veces.")
    [since] = signatures.of(again(signed), [world.association], reading).changes
    [passage] = since.passages
    assert since.who == "Asociación Ejemplo"
    assert [(piece.how, piece.text) for piece in passage.pieces if piece.how != "same"] == [("out", "pidió."), ("in", "pidió dos veces.")]


def test_another_candidate_is_called_by_its_name_and_a_value_by_its_criterion(world, signed):
    first, second = signed.candidates.all()[:2]
    criterion = signed.criteria.first()
    cell = {"value": 1, "year": 2026, "source": "otra", "scope": "sector"}
    set_values(world.ana, signed.id, again(signed).revision, first.id, {criterion.id: cell})
    decide(world.ana, signed.id, again(signed).revision, second.id, "La asociación lo pidió.")
    [since] = signatures.of(again(signed), [world.association], reading).changes
    said = {passage.title: "".join(piece.text for piece in passage.pieces if piece.how == "in") for passage in since.passages}
    assert second.name in said.values()
    assert any(title.startswith(f"{first.name}: ") and "otra" in text for title, text in said.items())
