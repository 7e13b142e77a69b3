"""A standing survey has no last day: each night in which five new answers wait, they are sealed by the worker."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django_tasks import task

from milpa.ledger import clock
from milpa.measures.suppression import K
from milpa.surveys.actions.closing import seal_standing
from milpa.surveys.models import AnonymousAnswer, Survey

HOUR = time(2)


def plan(survey: Survey) -> None:
    """In the transaction of an answer: with the fifth that waits, the coming night is planned."""
    if survey.is_standing and AnonymousAnswer.objects.filter(survey=survey, arrived=None).count() == K:
        seal_tonight.using(run_after=coming_night(survey.institution.zone)).enqueue(str(survey.id))


def coming_night(zone: str) -> datetime:
    """Two o'clock, the next time it is."""
    here = clock.now().astimezone(ZoneInfo(zone))
    tonight = datetime.combine(here.date(), HOUR, tzinfo=ZoneInfo(zone))
    return tonight if here < tonight else tonight + timedelta(days=1)


@task()
def seal_tonight(survey_id: str) -> int:
    """Safe to repeat: what is sealed stays as it is."""
    return seal_standing(UUID(survey_id))
