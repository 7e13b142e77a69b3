"""Evidence answers are kept until something that may change them happens: actions touch, in their own transaction."""

from uuid import UUID

from django.db.models import F

from milpa.guide.editions import EditionStep, edition
from milpa.programmes.models import StepState


def touch(programme: UUID, *keys: str) -> None:
    """Says that the answers of these evidence keys may have changed. Called by every action (and synced batch) that can change one.

    Frequent facts (cards, votes, statements) do not touch; what closes them does.
    """
    from milpa.programmes.models import Programme

    guide = edition(Programme.objects.values_list("edition", flat=True).get(id=programme))
    steps = [step.id for step in guide.steps.values() if _answers(step, keys)]
    if _touched(programme, steps) == len(steps):
        return
    known = set(StepState.objects.filter(programme=programme, step__in=steps).values_list("step", flat=True))
    missing = [step for step in steps if step not in known]
    StepState.objects.bulk_create([StepState(programme_id=programme, step=step) for step in missing], ignore_conflicts=True)
    _touched(programme, missing)


def _touched(programme: UUID, steps: list[str]) -> int:
    """How many there were to touch."""
    return StepState.objects.filter(programme=programme, step__in=steps).update(touched=F("touched") + 1)


def _answers(step: EditionStep, keys: tuple[str, ...]) -> bool:
    return bool(set(step.evidence) & set(keys))
