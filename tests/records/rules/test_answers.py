"""Answers in words. The examples of 1.0.3's appendix C are checked by hand; whatever is stored is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.activities import SUPPORTED
from milpa.records.rules.answers import MOST, Answer, Range, read


def described(**texts: str) -> list[dict[str, object]]:
    return [{"id": id, "description": {"en-US": f"{text} (en)", "es": text}} for id, text in texts.items()]


COLOURS = described(golf="Golf Example", facebook="Facebook App", tetris="Tetris Example", scrabble="Scrabble Example")


def parts(kind: str, response: str, wishes: tuple[str, ...] = ("es",), **components: object) -> list[tuple[object, ...]]:
    answer = read({"interactionType": kind, **components}, response, wishes)
    assert answer is not None and answer.more == 0
    return list(answer.parts)


def test_choices_are_said_by_their_descriptions_in_the_readers_language() -> None:
    assert parts("choice", "golf[,]tetris", choices=COLOURS) == [("Golf Example",), ("Tetris Example",)]
    assert parts("choice", "golf", ("en",), choices=COLOURS) == [("Golf Example (en)",)]
    assert parts("choice", "golf", ("quc",), choices=COLOURS) == [("Golf Example (en)",)]


def test_a_sequence_keeps_its_order() -> None:
    answer = read({"interactionType": "sequencing", "choices": described(a="Contar", b="Anotar")}, "b[,]a", ["es"])
    assert answer == Answer("sequencing", (("Anotar",), ("Contar",))) and answer.is_ordered


def test_a_place_on_a_scale_is_said_by_its_description() -> None:
    assert parts("likert", "likert_3", scale=described(likert_3="Está bien")) == [("Está bien",)]


def test_what_was_matched_stands_beside_what_it_was_matched_with() -> None:
    source, target = described(ben="Ben", chris="Chris"), described(**{"1": "SCORM", "2": "xAPI"})
    assert parts("matching", "ben[.]2[,]chris[.]1", source=source, target=target) == [("Ben", "xAPI"), ("Chris", "SCORM")]


def test_a_step_stands_beside_what_was_done_in_it() -> None:
    steps = described(pong="Una partida de pong", lunch="El almuerzo", rate="La tarifa")
    assert parts("performance", "pong[.]1[:]9[,]lunch[.][,]rate[.]Q 150", steps=steps) == [
        ("Una partida de pong", Range("1", "9")), ("El almuerzo", ""), ("La tarifa", "Q 150"),
    ]  # fmt: skip


@pytest.mark.parametrize(("response", "value"), [
    ("4", "4"), ("4[:]6", Range("4", "6")), ("[:]6", Range("", "6")), ("4[:]", Range("4", "")), ("[:]", "[:]"), ("Q 150", "Q 150"),
])  # fmt: skip
def test_a_number_or_a_range_of_numbers(response: str, value: object) -> None:
    assert parts("numeric", response) == [(value,)]


@pytest.mark.parametrize(("response", "value"), [("true", True), ("false", False), (" True ", True), ("1", "1"), ("tal vez", "tal vez")])
def test_true_or_false_and_anything_else_as_it_is(response: str, value: object) -> None:
    assert parts("true-false", response) == [(value,)]


def test_what_was_filled_in_stands_without_what_is_said_about_it() -> None:
    assert parts("fill-in", "{lang=es}{case_matters=true}Bob's your uncle") == [("Bob's your uncle",)]
    assert parts("long-fill-in", "{order_matters=false}uno[,]{lang=quc}jun") == [("uno",), ("jun",)]
    assert parts("fill-in", "{la llave}") == [("{la llave}",)]


def test_an_id_that_nobody_described_stays_as_it_is() -> None:
    known = [*COLOURS, {"id": "bare"}, {"id": "empty", "description": {}}, {"id": "blank", "description": {"es": " "}}]
    assert parts("choice", "golf[,]chess[,]bare[,]empty[,]blank[,]", choices=known) == [
        ("Golf Example",), ("chess",), ("bare",), ("empty",), ("blank",), ("",),
    ]  # fmt: skip
    assert parts("choice", "0[,]3") == [("0",), ("3",)]
    assert parts("matching", "ben[,]a[.]b[.]c") == [("ben",), ("a", "b[.]c")]


def test_of_two_with_one_id_the_first_counts() -> None:
    assert parts("choice", "a", choices=[*described(a="Primero"), *described(a="Segundo")]) == [("Primero",)]


@pytest.mark.parametrize("definition", [
    {}, {"name": {"es": "Una foto"}}, {"interactionType": "other"}, {"interactionType": "unheard"}, {"choices": COLOURS},
])  # fmt: skip
def test_without_a_kind_it_stays_as_it_is_stored(definition: dict[str, object]) -> None:
    assert read(definition, "golf", ["es"]) is None


def test_nothing_was_answered() -> None:
    assert read({"interactionType": "choice"}, "", ["es"]) is None


def test_of_a_thousand_choices_as_many_are_read_as_people_read_and_the_rest_is_counted() -> None:
    choices = described(**{f"c{n}": f"Opción {n}" for n in range(1000)})
    answer = read({"interactionType": "choice", "choices": choices}, "[,]".join(f"c{n}" for n in range(1000)), ["es"])
    assert answer is not None
    assert (answer.parts[0], answer.parts[-1], len(answer.parts), answer.more) == (("Opción 0",), ("Opción 49",), MOST, 950)
    long = read({"interactionType": "matching"}, "[,][.]" * 200_000, ["es"])
    assert long is not None and len(long.parts) + long.more == 200_001


descriptions = st.dictionaries(st.just("es"), st.text())


@given(
    st.sampled_from([*SUPPORTED, "unheard", ""]),
    st.text(st.sampled_from("ab0[,].:{}= lang"), max_size=60),
    st.lists(st.fixed_dictionaries({"id": st.text("ab0", max_size=2)}, optional={"description": descriptions})),
)
def test_whatever_is_stored_is_read(kind: str, response: str, components: list[dict[str, object]]) -> None:
    definition = {"interactionType": kind, **dict.fromkeys(("choices", "scale", "source", "target", "steps"), components)}
    answer = read(definition, response, ["es"])
    if answer is not None:
        assert response and all(1 <= len(part) <= 2 for part in answer.parts)
        assert len(answer.parts) + answer.more == len(response.split("[,]")) or kind not in ("choice", "sequencing", "likert", "matching")
