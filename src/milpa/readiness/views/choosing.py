"""The result in words, what is offered, and the person's choice."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.refusals import Refusal
from milpa.people.doors import signed_in
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.forms import ChoiceForm
from milpa.readiness.results import result_of
from milpa.readiness.rules.offers import Choice


@signed_in
@require_safe
def result(request: Any) -> HttpResponse:
    return render(request, "readiness/result.html", {"result": result_of(request.person, asked_programme(request))})


def asked_programme(request: Any) -> str:
    """A course asks for the choice of its programme: the id travels with the form and is judged by the action."""
    given: str = request.GET.get("programme") or request.POST.get("programme") or ""
    return given


@signed_in
@require_POST
def choose(request: Any) -> HttpResponse:
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        raise Http404
    sent = form.cleaned_data
    try:
        choose_levelling(request.person, request.person.pk, sent["id"], Choice(sent["choice"]), sent["tasks"], sent["programme"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your choice is saved. You can change it here at any time."))
    return redirect("readiness:result")
