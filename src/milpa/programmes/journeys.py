"""How a programme stands: its steps, phases and gates, from the evidence answers, what was attached by hand and the gates passed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from milpa.guide.editions import Edition, EditionPhase, EditionStep
from milpa.programmes.answers import Answers, HasGuide, answers_of
from milpa.programmes.models import Assignment, EvidenceAttached, GatePassed, Partner, PartnerAnswer
from milpa.programmes.remembering import Mark, mark, remembered
from milpa.programmes.rules import current_phase, steps


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something attached by hand, as the pages show it."""

    id: UUID
    step: str
    key: str
    kind: str
    title: str
    note: str
    link: str
    file: UUID | None
    suffices: bool
    at: datetime
    by: UUID | None
    by_name: str
    voided_by: UUID | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A gate that was passed, with the reason."""

    id: UUID
    phase: str
    why: str
    was_met: bool
    at: datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who answers for a step: a role, and a person once somebody is named."""

    step: str
    role: str
    membership: UUID | None
    person: UUID | None
    name: str
    due_on: Any


@dataclass(frozen=True, slots=True)
class PartnerRead:
    """An invited institution and its part. `accepted`: None while it has not answered."""

    id: UUID
    institution: UUID
    name: str
    kind: str
    decides: bool
    speaks: bool
    funds: bool
    contributes: str
    invited_at: datetime
    accepted: bool | None
    answered_at: datetime | None
    answered_by: str
    why: str
    is_over: bool

    @property
    def takes_part(self) -> bool:
        return self.accepted is True and not self.is_over

    @property
    def is_awaited(self) -> bool:
        return self.accepted is None and not self.is_over


@dataclass(frozen=True, slots=True)
class Around:
    """What a programme's own facts and tables say, read once while nothing is recorded."""

    evidence: tuple[Evidence, ...]
    gates: dict[str, Passed]
    assigned: dict[str, Assigned]
    partners: tuple[PartnerRead, ...]


@dataclass(frozen=True, slots=True)
class StepStanding:
    step: EditionStep
    state: steps.StepState
    answers: Answers
    evidence: tuple[Evidence, ...]  # voided ones too: what was withdrawn stays in sight
    assigned: Assigned | None


