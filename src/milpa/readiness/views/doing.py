"""The person's own diagnosis: what it is for, the tasks, and what the phone sends."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import signed_in
from milpa.people.models import Person
from milpa.readiness import sittings
from milpa.readiness.actions.recording import record_attempt
from milpa.readiness.levelled import readiness_of
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.refusals import TaskUnreadable
from milpa.readiness.rules.forms import first_form
from milpa.readiness.rules.gaps import DOOR, Form, Outcome, to_repeat


@signed_in
@require_safe
def start(request: Any) -> HttpResponse:
    """What the diagnosis is for, and what is left of it."""
    state = readiness_of(request.person)
    values = {
        "state": state,
        "waiting": [sittings.title_of(task) for task in state.waiting],
        "minutes": sittings.minutes(len(state.waiting)),
        "begun": bool(state.alone or state.gaps or state.not_attempted),
        "door_waits": DOOR in state.waiting,
    }
    return render(request, "readiness/start.html", values)


@signed_in
@require_safe
def diagnosis(request: Any) -> HttpResponse:
    """The tasks that are left, one after another on one page, so that the signal may go."""
    left = readiness_of(request.person).waiting
    if not left:
        return redirect("readiness:result")
    form = first_form(request.person.pk)
    return _own(request, [(task, form) for task in left])


@signed_in
@require_safe
def repeat(request: Any) -> HttpResponse:
    """Only the gaps, each in the other form."""
    tasks = to_repeat(PracticalTaskDone.objects.by_person([request.person])[request.person.pk])
    return _own(request, tasks) if tasks else redirect("readiness:result")


@signed_in
@require_safe
def task(request: Any, task: str) -> HttpResponse:
    """One task by itself, as a unit or a curious person opens it: in the form that was not met last."""
    return _own(request, [(task, next_form(request.person, task))])


def next_form(person: Person, task: str) -> Form:
    """The form that the person did not meet last; the first one if they never tried."""
    tried = [
        attempt.form
        for attempt in PracticalTaskDone.objects.by_person([person])[person.pk]
        if attempt.task == task and attempt.outcome is not Outcome.NOT_ATTEMPTED
    ]
    return tried[-1].other if tried else first_form(person.pk)


def _own(request: Any, tasks: Any) -> HttpResponse:
    return sittings.show(request, request.person, tasks, reverse("readiness:done"), reverse("readiness:result"))


@signed_in
@require_POST
def done(request: Any) -> HttpResponse:
    """A finished task, as JSON: {id, task, form, events, at}. Answers {"stored": id}; it says nothing of how it went."""
    return stored(request, request.person)


def stored(request: Any, person: Person) -> HttpResponse:
    sent = _sent(request)
    fact = record_attempt(request.person, person.pk, **sent)
    return JsonResponse({"stored": str(fact.pk)})


def _sent(request: Any) -> dict[str, Any]:
    """Raises TaskUnreadable."""
    try:
        told = json.loads(request.body)
        at = datetime.fromisoformat(told["at"]) if told.get("at") else None
        return {
            "id": UUID(told["id"]), "task": str(told["task"]), "form": Form(told["form"]), "events": told["events"], "said_at": at,
        }  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise TaskUnreadable from problem
