"""Who owns an enterprise or works in it: said, and ended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.conglomerates.actions import people
from milpa.conglomerates.enterprise_page import people_to_name
from milpa.conglomerates.register_forms import PersonForm
from milpa.conglomerates.views.enterprises import fetch_one, show
from milpa.guide.sent import SentForm
from milpa.people.doors import may


@may("conglomerates.name_people")
@require_POST
def add_person(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    one = fetch_one(request, programme, id, "conglomerates.name_people")
    form = PersonForm(request.POST, people=people_to_name(one, request.person))
    if form.carried_out(request.person, lambda: _said(request, one.id, form)):
        return redirect("conglomerates:enterprise", programme, one.id)
    return show(request, one, form.status, person_form=form)


def _said(request: Any, enterprise: UUID, form: PersonForm) -> Any:
    said = form.cleaned_data
    if said["person"]:
        return people.say_post(request.person, form.id, enterprise, said["person"], said["role"])
    return people.register_person(request.person, form.id, enterprise, said["name"], said["role"], said["phone"])


@may("conglomerates.name_people")
@require_POST
def end_post(request: Any, programme: UUID, id: UUID, post: UUID) -> HttpResponse:
    one, form = fetch_one(request, programme, id, "conglomerates.name_people"), SentForm(request.POST)
    if form.carried_out(request.person, lambda: people.end_post(request.person, form.id, post)):
        messages.success(request, _("It is on record that the person left."))
    return redirect("conglomerates:enterprise", programme, one.id)
