"""What became of what they said, in numbers: cards, needs, training actions that answer them, lessons that serve those."""

from dataclasses import dataclass
from uuid import UUID

from milpa.courses.models import LessonServes
from milpa.strategies.models import ActionNeed
from milpa.workshops.models import Card, Need


@dataclass(frozen=True, slots=True)
class Became:
    cards: int
    needs: int
    actions: int
    lessons: int


def became_of(programme: UUID) -> Became:
    """Each counted once. Four queries."""
    return Became(
        Card.objects.filter(workshop__programme=programme, voided_by=None).count(),
        Need.objects.filter(needs__programme=programme).count(),
        ActionNeed.objects.filter(action__strategy__programme=programme).values("action").distinct().count(),
        LessonServes.objects.filter(action__strategy__programme=programme).values("lesson").distinct().count(),
    )
