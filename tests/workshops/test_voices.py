"""Which voices are there, in words."""

from django.utils.translation import override

from milpa.workshops.rules.balance import Present, balance
from milpa.workshops.voices import voice_lines


def test_each_voice_is_counted_explained_or_missing():
    found = balance([Present("a", "micro", None, True)], {"rural": "No hay transporte"})
    with override("es"):
        said = {line["title"]: line["meta"] for line in voice_lines(found)}
    assert list(said.values()) == ["sí: 1", "no: No hay transporte", "sí: 1"]


def test_a_voice_that_nobody_explained_is_missing():
    with override("es"):
        lines = voice_lines(balance([], {}))
    assert all(line["missing"] for line in lines)
    assert {line["meta"] for line in lines} == {"no, y nadie ha dicho por qué"}
