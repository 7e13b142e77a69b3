"""The letter is signed by each side, or it is on record why not."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.conglomerates import letter
from milpa.conglomerates.actions import agreeing
from milpa.conglomerates.letter_forms import NotSigningForm, SignForm
from milpa.conglomerates.views.agreement import fetch_letter, show
from milpa.people.doors import may


@may("conglomerates.sign_letter")
@require_POST
def sign(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch_letter(request, programme, "conglomerates.sign_letter"), SignForm(request.POST)
    if form.carried_out(
        request.person, lambda: agreeing.sign_agreement(request.person, found.id, form.was, form.id, form.cleaned_data["capacity"])
    ):
        messages.success(request, _("Signed. The signature covers the letter as you read it."))
        return redirect("conglomerates:agreement", programme)
    return show(request, found, form.status, sign_form=form)


@may("conglomerates.sign_letter")
@require_POST
def decline(request: Any, programme: UUID) -> HttpResponse:
    found = fetch_letter(request, programme, "conglomerates.sign_letter")
    form = NotSigningForm(request.POST, revision=found.revision, sides=letter.sides(found))
    if form.carried_out(request.person, lambda: _declined(request, found, form)):
        return redirect("conglomerates:agreement", programme)
    return show(request, found, form.status, decline_form=form)


def _declined(request: Any, found: Any, form: NotSigningForm) -> Any:
    said = form.cleaned_data
    return agreeing.decline_agreement(request.person, found.id, form.was, form.id, said["why"], said["side"])
