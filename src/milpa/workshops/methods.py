"""The ways to hold a workshop from which one is planned: read from `methods.yaml`, in the language of the moment."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from milpa.workshops.models.methods import DOTS
from milpa.workshops.models.workshop import KINDS

PAGE = Path(__file__).with_name("methods.yaml")
FIRST = "cards"
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """An activity as it is planned. `id`: the activity that it already is; None for a new one. `method`: where people vote in it."""

    kind: str
    title: str
    minutes: int
    say: str = ""
    id: Any = None
    method: str = DOTS


@dataclass(frozen=True, slots=True)
class Method:
    """`source`: where its steps come from. `minutes`: of all its parts."""

    id: str
    name: str
    for_what: str
    source: str
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)


@cache
def _page() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(PAGE.read_text(encoding="utf-8"))
    return found


def methods() -> list[Method]:
    """In the order of the page."""
    return [_method(row) for row in _page()]


def method(id: str) -> Method:
    """Raises KeyError for one that is not on the page."""
    return {one.id: one for one in methods()}[id]


def _method(row: dict[str, Any]) -> Method:
    titles = dict(KINDS)
    parts = tuple(Part(one["kind"], str(titles[one["kind"]]), one["minutes"], _said(one.get("say", {}))) for one in row["parts"])
    return Method(row["id"], _said(row["name"]), _said(row["for_what"]), row["source"], parts)


def _said(words: Words) -> str:
    return words.get((get_language() or "es")[:2], words.get("en", ""))
