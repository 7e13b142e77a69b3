"""A reference to another statement, and what voiding one takes."""

from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import shape
from milpa.records.rules.uuids import uuid
from milpa.records.rules.values import one_of
from milpa.records.rules.verbs import VOIDED

reference = shape({"objectType": one_of("StatementRef"), "id": uuid}, required=("objectType", "id"))


def voiding_refers(statement: dict[str, Any]) -> None:
    """Only a statement can be voided: 1.0.3, 2.3.2; IEEE 9274.1.1, 4.2.5."""
    if statement["verb"]["id"] == VOIDED and statement["object"].get("objectType") != "StatementRef":
        raise Malformed("object", problems.said("What is voided has to be a statement: its objectType is StatementRef."))
