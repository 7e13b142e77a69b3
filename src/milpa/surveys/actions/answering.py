"""Answers come in: with the name of the enterprise, or apart from it. Once each, however often the phone sends."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.ledger import clock
from milpa.ledger.canonical import canonical
from milpa.ledger.models.stored import kind_of
from milpa.ledger.models.voiding import Voided
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch
from milpa.surveys import nightly
from milpa.surveys.audience import enterprises_of, is_asked
from milpa.surveys.models import BASELINE, FOLLOWUP, WEB, AnonymousAnswer, Answer, AnsweredMark, Survey, TicketIssued
from milpa.surveys.refusals import (
    AlreadyAnswered,
    AnswersAreAnonymous,
    AnswersAreNamed,
    AnswersDoNotFit,
    EnterpriseNotInRegister,
    IdTellsTheTime,
    NotAsked,
    NotOpenYet,
    SurveyIsClosed,
)
from milpa.surveys.rules.checking import check
from milpa.surveys.tickets import ticket_of
from milpa.surveys.touched import KEYS

OF_AN_ENTERPRISE = (BASELINE, FOLLOWUP)

Answers = Mapping[str, str | Sequence[str]]


def answer(
    by: Person,
    survey_id: UUID,
    id: UUID,
    answers: Answers,
    *,
    enterprise_id: UUID | None = None,
    person_id: UUID | None = None,
    way: str = WEB,
    corrects: UUID | None = None,
) -> Answer:
    """A named answer: the person's own, or one that staff type for an enterprise or a person (on paper, by call), marked with who typed.

    `corrects`: the earlier answer that this one replaces. Raises Survey.DoesNotExist, NotAsked, EnterpriseNotInRegister,
    AnswersAreAnonymous, SurveyIsClosed, NotOpenYet, AnswersDoNotFit, AlreadyAnswered, Conflict.
    """
    survey = Survey.objects.select_related("programme__institution").get(id=survey_id)
    if _is_own(by, survey, enterprise_id, person_id):
        enterprise = _own_enterprise(by, survey, enterprise_id)
        return _append_named(survey, id, answers, by, enterprise, way, None, corrects)
    typed = Survey.objects.open_to(by, "surveys.type_in").filter(id=survey_id)
    if not typed.exists():
        raise NotAsked
    person = Person.objects.get(id=person_id) if person_id else None
    if person is not None and not is_asked(person, survey):
        raise NotAsked
    enterprise = _registered(survey, enterprise_id) or (_own_enterprise(person, survey, None) if person else None)
    if enterprise is None and person is None:
        raise EnterpriseNotInRegister
    return _append_named(survey, id, answers, person, enterprise, way, by, corrects)


def answer_anonymously(by: Person | TicketIssued, survey_id: UUID, id: UUID, answers: Answers) -> AnonymousAnswer:
    """An answer without author, and in the same transaction the mark that this person or ticket has answered. It is never changed.

    `id` is random (UUIDv4). Raises Survey.DoesNotExist, IdTellsTheTime, AnswersAreNamed, NotAsked, SurveyIsClosed, NotOpenYet,
    AnswersDoNotFit, AlreadyAnswered, Conflict.
    """
    if id.version != 4:
        raise IdTellsTheTime
    with transaction.atomic():
        survey = _locked(survey_id)
        if not survey.is_anonymous:
            raise AnswersAreNamed
        mark = _mark(by, survey)
        checked = check(survey.questionnaire, answers, _today(survey))
        fact = AnonymousAnswer(id=id, institution_id=survey.institution_id, survey=survey, answers=canonical(checked.values).decode())
        known, new = ledger.recognise([fact])
        if new:
            _refuse_unless_open(survey)
            if not checked.fits:
                raise AnswersDoNotFit(checked)
            if _has_answered(mark):
                raise AlreadyAnswered
            known += ledger.append([fact, mark])[:1]
            nightly.plan(survey)
    stored: AnonymousAnswer = known[0]
    return stored


def answer_by_ticket(token: str, id: UUID, answers: Answers) -> Answer | AnonymousAnswer:
    """What the holder of a ticket sends. Raises TicketIsOver, and what the two verbs above raise."""
    ticket = ticket_of(token)
    if ticket.survey.is_anonymous:
        return answer_anonymously(ticket, ticket.survey_id, id, answers)
    return _append_named(ticket.survey, id, answers, ticket.person, ticket.enterprise, WEB, None, None)


def _is_own(by: Person, survey: Survey, enterprise_id: UUID | None, person_id: UUID | None) -> bool:
    if person_id is not None:
        return person_id == by.pk
    return enterprise_id is None or any(own.id == enterprise_id for own in enterprises_of(by, survey))


def _own_enterprise(person: Person, survey: Survey, chosen: UUID | None) -> Enterprise | None:
    if not is_asked(person, survey):
        raise NotAsked
    own = enterprises_of(person, survey)
    if chosen is None:
        return own[0] if own else None
    found = next((enterprise for enterprise in own if enterprise.id == chosen), None)
    if found is None:
        raise EnterpriseNotInRegister
    return found


def _registered(survey: Survey, enterprise_id: UUID | None) -> Enterprise | None:
    if enterprise_id is None:
        return None
    found = Enterprise.objects.filter(id=enterprise_id, programme=survey.programme_id).first()
    if found is None:
        raise EnterpriseNotInRegister
    return found


def _append_named(
    survey: Survey, id: UUID, answers: Answers, person: Person | None, enterprise: Enterprise | None, way: str,
    typed_by: Person | None, corrects: UUID | None,
) -> Answer:  # fmt: skip
    if survey.is_anonymous:
        raise AnswersAreAnonymous
    with transaction.atomic():
        locked = _locked(survey.id)
        checked = check(locked.questionnaire, answers, _today(survey))
        fact = Answer(
            id=id, by=person, institution_id=survey.institution_id, survey=survey, enterprise=enterprise, way=way, typed_by=typed_by,
            answers=canonical(checked.values).decode(),
        )  # fmt: skip
        known, new = ledger.recognise([fact])
        if new:
            _refuse_unless_open(locked)
            if not checked.fits:
                raise AnswersDoNotFit(checked)
            known += ledger.append([fact, *_replaced(fact, corrects, typed_by or person)])[:1]
            touch(survey.programme_id, *KEYS.get(survey.kind, ()))
    stored: Answer = known[0]
    return stored


def _replaced(fact: Answer, corrects: UUID | None, who: Person | None) -> list[Voided]:
    """What withdraws the answer that this one corrects. Raises AlreadyAnswered where the same one answered before and nothing is corrected.

    Several people of an enterprise may answer without being named, but not with the same words; figures of an enterprise are asked once.
    """
    same = Answer.objects.standing().filter(survey=fact.survey, by=fact.by, enterprise=fact.enterprise)
    before = dict(same.values_list("id", "answers"))
    if corrects in before:
        kind = kind_of(Answer)
        return [Voided(id=ledger.uuid7(), by=who, institution_id=fact.institution_id, kind=kind, target=corrects, why=str(fact.id))]
    is_one = fact.by_id is not None or fact.survey.kind in OF_AN_ENTERPRISE
    if before and (is_one or fact.answers in before.values()):
        raise AlreadyAnswered
    return []


def _locked(survey_id: UUID) -> Survey:
    return Survey.objects.select_for_update(of=("self",)).select_related("institution").get(id=survey_id)


def _today(survey: Survey) -> date:
    return clock.today(Programme.objects.values_list("institution__zone", flat=True).get(id=survey.programme_id))


def _refuse_unless_open(survey: Survey) -> None:
    if survey.is_closed:
        raise SurveyIsClosed
    if not survey.is_open(_today(survey)):
        raise NotOpenYet


def _mark(by: Person | TicketIssued, survey: Survey) -> AnsweredMark:
    """The same person through a ticket and signed in is one."""
    ticket = by if isinstance(by, TicketIssued) else None
    person = ticket.person if ticket else by
    if ticket is None and not is_asked(person, survey):
        raise NotAsked
    return AnsweredMark(
        id=uuid4(), institution_id=survey.institution_id, person=person, ticket=ticket.token_hash if ticket else "", about=survey.id
    )


def _has_answered(mark: AnsweredMark) -> bool:
    marks = AnsweredMark.objects.filter(about=mark.about)
    same = marks.filter(person=mark.person) if mark.person_id else marks.filter(ticket=mark.ticket)
    return bool(same.exists())
