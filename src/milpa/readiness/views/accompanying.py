"""For whoever accompanies: who needs company, what one person can do, the task at the door, a choice typed for somebody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.ids import uuid7
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.models import Programme
from milpa.readiness import company, learners, sittings
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.actions.recording import record_seen
from milpa.readiness.forms import ChoiceForm, SeenForm
from milpa.readiness.results import result_of
from milpa.readiness.rules.gaps import DOOR, Form, Outcome
from milpa.readiness.rules.offers import Choice
from milpa.readiness.tasks.catalogue import TASKS
from milpa.readiness.views.doing import next_form, stored


@may("readiness.see_people")
@require_safe
def people(request: Any) -> HttpResponse:
    found = company.rows(request.person)
    programmes = [
        {"title": programme["title"], "url": reverse("readiness:profile", args=[programme["id"]])}
        for programme in Programme.objects.open_to(request.person, "readiness.see_profile")
        .filter(is_historical=False)
        .values("id", "title")
    ]
    return company.listing(request, found).answer("readiness/people.html", summary=company.summary(found), programmes=programmes)


def show_person(request: Any, person_id: UUID, form: SeenForm | None = None, status: int = 200) -> HttpResponse:
    person = get_object_or_404(learners.seen_by(request.person), id=person_id)
    values = {
        "result": result_of(person),
        "tasks": [(task, sittings.title_of(task)) for task in TASKS],
        "door": DOOR,
        "form": form or SeenForm(initial={"id": uuid7(), "task": DOOR, "form": Form.A}),
        "may_accompany": allows(request.person, "readiness.accompany"),
    }
    return render(request, "readiness/person.html", values, status=status)


@may("readiness.see_people")
@require_safe
def person(request: Any, person_id: UUID) -> HttpResponse:
    return show_person(request, person_id)


@may("readiness.accompany")
@require_safe
def beside(request: Any, person_id: UUID, task: str) -> HttpResponse:
    """The practice phone on the facilitator's own device, for the person who stands beside."""
    person = get_object_or_404(learners.accompanied_by(request.person), id=person_id)
    after = reverse("readiness:person", args=[person.pk])
    return sittings.show(request, person, [(task, next_form(person, task))], reverse("readiness:done_beside", args=[person.pk]), after)


@may("readiness.accompany")
@require_POST
def done(request: Any, person_id: UUID) -> HttpResponse:
    return stored(request, get_object_or_404(learners.accompanied_by(request.person), id=person_id))


@may("readiness.accompany")
@require_POST
def seen(request: Any, person_id: UUID) -> HttpResponse:
    person = get_object_or_404(learners.accompanied_by(request.person), id=person_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        return show_person(request, person_id, form, 422)
    told = form.cleaned_data
    try:
        record_seen(request.person, person.pk, told["id"], told["task"], Form(told["form"]), Outcome(told["outcome"]))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show_person(request, person_id, form, refusal.status)
    messages.success(request, _("It is on record, with your name beside it."))
    return redirect("readiness:person", person.pk)


@may("readiness.accompany")
@require_POST
def choose_for(request: Any, person_id: UUID) -> HttpResponse:
    """What the person said, typed by whoever accompanies."""
    person = get_object_or_404(learners.accompanied_by(request.person), id=person_id)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        raise Http404
    sent = form.cleaned_data
    try:
        choose_levelling(request.person, person.pk, sent["id"], Choice(sent["choice"]), sent["tasks"], sent["programme"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The choice is saved, as typed by you for {name}.").format(name=person.name))
    return redirect("readiness:person", person.pk)
