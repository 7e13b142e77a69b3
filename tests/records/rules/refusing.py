"""How tests say that a rule takes or refuses something."""

from typing import Any

from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import Check


def path_of_refusal(check: Check, value: Any) -> str | None:
    """The path that the rule names when it refuses the value; None when it takes it."""
    try:
        check(value)
    except Malformed as problem:
        return problem.path
    return None


def takes(check: Check, value: Any) -> bool:
    return path_of_refusal(check, value) is None
