"""What the closed satisfaction questionnaires of course editions counted: the overall question, never an answer beside another."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from milpa.results.rules.satisfaction import SCALE
from milpa.surveys.models import SATISFACTION, AnonymousAnswer, Survey

SUBJECT, OVERALL = "courses.edition", "overall"


@dataclass(frozen=True, slots=True)
class Answered:
    """`counts` is None while the questionnaire is open, or there is none: nobody sees anything before."""

    survey: UUID | None
    counts: Mapping[str, int] | None


def answered(editions: Sequence[UUID]) -> dict[UUID, Answered]:
    """Of several questionnaires about one edition, what those that have closed counted together. Two queries."""
    asked = Survey.objects.filter(kind=SATISFACTION, subject_kind=SUBJECT, subject_id__in=editions, is_anonymous=True)
    surveys = {id: (edition, closed is not None) for id, edition, closed in asked.values_list("id", "subject_id", "closed_by")}
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    read = AnonymousAnswer.objects.filter(survey__in=[id for id, (_edition, is_closed) in surveys.items() if is_closed])
    for survey, kept in read.values_list("survey", "answers"):
        said = json.loads(kept).get(OVERALL) if kept else None
        if said in SCALE:
            counts[surveys[survey][0]][said] += 1
    found: dict[UUID, Answered] = {}
    for id, (edition, is_closed) in surveys.items():
        if is_closed or edition not in found:
            found[edition] = Answered(id, counts[edition] if is_closed else None)
    return found
