"""The minutes on a phone: read by whoever was there, and signed by whoever wants."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import guest
from milpa.workshops.actions.signing_minutes import sign_as_participant
from milpa.workshops.guests import Here, here
from milpa.workshops.minutes import Minutes
from milpa.workshops.room_forms import SignForm


def _page(request: Any, at: Here, form: SignForm | None = None) -> HttpResponse:
    found = Minutes(at.workshop)
    form = form or SignForm(initial={"capacity": at.place.get_position_display() if at.place.position else ""})
    values = {
        "minutes": found,
        "has_signed": found.signed.has_signed_as_participant(at.place),
        "may_sign": found.signed.number > 0 and found.is_closed,
        "form": form,
    }
    return render(request, "workshops/phone/minutes.html", at.around(**values), status=form.status)


@guest
@require_safe
def minutes(request: Any, code: str) -> HttpResponse:
    at = here(request, code)
    return _page(request, at) if at.participant is not None else redirect("workshops:join", at.workshop.slug)


@guest
@require_POST
def sign(request: Any, code: str) -> HttpResponse:
    """Their name stands in the minutes from now on."""
    at, form = here(request, code), SignForm(request.POST)
    if at.participant is None:
        return redirect("workshops:join", at.workshop.slug)
    if form.carried_out(at.person, lambda: sign_as_participant(at.person, at.workshop.id, form.was, form.cleaned_data["capacity"])):
        messages.success(request, _("You have signed the minutes. Your name stands in them."))
        return redirect("workshops:phone_minutes", at.workshop.slug)
    return _page(request, at, form)
