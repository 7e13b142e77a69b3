"""What came in, for whoever reads it. Anonymous answers are read only once they are sealed, and never fewer than five."""

from collections.abc import Iterable
from uuid import UUID

from milpa.measures.suppression import K
from milpa.surveys.models import AnonymousAnswer, Answer, AnsweredMark, Survey


def enterprises_that_answered(programmes: Iterable[UUID], kind: str) -> dict[UUID, set[UUID]]:
    """By programme, in all its surveys of the kind that are closed. One query."""
    found: dict[UUID, set[UUID]] = {id: set() for id in programmes}
    closed = {"survey__programme__in": list(found), "survey__kind": kind, "survey__closed_by__isnull": False}
    answers = Answer.objects.standing().filter(enterprise__isnull=False, **closed)
    for programme, enterprise in answers.values_list("survey__programme", "enterprise").distinct():
        found[programme].add(enterprise)
    return found


def values_of(survey: Survey) -> list[dict[str, str]]:
    """The answers that may be read, without anything of who gave them. One query, none while nothing may be read."""
    if not survey.has_results:
        return []
    if not survey.is_anonymous:
        return [answer.values for answer in Answer.objects.readable().filter(survey=survey)]
    sealed = AnonymousAnswer.objects.filter(survey=survey, arrived__isnull=False)
    answers = [answer.values for answer in sealed]
    return answers if len(answers) >= K else []


def came_in(survey: Survey) -> int:
    """How many answered, by marks where it is anonymous."""
    if survey.is_anonymous:
        return int(AnsweredMark.objects.filter(about=survey.id).count())
    return int(Answer.objects.standing().filter(survey=survey).count())
