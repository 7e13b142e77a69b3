"""Whom one asks, who prefers not to answer, and the links for those without an account."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.surveys.audience import audience_of, is_asked
from milpa.surveys.models import Survey, SurveyAsked, SurveyDeclined, TicketIssued
from milpa.surveys.refusals import EnterpriseNotInRegister, NotAsked, SurveyIsClosed
from milpa.surveys.tickets import token_hash, token_of
from milpa.surveys.touched import KEYS


def ask(
    by: Person,
    survey_id: UUID,
    id: UUID,
    *,
    enterprise_id: UUID | None = None,
    person_id: UUID | None = None,
    way: str = "call",
    note: str = "",
) -> SurveyAsked:
    """An enterprise or a person was asked; asked twice it may be let be. Raises Survey.DoesNotExist, SurveyIsClosed, NotAsked."""
    with transaction.atomic():
        survey = _opened(by, survey_id)
        about = _about(survey, enterprise_id, person_id)
        return _append(survey, SurveyAsked(**_around(by, survey, id), **about, way=way, note=note))


def decline(
    by: Person, survey_id: UUID, id: UUID, *, enterprise_id: UUID | None = None, person_id: UUID | None = None, why: str = ""
) -> SurveyDeclined:
    """They prefer not to answer: said by the person, or put on record by staff. Raises Survey.DoesNotExist, SurveyIsClosed, NotAsked."""
    with transaction.atomic():
        own = Survey.objects.select_for_update(of=("self",)).get(id=survey_id)
        if enterprise_id is None and person_id in (None, by.pk) and is_asked(by, own):
            about = {"person_id": by.pk, "enterprise_id": audience_of(own).get(by.pk)}
            return _append(own, SurveyDeclined(**_around(by, own, id), **about, why=why))
        survey = _opened(by, survey_id)
        about = _about(survey, enterprise_id, person_id)
        return _append(survey, SurveyDeclined(**_around(by, survey, id), **about, why=why))


def issue_ticket(
    by: Person, survey_id: UUID, id: UUID, *, enterprise_id: UUID | None = None, person_id: UUID | None = None
) -> tuple[TicketIssued, str]:
    """A link for one answer, and its token. Whoever gets one was asked by it. Raises Survey.DoesNotExist, SurveyIsClosed, NotAsked."""
    token = token_of(id)
    with transaction.atomic():
        survey = _opened(by, survey_id)
        about = _about(survey, enterprise_id, person_id)
        ticket = TicketIssued(**_around(by, survey, id), **about, token_hash=token_hash(token))
        known, new = ledger.recognise([ticket])
        if new:
            if survey.is_closed:
                raise SurveyIsClosed
            asked = SurveyAsked(**_around(by, survey, ledger.uuid7()), **about, way="link")
            known += ledger.append([ticket, asked])[:1]
            touch(survey.programme_id, *KEYS.get(survey.kind, ()))
    stored: TicketIssued = known[0]
    return stored, token


def _opened(by: Person, survey_id: UUID) -> Survey:
    return Survey.objects.open_to(by, "surveys.ask").select_for_update(of=("self",)).get(id=survey_id)


def _around(by: Person, survey: Survey, id: UUID) -> dict[str, object]:
    return {"id": id, "by": by, "institution_id": survey.institution_id, "survey": survey}


def _about(survey: Survey, enterprise_id: UUID | None, person_id: UUID | None) -> dict[str, UUID | None]:
    """The enterprise of the register, the person of the audience, or both."""
    if enterprise_id is not None and not Enterprise.objects.filter(id=enterprise_id, programme=survey.programme_id).exists():
        raise EnterpriseNotInRegister
    audience = audience_of(survey) if person_id is not None else {}
    if (person_id is not None and person_id not in audience) or (person_id is None and enterprise_id is None):
        raise NotAsked
    return {"enterprise_id": enterprise_id or (audience.get(person_id) if person_id else None), "person_id": person_id}


def _append(survey: Survey, fact: Any) -> Any:
    known, new = ledger.recognise([fact])
    if new:
        if survey.is_closed:
            raise SurveyIsClosed
        known += ledger.append(new)
        touch(survey.programme_id, *KEYS.get(survey.kind, ()))
    return known[0]
