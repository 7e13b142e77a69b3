"""Who is here: those who joined by phone, and those whom somebody writes down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops import listings
from milpa.workshops.actions.joining import handover_number, join
from milpa.workshops.consoles import people_of
from milpa.workshops.forms import PersonForm
from milpa.workshops.models import Workshop
from milpa.workshops.shown import Here
from milpa.workshops.views.opening import may_in, opened, suggested


def _people(request: Any, workshop: Workshop, form: PersonForm) -> HttpResponse:
    here = people_of(workshop)
    may_run = may_in(request.person, workshop.programme)("workshops.facilitate")
    numbers = [(person.name, handover_number(person)) for person in here if person.way == "phone"] if may_run else []
    values = {
        "workshop": workshop,
        "state": Here.of(here).words,
        "form": form,
        "may_run": may_run,
        "numbers": numbers,
        "register": suggested(workshop.programme_id),
    }
    listing = listings.people(request, workshop.programme_id, workshop.id)
    answer = listing.answer("workshops/people.html", **around(workshop.programme, **values))
    answer.status_code = form.status if form.is_bound else answer.status_code
    return answer


@may("workshops.see_people")
@require_safe
def people(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _people(request, opened(request, programme, id, "workshops.see_people"), PersonForm())


@may("workshops.facilitate")
@require_POST
def add(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), PersonForm(request.POST)
    if form.carried_out(request.person, lambda: _joined(request.person, workshop, form)):
        messages.success(request, _("{name} takes part.").format(name=form.made.name))
        return redirect("workshops:people", programme, id)
    return _people(request, workshop, form)


def _joined(person: Any, workshop: Workshop, form: PersonForm) -> Any:
    said = form.cleaned_data
    more = {"enterprise_text": said["enterprise"], "position": said["position"], "way": said["way"]}
    return join(workshop.id, form.id, said["name"], by=person, **more)
