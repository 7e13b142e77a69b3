"""What was answered, out of the activity's definition: ids become descriptions (1.0.3, part 2, 2.4.4.1; IEEE 9274.1.1, 4.2.2).

Whatever was stored can be read: an id that the definition does not know stays as it is, and so does an answer of no known kind.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from milpa.records.rules.languages import best

BETWEEN, PAIRED, UP_TO = "[,]", "[.]", "[:]"
MOST = 50  # parts that are read; how many more there are is said
_ABOUT = re.compile(r"\{(?:lang|case_matters|order_matters)=[^{}]{0,60}\}")


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers as they were written; empty where there is no bound."""

    low: str
    high: str


Value = str | bool | Range


@dataclass(frozen=True, slots=True)
class Answer:
    """`kind`: the interaction's. Each part is one value, or two that belong together: what was matched, a step and what was done in it."""

    kind: str
    parts: tuple[tuple[Value, ...], ...]
    more: int = 0

    @property
    def is_ordered(self) -> bool:
        return self.kind == "sequencing"


def read(definition: Mapping[str, Any], response: str, wishes: Sequence[str]) -> Answer | None:
    """None where the definition does not say what kind of interaction it is, or nothing was answered."""
    reader = _READERS.get(definition.get("interactionType", ""))
    if reader is None or not response:
        return None
    parts, more = reader(definition, response, wishes)
    return Answer(definition["interactionType"], tuple(parts), more)


Parts = tuple[list[tuple[Value, ...]], int]
Reader = Callable[[Mapping[str, Any], str, Sequence[str]], Parts]


def _one(value: Value) -> Parts:
    return [(value,)], 0


def _true_or_false(_definition: Mapping[str, Any], response: str, _wishes: Sequence[str]) -> Parts:
    return _one({"true": True, "false": False}.get(response.strip().lower(), response))


def _number(_definition: Mapping[str, Any], response: str, _wishes: Sequence[str]) -> Parts:
    return _one(_range(response))


def _filled_in(_definition: Mapping[str, Any], response: str, _wishes: Sequence[str]) -> Parts:
    parts, more = _split(_ABOUT.sub("", response))
    return [(part,) for part in parts], more


def _chosen(component: str) -> Reader:
    def chosen(definition: Mapping[str, Any], response: str, wishes: Sequence[str]) -> Parts:
        parts, more = _split(response)
        words = _described(definition.get(component), parts, wishes)
        return [(words.get(part, part),) for part in parts], more

    return chosen


def _paired(component: str, other: str = "") -> Reader:
    """`other`: where the second of each pair is described; where nothing is, it is what somebody wrote or a number."""

    def paired(definition: Mapping[str, Any], response: str, wishes: Sequence[str]) -> Parts:
        parts, more = _split(response)
        pairs = [part.split(PAIRED, 1) for part in parts]
        first = _described(definition.get(component), (pair[0] for pair in pairs), wishes)
        second = _described(definition.get(other), (pair[1] for pair in pairs if pair[1:]), wishes)
        found: list[tuple[Value, ...]] = []
        for one, *rest in pairs:
            found.append((first.get(one, one), *(second.get(two, _range(two)) for two in rest)))
        return found, more

    return paired


_READERS: dict[str, Reader] = {
    "true-false": _true_or_false,
    "choice": _chosen("choices"),
    "sequencing": _chosen("choices"),
    "likert": _chosen("scale"),
    "matching": _paired("source", "target"),
    "performance": _paired("steps"),
    "numeric": _number,
    "fill-in": _filled_in,
    "long-fill-in": _filled_in,
}


def _split(response: str) -> tuple[list[str], int]:
    """The parts that are read, and how many more there are."""
    parts = response.split(BETWEEN, MOST)
    if len(parts) <= MOST:
        return parts, 0
    return parts[:MOST], parts[MOST].count(BETWEEN) + 1


def _range(text: str) -> Value:
    low, between, high = text.partition(UP_TO)
    return Range(low.strip(), high.strip()) if between and (low.strip() or high.strip()) else text


def _described(components: Any, asked: Iterable[str], wishes: Sequence[str]) -> dict[str, str]:
    """id -> its description in the language that suits best, of those that are asked for and have one."""
    wanted = set(asked)
    found: dict[str, str] = {}
    for component in components or ():
        id, texts = component.get("id"), component.get("description") or {}
        if id in wanted and id not in found and (tag := best(texts, wishes)) is not None and texts[tag].strip():
            found[id] = texts[tag]
    return found
