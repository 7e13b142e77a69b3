"""Involvement of a programme, phase by phase: the acts that every package reports, through the rule."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from milpa.guide.editions import Edition, EditionPhase
from milpa.programmes import registries
from milpa.programmes.journeys import PartnerRead, Standing
from milpa.programmes.registries import Registered
from milpa.programmes.remembering import Mark, remembered
from milpa.programmes.rules import breadth, involvement

APPOINTED, SELECTED = "conglomerates.counterpart_appointed", "conglomerates.selection_signed"


@dataclass(frozen=True, slots=True)
class PhaseInvolvement:
    """What stands on the page of involvement for one phase; `levels.headline` is None where it does not apply."""

    phase: EditionPhase
    levels: involvement.Involvement
    breadth: breadth.Breadth
    answered: breadth.Answered
    together: breadth.DecidedTogether
    acts: int

    @property
    def is_told(self) -> bool:
        """Whether it applies and anything is on record."""
        return self.levels.headline is not None and (self.acts > 0 or self.breadth.invited > 0)


def involvement_of(standing: Standing, now: Mark) -> list[PhaseInvolvement]:
    """One row a phase of the guide, in its order. One query a package, none while nothing is recorded."""
    key = ("involvement", standing.programme, standing.edition.id)
    found: list[PhaseInvolvement] = remembered(now, key, lambda: _computed(standing))
    return found


def _computed(standing: Standing) -> list[PhaseInvolvement]:
    id = standing.programme
    acts = [act for answer in registries.acts.values() for act in answer([id]).get(id, ())]
    invited: dict[str, set[UUID]] = defaultdict(set)
    for answer in registries.invited.values():
        for phase, enterprises in answer([id]).get(id, {}).items():
            invited[phase] |= enterprises
    known = [answer([id]).get(id) for answer in registries.registered.values()]
    register = next((registered for registered in known if registered), Registered({}))
    return [_phase(phase, standing, acts, invited, register) for phase in standing.edition.phases]


def _phase(
    phase: EditionPhase, standing: Standing, acts: list[Any], invited: Mapping[str, set[UUID]], register: Registered
) -> PhaseInvolvement:
    asked = involvement.Phase(
        phase.id, frozenset(invited.get(phase.id, ())), register.board, applies(phase.id, standing.edition, standing.partners)
    )
    own = [act for act in acts if act.phase == phase.id]
    decisions = {act.decision for act in own if act.decision is not None}
    return PhaseInvolvement(
        phase,
        involvement.involvement_of(asked, own),
        breadth.breadth(asked, own, register.enterprises),
        breadth.answered(asked, own),
        breadth.decided_together(asked, own, decisions),
        sum(act.side != involvement.INSTITUTION for act in own),
    )


def applies(phase: str, edition: Edition, partners: tuple[PartnerRead, ...]) -> bool:
    """From the phase in which a counterpart is appointed on; in the one that chooses only if candidate associations weigh in."""
    phases = [known.id for known in edition.phases]
    counterpart_from = phase_with(edition, APPOINTED) or phases[0]
    weigh_in = phase == phase_with(edition, SELECTED) and any(partner.speaks and partner.decides for partner in partners)
    return involvement.applies(phase, phases, counterpart_from, weigh_in)


def phase_with(edition: Edition, key: str) -> str | None:
    """The phase of the step that an evidence key belongs to."""
    return next((step.phase for step in edition.steps.values() if key in step.evidence), None)
