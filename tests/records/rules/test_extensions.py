from typing import Any

import pytest

from milpa.records.rules.extensions import DEEPEST, extensions
from tests.records.rules.refusing import path_of_refusal, takes


@pytest.mark.parametrize("value", [None, "", {}, [], 0, False, {"a": None}, [[None]], "text", 1.5])
def test_an_extension_may_be_anything(value: object) -> None:
    assert takes(extensions, {"https://example.org/x": value})


def test_there_may_be_none() -> None:
    assert takes(extensions, {})


def test_each_key_is_a_complete_address() -> None:
    assert path_of_refusal(extensions, {"https://example.org/x": 1, "colour": 2}) == "colour"


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_extensions_are_an_object(value: object) -> None:
    assert path_of_refusal(extensions, value) == ""


@pytest.mark.parametrize("wrap", [lambda inner: {"a": inner}, lambda inner: [inner]])
def test_they_go_as_deep_as_a_hundred_levels(wrap: Any) -> None:
    value: Any = []
    for _level in range(DEEPEST - 1):
        value = wrap(value)
    assert takes(extensions, {"urn:x": value})
    assert path_of_refusal(extensions, {"urn:x": wrap(value)}) == '["urn:x"]'
