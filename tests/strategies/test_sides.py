"""Who signs: whom the mandate names, whatever accents or spaces a name was typed with."""

from types import SimpleNamespace

from milpa.ledger.ids import uuid7
from milpa.strategies.sides import COUNTERPART, Side, same


def side(*named: str) -> Side:
    return Side(uuid7(), "Asociación", COUNTERPART, None, named=named)


def person(name: str) -> SimpleNamespace:
    return SimpleNamespace(id=uuid7(), name=name)


def test_a_name_is_the_same_without_accents_case_and_double_spaces():
    assert same("  Tomás  ICAL ") == same("tomas ical")


def test_without_names_in_the_mandate_whoever_may_signs():
    assert side().may_be_signed_by(person("Cualquiera"))
    assert side().missing([]) == []


def test_only_whom_the_mandate_names_signs_by_name_or_by_id():
    carmen = person("Carmen Xol")
    assert side("Cármen Xol").may_be_signed_by(carmen)
    assert side(str(carmen.id)).may_be_signed_by(carmen)
    assert not side("Amparo Leiva").may_be_signed_by(carmen)


def test_who_is_named_and_has_not_signed_is_missing():
    assert side("Carmen Xol", "Amparo Leiva").missing([person("carmen xol")]) == ["Amparo Leiva"]


def test_ids_are_not_read_aloud_as_names():
    assert side(str(uuid7()), "Amparo Leiva").named_words() == ["Amparo Leiva"]
