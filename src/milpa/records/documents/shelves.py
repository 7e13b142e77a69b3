"""Where a document lies: everything its address is made of."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from milpa.records.addresses import address

STATE, AGENT_PROFILE, ACTIVITY_PROFILE = "state", "agent_profile", "activity_profile"


@dataclass(frozen=True)
class Shelf:
    """What is listed together. `agent` is a key of `rules.actors`; the part that a kind of document does not have is empty."""

    institution: UUID
    kind: str
    activity: str = ""
    agent: str = ""

    @cached_property
    def id(self) -> UUID:
        return address(str(self.institution), self.kind, self.activity, self.agent)

    @property
    def holder(self) -> UUID | None:
        return holder(self.agent) if self.agent else None


@dataclass(frozen=True)
class Place:
    """One document: `name` is its stateId or profileId."""

    shelf: Shelf
    name: str
    registration: UUID | None = None

    @cached_property
    def id(self) -> UUID:
        return address(str(self.shelf.id), str(self.registration or ""), self.name)


def holder(agent: str) -> UUID:
    """All that is kept about one agent, whichever institution keeps it, has this."""
    return address(agent)
