"""Statements as plain values: made here by courses, read by rollups and pages.

IEEE 9274.1.1 (xAPI 2.0), section 4.2: actor, verb, object, result, context, timestamp. Actors are named by `account` with an opaque id.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

HOME = "https://milpa.invalid/people"  # RFC 2606: an address that can never resolve, so that an opaque id leads to nobody

VERBS = {
    "opened": "http://adlnet.gov/expapi/verbs/launched",
    "experienced": "http://adlnet.gov/expapi/verbs/experienced",
    "answered": "http://adlnet.gov/expapi/verbs/answered",
    "completed": "http://adlnet.gov/expapi/verbs/completed",
    "passed": "http://adlnet.gov/expapi/verbs/passed",
    "failed": "http://adlnet.gov/expapi/verbs/failed",
    "attempted": "http://adlnet.gov/expapi/verbs/attempted",
    "asked": "http://adlnet.gov/expapi/verbs/asked",
    "responded": "http://adlnet.gov/expapi/verbs/responded",
}


def activity_id(kind: str, id: UUID | str) -> str:
    """`urn:milpa:lesson:<uuid>`: an activity's IRI, the same on every node."""
    return f"urn:milpa:{kind}:{id}"


@dataclass(frozen=True, slots=True)
class Said:
    """What a learner did, before it is a statement."""

    id: UUID
    institution: UUID
    person: UUID
    verb: str  # a key of VERBS
    activity: str  # an IRI, see `activity_id`
    name: str  # how the activity is called, in `language`
    language: str
    registration: UUID | None
    at: datetime
    scaled: float | None = None  # -1 to 1
    success: bool | None = None
    completion: bool | None = None
    response: str = ""
    parent: str = ""  # the IRI of the course, unit or quiz it belongs to
    extensions: dict[str, Any] = field(default_factory=dict)  # IRI -> value
    definition: dict[str, Any] = field(default_factory=dict)  # what else is said of the activity

    def plain(self) -> dict[str, Any]:
        """The statement as JSON says it."""
        statement: dict[str, Any] = {
            "id": str(self.id),
            "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": str(self.person)}},
            "verb": {"id": VERBS[self.verb], "display": {"en": self.verb}},
            "object": {"objectType": "Activity", "id": self.activity, "definition": {"name": {self.language: self.name}} | self.definition},
            "timestamp": self.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "context": {"language": self.language},
        }
        if result := self._result():
            statement["result"] = result
        if self.registration:
            statement["context"]["registration"] = str(self.registration)
        if self.parent:
            statement["context"]["contextActivities"] = {"parent": [{"objectType": "Activity", "id": self.parent}]}
        return statement

    def _result(self) -> dict[str, Any]:
        result: dict[str, Any] = {}
        if self.scaled is not None:
            result["score"] = {"scaled": self.scaled}
        if self.success is not None:
            result["success"] = self.success
        if self.completion is not None:
            result["completion"] = self.completion
        if self.response:
            result["response"] = self.response
        if self.extensions:
            result["extensions"] = self.extensions
        return result
