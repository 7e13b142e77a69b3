"""A guide's canonical content; an edition is these bytes, frozen."""

from typing import Any

VERSION = 1


def content(guide: Any) -> dict[str, Any]:
    return {
        "title": guide.title,
        "subtitle": guide.subtitle,
        "principle": guide.principle,
        "instruments": guide.instruments,
        "instrument_titles": guide.instrument_titles,
        "roles": guide.roles,
        "phases": [_phase(phase) for phase in guide.phases.prefetch_related("steps")],
    }


def _phase(phase: Any) -> dict[str, Any]:
    return {
        "id": phase.slug,
        "title": phase.title,
        "question": phase.question,
        "gate": {"sentence": phase.gate_sentence, "needs": phase.gate_needs, "informs": phase.gate_informs},
        "steps": [_step(step) for step in phase.steps.all()],
    }


def _step(step: Any) -> dict[str, Any]:
    return {
        "id": step.slug,
        "source": step.source,
        "title": step.title,
        "purpose": step.purpose,
        "who": step.who,
        "activities": step.activities,
        "instruments": step.instruments,
        "evidence": step.evidence,
    }
