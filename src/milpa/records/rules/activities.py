"""What it was done with: an activity, its definition, and the parts of an interaction (1.0.3, 2.4.4.1; IEEE 9274.1.1, 4.2.2)."""

from collections.abc import Collection
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.extensions import extensions
from milpa.records.rules.iris import iri
from milpa.records.rules.languages import language_map
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import each, shape
from milpa.records.rules.values import one_of, text

SUPPORTED: dict[str, Collection[str]] = {
    "true-false": (),
    "choice": ("choices",),
    "fill-in": (),
    "long-fill-in": (),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "numeric": (),
    "other": (),
}
COMPONENTS = frozenset({"choices", "scale", "source", "target", "steps"})
_OF_INTERACTIONS = COMPONENTS | {"correctResponsesPattern"}

_each_component = each(shape({"id": text, "description": language_map}, required=("id",)))


def components(value: Any) -> None:
    """The choices, steps, … of an interaction: no two with the same id."""
    _each_component(value)
    if len({component["id"] for component in value}) != len(value):
        raise Malformed("", problems.said("Two of these have the same id."))


def _an_interaction_says_which(value: dict[str, Any]) -> None:
    used = _OF_INTERACTIONS & value.keys()
    if not used:
        return
    kind = value.get("interactionType")
    if kind is None:
        raise Malformed("interactionType", problems.ABSENT)
    if wrong := (COMPONENTS & used).difference(SUPPORTED[kind]):
        raise Malformed(min(wrong), problems.said("An interaction of the kind {kind} does not have this."), kind=kind)


definition = shape(
    {
        "name": language_map,
        "description": language_map,
        "type": iri,
        "moreInfo": iri,
        "extensions": extensions,
        "interactionType": one_of(*SUPPORTED),
        "correctResponsesPattern": each(text),
        **dict.fromkeys(sorted(COMPONENTS), components),
    },
    also=_an_interaction_says_which,
)

activity = shape({"objectType": one_of("Activity"), "id": iri, "definition": definition}, required=("id",))
