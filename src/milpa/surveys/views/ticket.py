"""Whoever holds a ticket answers once, without an account."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import guest
from milpa.programmes.banner import banner_of
from milpa.surveys.actions.answering import answer_by_ticket
from milpa.surveys.forms import AnswerForm
from milpa.surveys.models import Answer, AnsweredMark, TicketIssued
from milpa.surveys.refusals import AlreadyAnswered, AnswersDoNotFit
from milpa.surveys.tickets import ticket_of
from milpa.surveys.views.answering import show
from milpa.surveys.views.sent import typed_answers


def is_used(ticket: TicketIssued) -> bool:
    if ticket.survey.is_anonymous:
        same = {"person": ticket.person_id} if ticket.person_id else {"ticket": ticket.token_hash}
        return bool(AnsweredMark.objects.filter(about=ticket.survey_id, **same).exists())
    answers = Answer.objects.standing().filter(survey=ticket.survey_id, by=ticket.person_id, enterprise=ticket.enterprise_id)
    return bool(answers.exists())


def _whom(ticket: TicketIssued) -> str:
    """For whom the answer will count; nobody's name stands on an anonymous one."""
    return "" if ticket.survey.is_anonymous else " · ".join(one.name for one in (ticket.person, ticket.enterprise) if one)


@guest
@require_safe
def answer(request: Any, token: str) -> HttpResponse:
    ticket = ticket_of(token)
    if is_used(ticket):
        return redirect("surveys:thanks_by_ticket", token)
    form = AnswerForm([], initial={"form_id": uuid4() if ticket.survey.is_anonymous else uuid7()})
    return show(request, ticket.survey, form, reverse("surveys:send_by_ticket", args=[token]), for_whom=_whom(ticket))


@guest
@require_POST
def send(request: Any, token: str) -> HttpResponse:
    ticket = ticket_of(token)
    one, form, page = ticket.survey, AnswerForm([], request.POST), reverse("surveys:send_by_ticket", args=[token])
    typed = typed_answers(request, one.questionnaire)
    if not form.is_valid():
        return show(request, one, form, page, 422, typed=typed, for_whom=_whom(ticket))
    try:
        answer_by_ticket(token, form.cleaned_data["form_id"], typed)
    except AnswersDoNotFit as refusal:
        return show(request, one, form, page, refusal.status, typed=typed, checked=refusal.checked, for_whom=_whom(ticket))
    except AlreadyAnswered:
        return redirect("surveys:thanks_by_ticket", token)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, one, form, page, refusal.status, typed=typed, for_whom=_whom(ticket))
    return redirect("surveys:thanks_by_ticket", token)


@guest
@require_safe
def thanks(request: Any, token: str) -> HttpResponse:
    one = ticket_of(token).survey
    return render(request, "surveys/thanks.html", {"survey": one, "banner": banner_of(one.programme), "back": "", "again": ""})
