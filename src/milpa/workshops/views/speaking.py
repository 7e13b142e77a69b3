"""The sharing round, as whoever facilitates passes the word on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.workshops.actions.speaking import end_turn, give_word
from milpa.workshops.room_forms import TurnForm
from milpa.workshops.views.opening import done, opened


@may("workshops.facilitate")
@require_POST
def turn(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Somebody spoke, passed, or is given the word: the button says which."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), TurnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose who speaks."))
    elif form.cleaned_data["what"] == "called":
        done(request, lambda: give_word(request.person, workshop.id, form.id, form.whom))
    else:
        passed = form.cleaned_data["what"] == "passed"
        done(request, lambda: end_turn(request.person, workshop.id, form.id, form.whom, passed=passed))
    return redirect(f"{reverse('workshops:console', args=[programme, id])}#speaks")  # who presses often is not sent to the top
