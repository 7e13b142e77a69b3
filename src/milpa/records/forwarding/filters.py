"""Which statements a target gets, and how they are sent: as they are, without what the other store sets itself."""

from typing import Any

from milpa.records.models.forwarding import ForwardTarget
from milpa.records.rules.verbs import VOIDED
from milpa.records.store.told import Told

OWN = "urn:milpa:"  # how the activities of our own courses begin
SET_BY_THE_STORE = ("stored", "authority", "version")


def passes(target: ForwardTarget, told: Told) -> bool:
    """A withdrawal always passes: what it withdraws may have passed before."""
    if told.verb == VOIDED:
        return True
    if target.only_own and not (told.person and told.activity.startswith(OWN)):
        return False
    if target.verbs and told.verb not in target.verbs:
        return False
    return not target.activities or told.activity.startswith(tuple(target.activities))


def outgoing(told: Told) -> dict[str, Any]:
    return {name: value for name, value in told.statement.items() if name not in SET_BY_THE_STORE}
