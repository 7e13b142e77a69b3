"""A programme's surveys: all of them, a new one, one of them with its days, and its end."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal, StaleRevision
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme
from milpa.surveys import lists, xlsform
from milpa.surveys.actions.closing import close_survey
from milpa.surveys.actions.opening import change_survey, open_survey
from milpa.surveys.answered import came_in
from milpa.surveys.audience import subject_link, subject_title
from milpa.surveys.forms import BringForm, ChangeForm, IdForm, OpenForm
from milpa.surveys.refusals import FormNotUnderstood
from milpa.web.uploads.accept import kind_fits


@may("surveys.see")
@require_safe
def surveys(request: Any, programme: UUID) -> HttpResponse:
    owner = get_object_or_404(Programme.objects.open_to(request.person, "surveys.see").select_related("institution"), id=programme)
    listing = lists.surveys(request, programme)
    values = {"programme": owner, "banner": banner_of(owner), "may_make": allows(request.person, "surveys.make")}
    return listing.answer("surveys/surveys.html", **values)


def show_new(request: Any, programme: UUID, status: int = 200, faults: Any = (), **typed: Any) -> HttpResponse:
    owner = get_object_or_404(Programme.objects.open_to(request.person, "surveys.make").select_related("institution"), id=programme)
    values = {
        "programme": owner,
        "banner": banner_of(owner),
        "open_form": OpenForm(initial={"form_id": uuid7()}),
        "bring_form": BringForm(initial={"form_id": uuid7()}),
        "faults": faults,
    }
    return render(request, "surveys/new.html", values | typed, status=status)


@may("surveys.make")
@require_safe
def new(request: Any, programme: UUID) -> HttpResponse:
    return show_new(request, programme)


@may("surveys.make")
@require_POST
def open(request: Any, programme: UUID) -> HttpResponse:
    """One of our questionnaires."""
    get_object_or_404(Programme.objects.open_to(request.person, "surveys.make"), id=programme)
    form = OpenForm(request.POST)
    if not form.is_valid():
        return show_new(request, programme, 422, open_form=form)
    told = {name: form.cleaned_data[name] for name in ("title", "opens", "closes")}
    try:
        survey = open_survey(request.person, programme, form.cleaned_data["kind"], id=form.cleaned_data["form_id"], **told)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show_new(request, programme, refusal.status, open_form=form)
    messages.success(request, _("The survey is open. Look it over before you send it."))
    return redirect("surveys:survey", programme, survey.id)


@may("surveys.make")
@require_POST
def bring(request: Any, programme: UUID) -> HttpResponse:
    """A sheet of one's own."""
    get_object_or_404(Programme.objects.open_to(request.person, "surveys.make"), id=programme)
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_new(request, programme, 422, bring_form=form)
    told = {name: form.cleaned_data[name] for name in ("title", "opens", "closes", "is_anonymous")}
    try:
        read = _read(form.cleaned_data["sheet"])
        survey = open_survey(request.person, programme, form.cleaned_data["kind"], id=form.cleaned_data["form_id"], form=read.form, **told)
    except Refusal as refusal:
        faults = refusal.faults if isinstance(refusal, FormNotUnderstood) else [str(refusal)]
        return show_new(request, programme, refusal.status, bring_form=form, faults=faults)
    for note in read.notes:
        messages.info(request, note)
    messages.success(request, _("The survey was read. Look it over before you send it."))
    return redirect("surveys:survey", programme, survey.id)


def _read(upload: Any) -> xlsform.Read:
    kind_fits(upload, {"sheet"})
    upload.seek(0)
    return xlsform.read(upload.read())


def show_survey(request: Any, survey: Any, status: int = 200, **typed: Any) -> HttpResponse:
    days = {"revision": survey.revision, "title": survey.title, "opens": survey.opens, "closes": survey.closes}
    values = {
        "survey": survey,
        "programme": survey.programme,
        "banner": banner_of(survey.programme),
        "answered": came_in(survey),
        "about": subject_title(survey),
        "about_link": subject_link(survey),
        "state": lists.state_words(survey),
        "asks": len(survey.questionnaire.asked()),
        "address": settings.ORIGIN + reverse("surveys:answer", args=[survey.id]),
        "change_form": ChangeForm(initial=days),
        "may": {verb: allows(request.person, f"surveys.{verb}") for verb in ("make", "ask", "close", "see_answers")},
    }
    return render(request, "surveys/survey.html", values | typed, status=status)


@may("surveys.see")
@require_safe
def survey(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    return show_survey(request, lists.found(request, programme, survey))


@may("surveys.make")
@require_POST
def change(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey, "surveys.make")
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return show_survey(request, one, 422, change_form=form)
    told = dict(form.cleaned_data)
    try:
        change_survey(request.person, one.id, told.pop("revision"), **told)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        form.data = form.data.copy()
        form.data["revision"] = refusal.newest.number if isinstance(refusal, StaleRevision) else form.data["revision"]
        return show_survey(request, one, refusal.status, change_form=form)
    messages.success(request, _("Saved."))
    return redirect("surveys:survey", programme, survey)


@may("surveys.close")
@require_POST
def close(request: Any, programme: UUID, survey: UUID) -> HttpResponse:
    one = lists.found(request, programme, survey, "surveys.close")
    form = IdForm(request.POST)
    if not form.is_valid():
        return show_survey(request, one, 422)
    close_survey(request.person, one.id, form.cleaned_data["id"])
    messages.success(request, _("The survey is closed. Its results can be read now."))
    return redirect("surveys:results", programme, survey)
