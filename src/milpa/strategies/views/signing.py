"""Signing, not signing with a reason, withdrawing: each a verb."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.strategies.actions import signing
from milpa.strategies.forms import DeclineForm, ReasonForm, SignForm
from milpa.strategies.reads import sides
from milpa.strategies.views import reading
from milpa.strategies.views.opening import opened


@may("strategies.sign")
@require_POST
def sign(request: Any, programme: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.sign"), SignForm(request.POST)
    capacity = form.data.get("capacity", "").strip()
    if form.carried_out(request.person, lambda: signing.sign_strategy(request.person, strategy.id, form.was, form.id, capacity)):
        messages.success(request, _("Signed: revision {number}.").format(number=form.made.number))
        return redirect("strategies:strategy", programme)
    return reading.page(request, strategy, status=form.status, sign_form=form)


@may("strategies.sign")
@require_POST
def decline(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.sign")
    form = DeclineForm([(str(side.id), side.name) for side in sides(strategy)], request.POST)

    def declined() -> Any:
        said = form.cleaned_data
        return signing.decline_strategy(request.person, strategy.id, form.was, form.id, said["why"], said["side"])

    if form.carried_out(request.person, declined):
        messages.success(request, _("The reason is on record."))
        return redirect("strategies:strategy", programme)
    return reading.page(request, strategy, status=form.status, decline_form=form)


@may("strategies.sign")
@require_POST
def withdraw(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    strategy, form = opened(request, programme, "strategies.sign"), ReasonForm(request.POST)

    def withdrawn() -> None:
        signing.withdraw_signature(request.person, strategy.id, id, form.id, form.cleaned_data["why"])

    if form.carried_out(request.person, withdrawn):
        messages.success(request, _("Your signature is withdrawn. It stays written that you had signed, and why you took it back."))
        return redirect("strategies:strategy", programme)
    return reading.page(request, strategy, status=form.status, withdraw_form=form)
