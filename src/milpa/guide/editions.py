"""Frozen editions as plain values, read once a process: an edition never changes."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from milpa.guide.models import Guide, GuideEdition
from milpa.guide.texts import Text
from milpa.ledger.models.documents import Revision
from milpa.ledger.revising import lifted


@dataclass(frozen=True)
class EditionStep:
    id: str
    phase: str
    title: Text
    purpose: Text
    source: str
    who: tuple[str, ...]
    activities: tuple[Text, ...]
    instruments: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class EditionPhase:
    id: str
    number: int
    title: Text
    question: Text
    gate_sentence: Text
    gate_needs: tuple[str, ...]
    gate_informs: tuple[str, ...]
    steps: tuple[EditionStep, ...]


@dataclass(frozen=True)
class Edition:
    id: UUID
    guide: UUID
    number: int
    title: Text
    subtitle: Text
    principle: Text
    phases: tuple[EditionPhase, ...]
    instruments: dict[str, Any]
    instrument_titles: dict[str, Text]
    roles: dict[str, Text]

    @cached_property
    def steps(self) -> dict[str, EditionStep]:
        return {step.id: step for phase in self.phases for step in phase.steps}

    def phase(self, id: str) -> EditionPhase:
        return next(phase for phase in self.phases if phase.id == id)


@lru_cache(maxsize=64)
def edition(id: UUID) -> Edition:
    """The edition's content. Raises GuideEdition.DoesNotExist."""
    fact = GuideEdition.objects.get(id=id)
    return read(frozen(fact), fact.id, fact.guide_id, fact.number)


def frozen(fact: GuideEdition) -> dict[str, Any]:
    """An edition's plain content."""
    return content_at(fact.guide_id, fact.revision)


def content_at(guide: UUID, number: int) -> dict[str, Any]:
    """A revision's plain content, as today's structure has it. Raises Revision.DoesNotExist."""
    revision = Revision.objects.get(document=guide, number=number)
    return lifted(Guide, revision.version, revision.plain())  # type: ignore[no-any-return]  # a guide's content is a mapping


def read(content: dict[str, Any], id: UUID, guide: UUID, number: int) -> Edition:
    """Plain content as values."""
    phases = tuple(_phase(place, phase) for place, phase in enumerate(content["phases"], start=1))
    titles = {key: Text(value) for key, value in content["instrument_titles"].items()}
    roles = {key: Text(value) for key, value in content["roles"].items()}
    return Edition(
        id,
        guide,
        number,
        Text(content["title"]),
        Text(content["subtitle"]),
        Text(content["principle"]),
        phases,
        content["instruments"],
        titles,
        roles,
    )


def _phase(number: int, phase: dict[str, Any]) -> EditionPhase:
    gate = phase["gate"]
    return EditionPhase(
        phase["id"],
        number,
        Text(phase["title"]),
        Text(phase["question"]),
        Text(gate["sentence"]),
        tuple(gate["needs"]),
        tuple(gate["informs"]),
        tuple(_step(phase["id"], step) for step in phase["steps"]),
    )


def _step(phase: str, step: dict[str, Any]) -> EditionStep:
    return EditionStep(
        step["id"],
        phase,
        Text(step["title"]),
        Text(step["purpose"]),
        step["source"],
        tuple(step["who"]),
        tuple(Text(activity) for activity in step["activities"]),
        tuple(step["instruments"]),
        tuple(step["evidence"]),
    )
