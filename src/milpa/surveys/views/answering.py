"""A person who signs in answers on their phone."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger import clock
from milpa.ledger.drafting import drop_draft
from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import signed_in
from milpa.programmes.banner import banner_of
from milpa.surveys.actions import answering
from milpa.surveys.actions.asking import decline
from milpa.surveys.asking_page import sheet_of
from milpa.surveys.audience import answered_by, enterprises_of, is_asked
from milpa.surveys.forms import AnswerForm, IdForm
from milpa.surveys.models import Answer, Survey
from milpa.surveys.refusals import AlreadyAnswered, AnswersDoNotFit, NotAsked
from milpa.surveys.views.sent import typed_answers


def found(request: Any, survey: UUID) -> Survey:
    """The survey, if this person is asked: for others it is not there. Raises Http404, NotAsked."""
    one = get_object_or_404(Survey.objects.select_related("programme__institution"), id=survey)
    if not is_asked(request.person, one):
        raise NotAsked
    return one


def show(request: Any, one: Survey, form: AnswerForm, send: str, status: int = 200, **told: Any) -> HttpResponse:
    """The page of the survey, as it was typed if anything was. `told`: typed, checked, for_whom."""
    today = clock.today(one.programme.institution.zone)
    values = {
        "survey": one,
        "form": form,
        "send": send,
        "is_open": one.is_open(today),
        "is_shown": one.is_open(today) or told.get("typed") is not None,
        "enterprises": form.fields["enterprise"].choices,
        "sheet": sheet_of(one.questionnaire, today, told.get("typed"), told.get("checked")),
        "banner": banner_of(one.programme),
        "for_whom": told.get("for_whom", ""),
        "prefer_not": told.get("prefer_not", ""),
    }
    return render(request, "surveys/answer.html", values, status=status)


def _form(request: Any, one: Survey, *data: Any, **told: Any) -> AnswerForm:
    return AnswerForm([] if one.is_anonymous else enterprises_of(request.person, one), *data, **told)


@signed_in
@require_safe
def answer(request: Any, survey: UUID) -> HttpResponse:
    one = found(request, survey)
    if answered_by(request.person, [one]):
        return redirect("surveys:thanks", survey)
    form = _form(request, one, initial={"form_id": uuid4() if one.is_anonymous else uuid7()})
    return show(request, one, form, reverse("surveys:send", args=[survey]), prefer_not=_prefer_not(one))


def _prefer_not(one: Survey) -> str:
    return reverse("surveys:prefer_not", args=[one.id])


@signed_in
@require_safe
def again(request: Any, survey: UUID) -> HttpResponse:
    """One's own answer, to be read and corrected while the survey is open."""
    one = found(request, survey)
    before = Answer.objects.readable().filter(survey=one, by=request.person).in_order().last()
    if before is None:
        return redirect("surveys:answer", survey)
    first = {"form_id": uuid7(), "corrects": before.id, "enterprise": str(before.enterprise_id or "")}
    form = _form(request, one, initial=first)
    return show(request, one, form, reverse("surveys:send", args=[survey]), typed=before.values)


@signed_in
@require_POST
def send(request: Any, survey: UUID) -> HttpResponse:
    one = found(request, survey)
    form, typed = _form(request, one, request.POST), typed_answers(request, one.questionnaire)
    page = reverse("surveys:send", args=[survey])
    if not form.is_valid():
        return show(request, one, form, page, 422, typed=typed)
    try:
        _store(request.person, one, form.cleaned_data, typed)
    except AnswersDoNotFit as refusal:
        return show(request, one, form, page, refusal.status, typed=typed, checked=refusal.checked)
    except AlreadyAnswered:
        return redirect("surveys:thanks", survey)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, one, form, page, refusal.status, typed=typed)
    return redirect("surveys:thanks", survey)


def _store(person: Any, one: Survey, told: Any, typed: Any) -> None:
    if one.is_anonymous:
        answering.answer_anonymously(person, one.id, told["form_id"], typed)
        return
    enterprise = UUID(told["enterprise"]) if told["enterprise"] else None
    answering.answer(person, one.id, told["form_id"], typed, enterprise_id=enterprise, corrects=told["corrects"])
    drop_draft(person, told["form_id"])


@signed_in
@require_POST
def prefer_not(request: Any, survey: UUID) -> HttpResponse:
    one, form = found(request, survey), IdForm(request.POST)
    if form.is_valid():
        decline(request.person, one.id, form.cleaned_data["id"])
        messages.success(request, _("It is on record that you prefer not to answer. Nobody will insist."))
    return redirect("surveys:mine")


@signed_in
@require_safe
def thanks(request: Any, survey: UUID) -> HttpResponse:
    one = found(request, survey)
    values = {"survey": one, "banner": banner_of(one.programme), "back": reverse("surveys:mine"), "again": ""}
    if not one.is_anonymous and one.is_open(clock.today(one.programme.institution.zone)):
        values["again"] = reverse("surveys:again", args=[survey])
    return render(request, "surveys/thanks.html", values)
