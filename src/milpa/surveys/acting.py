"""What enterprises did about surveys, as the rule of involvement counts it: answering is being consulted."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from milpa.conglomerates.models import Post
from milpa.guide.editions import Edition
from milpa.programmes.models import Programme
from milpa.programmes.rules.involvement import CONSULTED, ENTERPRISES, INFORMED, Act
from milpa.surveys.models import (
    ACCESS,
    BASELINE,
    FOLLOWUP,
    SATISFACTION,
    Answer,
    AnsweredMark,
    Survey,
    SurveyAsked,
    SurveyDeclined,
    TicketIssued,
)

# kind -> the evidence key of the step in which it is asked
STEP_OF = {
    ACCESS: "surveys.access_known",
    BASELINE: "courses.baseline_available",
    SATISFACTION: "results.satisfaction_available",
    FOLLOWUP: "results.followup_available",
}


def phases(programmes: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """programme -> kind of survey -> the phase in which its guide asks it. One query."""
    return {one.id: _phases(one.guide) for one in Programme.objects.filter(id__in=list(programmes))}


def _phases(guide: Edition) -> dict[str, str]:
    found: dict[str, str] = {}
    for phase in guide.phases:
        for step in phase.steps:
            found |= {kind: phase.id for kind, key in STEP_OF.items() if key in step.evidence}
    return found


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """Answers, marks of anonymous ones, and refusals on record. What staff typed for somebody is that enterprise's act."""
    where = phases(programmes)
    found: dict[UUID, list[Act]] = {id: [] for id in where}
    about = {"survey__programme__in": list(where), "enterprise__isnull": False, "voided_by": None}
    fields = ("survey__programme", "survey__kind", "enterprise", "id", "typed_by")
    for programme, kind, enterprise, id, typed_by in Answer.objects.filter(**about).values_list(*fields):
        _add(found, where, programme, kind, enterprise, CONSULTED, id, typed_by is not None)
    for programme, kind, enterprise, id in SurveyDeclined.objects.filter(**about).values_list(*fields[:4]):
        _add(found, where, programme, kind, enterprise, INFORMED, id, False)
    for programme, kind, enterprise, id in _marks(list(where)):
        _add(found, where, programme, kind, enterprise, CONSULTED, id, False)
    return found


def _add(
    found: dict[UUID, list[Act]], where: Mapping[UUID, Mapping[str, str]], programme: UUID, kind: str, enterprise: UUID, level: int,
    id: UUID, typed: bool,
) -> None:  # fmt: skip
    phase = where[programme].get(kind)
    if phase is not None:
        found[programme].append(Act(phase, ENTERPRISES, level, enterprise, id=id, typed_by_staff=typed))


def _marks(programmes: list[UUID]) -> Iterable[tuple[UUID, str, UUID, Any]]:
    """Marks count for the enterprise to which the person belongs, or to which the ticket was given: that it answered, never what."""
    surveys = {
        id: (programme, kind)
        for id, programme, kind in Survey.objects.filter(programme__in=programmes, is_anonymous=True).values_list("id", "programme", "kind")
    }
    if not surveys:
        return
    marks = list(AnsweredMark.objects.filter(about__in=list(surveys)).values_list("id", "about", "person", "ticket"))
    posts = Post.objects.standing().filter(enterprise__programme__in=programmes, person__in=[row[2] for row in marks if row[2]])
    belongs = {(programme, person): one for programme, person, one in posts.values_list("enterprise__programme", "person", "enterprise")}
    given = TicketIssued.objects.filter(survey__in=list(surveys), enterprise__isnull=False)
    by_ticket = dict(given.values_list("token_hash", "enterprise"))
    for id, about, person, ticket in marks:
        programme, kind = surveys[about]
        enterprise = belongs.get((programme, person)) or by_ticket.get(ticket)
        if enterprise is not None:
            yield programme, kind, enterprise, id


def invited(programmes: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """Enterprises that were asked, by phase."""
    where = phases(programmes)
    found: dict[UUID, dict[str, set[UUID]]] = {id: {} for id in where}
    asked = SurveyAsked.objects.filter(survey__programme__in=list(where), enterprise__isnull=False, voided_by=None)
    for programme, kind, enterprise in asked.values_list("survey__programme", "survey__kind", "enterprise").distinct():
        if phase := where[programme].get(kind):
            found[programme].setdefault(phase, set()).add(enterprise)
    return found
