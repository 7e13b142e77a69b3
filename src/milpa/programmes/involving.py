"""Involvement of a programme, phase by phase: the acts that every package reports, through the rule."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from milpa.guide.editions import Edition, EditionPhase
from milpa.programmes import registries
from milpa.programmes.journeys import PartnerRead, Standing
from milpa.programmes.registries import AskedWord, Registered
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
    asked: AskedWord | None = None  # whether their own word was asked for, and where it is said
    word: breadth.OwnWord | None = None  # what they said
    typed: int = 0  # acts that staff typed for somebody
    read_back: int = 0  # of those, how many are read back to their author

    @property
    def is_told(self) -> bool:
        """Whether it applies and anything is on record."""
        return self.levels.headline is not None and (self.acts > 0 or self.breadth.invited > 0 or self.asked is not None)


@dataclass(frozen=True, slots=True)
class Known:
    """What the packages say of one programme, all phases together."""

    acts: list[Any]
    invited: Mapping[str, set[UUID]]
    register: Registered
    words: Mapping[str, AskedWord]


def involvement_of(standing: Standing, now: Mark) -> list[PhaseInvolvement]:
    """One row a phase of the guide, in its order. One query a package, none while nothing is recorded."""
    return involvements([standing], now)[standing.programme]


def involvements(standings: Sequence[Standing], now: Mark) -> dict[UUID, list[PhaseInvolvement]]:
    """Of several programmes: as many queries as for one, and none for none."""
    if not standings:
        return {}
    key = ("involvement", tuple((standing.programme, standing.edition.id) for standing in standings))
    found: dict[UUID, list[PhaseInvolvement]] = remembered(now, key, lambda: _computed(standings))
    return found


def _computed(standings: Sequence[Standing]) -> dict[UUID, list[PhaseInvolvement]]:
    ids = [standing.programme for standing in standings]
    acts = [answer(ids) for answer in registries.acts.values()]
    asked = [answer(ids) for answer in registries.invited.values()]
    registers = [answer(ids) for answer in registries.registered.values()]
    words = [answer(ids) for answer in registries.own_words.values()]
    found = {}
    for standing in standings:
        id = standing.programme
        invited: dict[str, set[UUID]] = defaultdict(set)
        for told in asked:
            for phase, enterprises in told.get(id, {}).items():
                invited[phase] |= enterprises
        known = Known(
            [act for told in acts for act in told.get(id, ())],
            invited,
            next((told[id] for told in registers if told.get(id)), Registered({})),
            {phase: word for told in words for phase, word in told.get(id, {}).items()},
        )
        found[id] = [_phase(phase, standing, known) for phase in standing.edition.phases]
    return found


def _phase(phase: EditionPhase, standing: Standing, known: Known) -> PhaseInvolvement:
    asked = involvement.Phase(
        phase.id, frozenset(known.invited.get(phase.id, ())), known.register.board, applies(phase.id, standing.edition, standing.partners)
    )
    own = [act for act in known.acts if act.phase == phase.id]
    decisions = {act.decision for act in own if act.decision is not None}
    levels = involvement.involvement_of(asked, own)
    words = known.words.get(phase.id)
    return PhaseInvolvement(
        phase,
        levels,
        breadth.breadth(asked, own, known.register.enterprises),
        breadth.answered(asked, own),
        breadth.decided_together(asked, own, decisions),
        sum(act.side != involvement.INSTITUTION for act in own),
        words,
        breadth.own_word(words.words, levels.headline) if words and levels.headline is not None else None,
        sum(act.typed_by_staff for act in own),
        len(breadth.to_read_back(own)),
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
