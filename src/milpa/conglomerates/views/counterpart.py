"""Who speaks for the enterprises: appointed under a mandate, and ended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates import letter, mandates
from milpa.conglomerates.actions import appointing
from milpa.conglomerates.letter_forms import EndForm, MandateForm
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.models import Programme
from milpa.programmes.views.fetching import around, fetch


def _shown(request: Any, whole: Programme, status: int = 200, **forms: Any) -> HttpResponse:
    counterpart = letter.counterpart_of(whole.id)
    may_appoint = allows(request.person, "conglomerates.appoint") and whole.institution_id == request.person.institution_id
    values = {
        "counterpart": counterpart,
        "document": mandates.document_of(counterpart),
        "lacks": mandates.lacks(counterpart),
        "earlier": mandates.earlier(whole, counterpart),
        "may_appoint": may_appoint,
        "form": _form(whole, counterpart) if may_appoint else None,
        "end_form": EndForm(),
    }
    return render(request, "conglomerates/counterpart.html", around(whole, **(values | forms)), status=status)


def _form(whole: Programme, before: Any, *sent: Any) -> MandateForm:
    bodies = mandates.bodies(whole)
    return MandateForm(*sent, bodies=bodies, people=mandates.people_of(bodies), before=before)


@may("conglomerates.see")
@require_safe
def counterpart(request: Any, programme: UUID) -> HttpResponse:
    return _shown(request, fetch(request, programme, "conglomerates.see"))


@may("conglomerates.appoint")
@require_POST
def appoint(request: Any, programme: UUID) -> HttpResponse:
    whole = fetch(request, programme, "conglomerates.appoint")
    form = _form(whole, None, request.POST, request.FILES)
    if form.carried_out(request.person, lambda: _appointed(request, whole, form)):
        messages.success(request, _("The counterpart is on record."))
        return redirect("conglomerates:counterpart", programme)
    return _shown(request, whole, form.status, form=form)


def _appointed(request: Any, whole: Programme, form: MandateForm) -> Any:
    said = form.cleaned_data
    return appointing.appoint_counterpart(request.person, form.id, whole.id, said["body"], form.mandate(), said["document"])


@may("conglomerates.appoint")
@require_POST
def end(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """The mandate is over before its term."""
    whole, form = fetch(request, programme, "conglomerates.appoint"), EndForm(request.POST)
    if form.carried_out(request.person, lambda: appointing.end_counterpart(request.person, form.id, id, form.cleaned_data["why"])):
        return redirect("conglomerates:counterpart", programme)
    return _shown(request, whole, form.status, end_form=form)
