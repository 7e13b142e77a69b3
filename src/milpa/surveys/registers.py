"""What `surveys` tells the packages before it: evidence, what waits, dates, acts, what it holds of a person, its lists and places."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates.models import Enterprise
from milpa.ledger import clock
from milpa.people.registries import personal
from milpa.people.roles import LEARNERS
from milpa.people.standing import granted, roles_of
from milpa.programmes import registries
from milpa.programmes.registries import CalendarDate, EvidenceAnswer, Place, Wait
from milpa.programmes.said import said
from milpa.surveys import acting, held, lists
from milpa.surveys.answered import enterprises_that_answered
from milpa.surveys.audience import answered_by, asked_of
from milpa.surveys.models import ACCESS, Survey
from milpa.web import registries as web
from milpa.web.addresses import url

ENOUGH = 30  # enterprises; all of them where the register has fewer
CLOSE = frozenset(role for _relation, role in granted("surveys.close"))


def access_known(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Closed access surveys with answers of thirty enterprises, or of all in the register."""
    ids = list(programmes)
    rows = Enterprise.objects.filter(programme__in=ids, joined_into=None).values_list("programme").annotate(n=Count("id"))
    register: dict[UUID, int] = dict(rows.values_list("programme", "n"))
    answered = enterprises_that_answered(ids, ACCESS)
    return {id: _access(id, len(answered[id]), register.get(id, 0)) for id in ids}


def _access(programme: UUID, done: int, register: int) -> EvidenceAnswer:
    link = reverse("surveys:list", args=[programme])
    all = min(ENOUGH, register)
    if register and done >= all:
        return EvidenceAnswer(True, link=link, done=done, all=all)
    missing = said("{done} of {all} enterprises answered an access survey that is closed", done=done, all=all)
    if not register:
        missing = said("The register has no enterprise yet: they are asked first")
    return EvidenceAnswer(False, missing, link=link, done=done, all=all or ENOUGH)


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Surveys whose last day is over and that nobody closed; and those that wait for this person's own answer."""
    ids = set(programmes)
    today = clock.today()
    over = Survey.objects.not_closed().filter(programme__in=ids, closes__lt=today)
    found = [
        Wait(
            survey.programme_id,
            said("Close “{title}”: its last day is over", title=survey.title),
            reverse("surveys:survey", args=[survey.programme_id, survey.id]),
            said("See it"),
            roles=CLOSE,
            due=survey.closes,
        )
        for survey in over
    ]
    return found + _own(person, ids)


def _own(person: Any, programmes: set[UUID]) -> list[Wait]:
    if person is None or not roles_of(person) & LEARNERS:
        return []
    surveys = [survey for survey in asked_of(person) if survey.programme_id in programmes]
    done = answered_by(person, surveys)
    return [
        Wait(
            survey.programme_id,
            said("Answer “{title}”", title=survey.title),
            reverse("surveys:answer", args=[survey.id]),
            said("Answer"),
            person=person.pk,
            due=survey.closes,
        )
        for survey in surveys
        if survey.id not in done
    ]


def dates(programmes: Iterable[UUID]) -> list[CalendarDate]:
    found = Survey.objects.filter(programme__in=list(programmes)).exclude(opens=None, closes=None)
    return [
        CalendarDate(
            survey.programme_id,
            said("Survey: {title}", title=survey.title),
            survey.opens or survey.closes,
            survey.closes if survey.opens else None,
            reverse("surveys:survey", args=[survey.programme_id, survey.id]),
            "survey",
        )
        for survey in found
    ]


def places(request: HttpRequest) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    asked = person is not None and bool(roles_of(person) & LEARNERS)
    return [(_("Surveys"), url("surveys:mine"))] if asked else []


registries.evidence["surveys.access_known"] = access_known
registries.waits["surveys"] = waits
registries.acts["surveys"] = acting.acts
registries.invited["surveys"] = acting.invited
registries.calendar["surveys"] = dates
registries.places.append(Place(gettext_lazy("Surveys"), "surveys:list", "surveys.see", 30))
personal["surveys"] = held.personal
web.navigation.append(places)
web.listings |= {
    "surveys": lists.surveys,
    "survey-asked": lists.asked,
    "survey-results": lists.results,
    "survey-answers": lists.answers,
    "survey-words": lists.words,
}