@dataclass(frozen=True, slots=True)
class PhaseStanding:
    phase: EditionPhase
    state: steps.PhaseState
    gate: steps.GateState
    passed: Passed | None
    steps: tuple[StepStanding, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    programme: UUID
    edition: Edition
    phases: tuple[PhaseStanding, ...]
    current: str  # the phase's id; "" for a guide without phases
    partners: tuple[PartnerRead, ...]

    @property
    def now(self) -> PhaseStanding:
        return self.phase(self.current)

    def phase(self, id: str) -> PhaseStanding:
        """Raises StopIteration for a phase that the edition does not have."""
        return next(phase for phase in self.phases if phase.phase.id == id)

    def step(self, id: str) -> StepStanding:
        """Raises StopIteration for a step that the edition does not have."""
        return next(step for phase in self.phases for step in phase.steps if step.step.id == id)


def standing_of(programme: HasGuide) -> Standing:
    return standings([programme])[programme.id]


def standings(programmes: Sequence[HasGuide], at: Mark | None = None) -> dict[UUID, Standing]:
    """How many programmes stand. One query while nothing is recorded."""
    now = at or mark()
    answers = answers_of(programmes, at=now)
    around = arounds([programme.id for programme in programmes], now)
    return {programme.id: _standing(programme, answers[programme.id], around[programme.id]) for programme in programmes}


def arounds(programmes: Sequence[UUID], now: Mark) -> dict[UUID, Around]:
    found: dict[UUID, Around] = remembered(now, ("around", tuple(programmes)), lambda: _read(programmes))
    return found


def _standing(programme: HasGuide, answers: dict[str, Answers], around: Around) -> Standing:
    edition = programme.guide
    evidence = defaultdict(list)
    for row in around.evidence:
        evidence[row.step].append(row)
    of_steps = {id: _step(step, answers.get(id, {}), evidence[id], around.assigned.get(id)) for id, step in edition.steps.items()}
    phases = tuple(_phase(phase, of_steps, around.gates.get(phase.id)) for phase in edition.phases)
    gates = [current_phase.Gate(phase.phase.id, phase.gate.is_met, phase.passed is not None) for phase in phases]
    return Standing(programme.id, edition, phases, current_phase.current_phase(gates) or "", around.partners)


def _step(step: EditionStep, answers: Answers, evidence: list[Evidence], assigned: Assigned | None) -> StepStanding:
    counting = [row for row in evidence if row.voided_by is None]
    plain = {key: steps.Answer(key, said.met, said.since, said.until, said.done, said.all) for key, said in answers.items()}
    suffices = {row.key for row in counting if row.suffices}
    state = steps.step_state(steps.Step(step.id, step.evidence), plain, suffices, bool(counting))
    return StepStanding(step, state, answers, tuple(evidence), assigned)


def _phase(phase: EditionPhase, of_steps: dict[str, StepStanding], passed: Passed | None) -> PhaseStanding:
    own = tuple(of_steps[step.id] for step in phase.steps)
    states = {step.step.id: step.state for step in of_steps.values()}
    state = steps.phase_state(phase.id, [step.state for step in own], passed is not None)
    return PhaseStanding(phase, state, steps.gate_state(phase.gate_needs, phase.gate_informs, states), passed, own)


def _read(programmes: Sequence[UUID]) -> dict[UUID, Around]:
    """Five queries for all of them."""
    evidence, gates = _evidence(programmes), _gates(programmes)
    assigned, partners = _assigned(programmes), partners_of(programmes)
    return {id: Around(tuple(evidence[id]), gates[id], assigned[id], tuple(partners[id])) for id in programmes}


def _evidence(programmes: Sequence[UUID]) -> dict[UUID, list[Evidence]]:
    found: dict[UUID, list[Evidence]] = defaultdict(list)
    for row in EvidenceAttached.objects.filter(programme__in=programmes).in_order().values(*_EVIDENCE):
        at, by_name = row.pop("recorded_at"), row.pop("by__name") or ""
        found[row.pop("programme")].append(Evidence(**row, at=at, by_name=by_name))
    return found


def _gates(programmes: Sequence[UUID]) -> dict[UUID, dict[str, Passed]]:
    """The newest of each phase."""
    found: dict[UUID, dict[str, Passed]] = defaultdict(dict)
    for row in GatePassed.objects.filter(programme__in=programmes, voided_by=None).in_order().values(*_GATE):
        programme, at, by_name = row.pop("programme"), row.pop("recorded_at"), row.pop("by__name") or ""
        found[programme][row["phase"]] = Passed(**row, at=at, by_name=by_name)
    return found


def _assigned(programmes: Sequence[UUID]) -> dict[UUID, dict[str, Assigned]]:
    found: dict[UUID, dict[str, Assigned]] = defaultdict(dict)
    for row in Assignment.objects.filter(programme__in=programmes).values("programme", *_ASSIGNED):
        person = row["membership__person"], row["membership__person__name"] or ""
        found[row["programme"]][row["step"]] = Assigned(row["step"], row["role"], row["membership"], *person, row["due_on"])
    return found


def partners_of(programmes: Sequence[UUID]) -> dict[UUID, list[PartnerRead]]:
    """Everyone who was invited, in order, with their newest answer. Two queries."""
    answers: dict[UUID, dict[str, Any]] = {}
    said = PartnerAnswer.objects.filter(partner__programme__in=programmes, voided_by=None).in_order()
    for row in said.values("partner", "accepted", "why", "recorded_at", "by__name"):
        answers[row["partner"]] = row
    found: dict[UUID, list[PartnerRead]] = defaultdict(list)
    for row in Partner.objects.filter(programme__in=programmes, voided_by=None).in_order().values(*_PARTNER):
        found[row["programme"]].append(_partner(row, answers.get(row["id"], {})))
    return found


def _partner(row: dict[str, Any], answer: dict[str, Any]) -> PartnerRead:
    return PartnerRead(
        id=row["id"],
        institution=row["invited"],
        name=row["invited__name"],
        kind=row["invited__kind"],
        decides=row["decides"],
        speaks=row["speaks"],
        funds=row["funds"],
        contributes=row["contributes"],
        invited_at=row["recorded_at"],
        accepted=answer.get("accepted"),
        answered_at=answer.get("recorded_at"),
        answered_by=answer.get("by__name") or "",
        why=answer.get("why", ""),
        is_over=row["closed_by"] is not None,
    )


_EVIDENCE = (
    "programme", "id", "step", "key", "kind", "title", "note", "link", "file", "suffices", "recorded_at", "by", "by__name", "voided_by",
)  # fmt: skip
_GATE = ("programme", "id", "phase", "why", "was_met", "recorded_at", "by__name")
_ASSIGNED = ("step", "role", "membership", "membership__person", "membership__person__name", "due_on")
_PARTNER = (
    "programme", "id", "invited", "invited__name", "invited__kind", "decides", "speaks", "funds", "contributes", "recorded_at", "closed_by",
)  # fmt: skip
