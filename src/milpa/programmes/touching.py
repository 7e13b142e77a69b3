"""Evidence answers are kept until something that may change them happens: actions touch, in their own transaction."""

from uuid import UUID

from django.db.models import F

from milpa.guide.editions import EditionStep
from milpa.programmes.models import StepState


def touch(programme: UUID, *keys: str) -> None:
    """Says that the answers of these evidence keys may have changed. Called by every action (and synced batch) that can change one.

    Frequent facts (cards, votes, statements) do not touch; what closes them does.
    """
    from milpa.programmes.models import Programme

    steps = [step.id for step in Programme.objects.get(id=programme).guide.steps.values() if _answers(step, keys)]
    known = set(StepState.objects.filter(programme=programme, step__in=steps).values_list("step", flat=True))
    StepState.objects.bulk_create(
        [StepState(programme_id=programme, step=step) for step in steps if step not in known], ignore_conflicts=True
    )
    StepState.objects.filter(programme=programme, step__in=steps).update(touched=F("touched") + 1)


def _answers(step: EditionStep, keys: tuple[str, ...]) -> bool:
    return bool(set(step.evidence) & set(keys))
