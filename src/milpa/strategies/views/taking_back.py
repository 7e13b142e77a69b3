"""Something that a person said or put down is taken back, with the reason that stays."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.strategies.forms import ReasonForm


def take_back_with_reason(request: Any, of: UUID, act: Callable[[Person, UUID, UUID, str], None]) -> None:
    """`act(person, of, id, why)`, and a message that says what happened."""
    form = ReasonForm(request.POST)
    if form.carried_out(request.person, lambda: act(request.person, of, form.id, form.cleaned_data["why"])):
        messages.success(request, _("You took it back."))
    else:
        messages.error(request, str(form.refusal or _("Write the reason: it stays visible beside the text.")))
