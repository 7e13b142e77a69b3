"""A guide's canonical content, to and from its tables; an edition is these bytes, frozen."""

from typing import Any

from milpa.guide.models import Phase, Step

VERSION = 1


def content(guide: Any) -> dict[str, Any]:
    return {
        "title": guide.title,
        "subtitle": guide.subtitle,
        "principle": guide.principle,
        "instruments": guide.instruments,
        "instrument_titles": guide.instrument_titles,
        "roles": guide.roles,
        "adapted_from": guide.adapted_from_id,
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


def fill(guide: Any, content: dict[str, Any]) -> None:
    """Writes the content into the guide's tables, in place of what stood there. Saves no revision."""
    for name in ("title", "subtitle", "principle", "instruments", "instrument_titles", "roles"):
        setattr(guide, name, content[name])
    guide.save()
    guide.phases.all().delete()
    for place, phase in enumerate(content["phases"], start=1):
        gate = phase["gate"]
        row = Phase.objects.create(
            guide=guide,
            place=place,
            slug=phase["id"],
            title=phase["title"],
            question=phase["question"],
            gate_sentence=gate["sentence"],
            gate_needs=gate["needs"],
            gate_informs=gate["informs"],
        )
        Step.objects.bulk_create(_row(row, number, step) for number, step in enumerate(phase["steps"], start=1))


def _row(phase: Any, place: int, step: dict[str, Any]) -> Step:
    return Step(phase=phase, place=place, slug=step["id"], **{name: step[name] for name in STEP_COLUMNS})


STEP_COLUMNS = ("source", "title", "purpose", "who", "activities", "instruments", "evidence")
