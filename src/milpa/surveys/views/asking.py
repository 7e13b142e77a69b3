"""Who was asked and who has answered, one by one: marks, never answers."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates.models import Enterprise
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.people.models import Person
from milpa.people.standing import may as allows
from milpa.programmes.banner import banner_of
from milpa.surveys import lists
from milpa.surveys.actions import asking
from milpa.surveys.audience import audience_of
from milpa.surveys.forms import AskForm, DeclineForm, IdForm
from milpa.surveys.models import Answer, SurveyAsked, SurveyDeclined, TicketIssued
from milpa.surveys.tickets import shown_token
from milpa.web import qr


@may("surveys.ask")
@require_safe
def asked(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey, "surveys.ask")
    values = {"survey": one, "programme": one.programme, "banner": banner_of(one.programme)}
    return lists.asked(request, programme, survey).answer("surveys/asked.html", **values)


def about(survey: Any, kind: str, id: UUID) -> tuple[Any, dict[str, UUID]]:
    """The enterprise or the person, and what the actions call it. Raises Http404."""
    if kind == "enterprise":
        return get_object_or_404(Enterprise, id=id, programme=survey.programme_id), {"enterprise_id": id}
    if kind != "person" or id not in audience_of(survey):
        raise Http404
    return get_object_or_404(Person, id=id), {"person_id": id}


def show(request: Any, one: Any, kind: str, id: UUID, status: int = 200, **typed: Any) -> HttpResponse:
    whom, _names = about(one, kind, id)
    mine = {"survey": one, "voided_by": None, kind: id}
    answers = Answer.objects.standing().filter(survey=one, **{"by" if kind == "person" else kind: id})
    values = {
        "survey": one, "programme": one.programme, "banner": banner_of(one.programme), "whom": whom, "kind": kind,
        "asked": SurveyAsked.objects.filter(**mine).select_related("by").in_order(),
        "declined": SurveyDeclined.objects.filter(**mine).select_related("by").in_order(),
        "answers": [] if one.is_anonymous else answers.select_related("by", "typed_by").in_order(),
        "tickets": TicketIssued.objects.filter(**mine).in_order(),
        "may_type": allows(request.person, "surveys.type_in") and kind == "enterprise" and not one.is_anonymous and not one.is_closed,
        "me": request.person.pk, "ask_form": AskForm(initial={"id": uuid7()}), "decline_form": DeclineForm(initial={"id": uuid7()}),
    }  # fmt: skip
    return render(request, "surveys/who.html", values | typed, status=status)


@may("surveys.ask")
@require_safe
def who(request: Any, programme: UUID, survey: UUID, kind: str, id: UUID) -> HttpResponse:
    return show(request, lists.found(request, programme, survey, "surveys.ask"), kind, id)


@may("surveys.ask")
@require_POST
def ask(request: Any, programme: UUID, survey: UUID, kind: str, id: UUID) -> HttpResponse:
    return _record(request, (programme, survey, kind, id), AskForm(request.POST), asking.ask, "ask_form")


@may("surveys.ask")
@require_POST
def decline(request: Any, programme: UUID, survey: UUID, kind: str, id: UUID) -> HttpResponse:
    return _record(request, (programme, survey, kind, id), DeclineForm(request.POST), asking.decline, "decline_form")


def _record(request: Any, where: Any, form: Any, action: Any, name: str) -> HttpResponse:
    programme, survey, kind, id = where
    one = lists.found(request, programme, survey, "surveys.ask")
    _whom, names = about(one, kind, id)
    if not form.is_valid():
        return show(request, one, kind, id, 422, **{name: form})
    try:
        action(request.person, one.id, **form.cleaned_data, **names)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, one, kind, id, refusal.status, **{name: form})
    messages.success(request, _("It is on record."))
    return redirect("surveys:who", programme, survey, kind, id)


@may("surveys.ask")
@require_POST
def link(request: Any, programme: UUID, survey: UUID, kind: str, id: UUID) -> HttpResponse:
    """A link for one answer, for whom has no account."""
    one = lists.found(request, programme, survey, "surveys.ask")
    _whom, names = about(one, kind, id)
    form = IdForm(request.POST)
    if not form.is_valid():
        return show(request, one, kind, id, 422)
    ticket, _token = asking.issue_ticket(request.person, one.id, form.cleaned_data["id"], **names)
    return redirect("surveys:ticket", programme, survey, ticket.id)


@may("surveys.ask")
@require_safe
def ticket(request: Any, programme: UUID, survey: UUID, ticket: UUID) -> HttpResponse:
    """The link to send or to print, with its QR."""
    one = lists.found(request, programme, survey, "surveys.ask")
    issued = get_object_or_404(TicketIssued.objects.select_related("enterprise", "person"), id=ticket, survey=one)
    token = shown_token(issued)
    address = settings.ORIGIN + reverse("surveys:by_ticket", args=[token]) if token else ""
    values = {"survey": one, "programme": one.programme, "whom": issued.person or issued.enterprise, "address": address}
    kind, id = ("person", issued.person_id) if issued.person_id else ("enterprise", issued.enterprise_id)
    values |= {"kind": kind, "whom_id": id, "svg": qr.svg(address) if address else "", "banner": banner_of(one.programme)}
    return render(request, "surveys/ticket.html", values)
