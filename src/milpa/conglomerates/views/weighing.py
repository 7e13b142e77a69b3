"""One side's own weights; closing a round, asking for another."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.conglomerates.actions import weighing
from milpa.conglomerates.comparing import table
from milpa.conglomerates.forms import WeightsForm, WhyForm
from milpa.conglomerates.views.opening import opened
from milpa.ledger.drafting import drop_draft
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.banner import banner_of


@may("conglomerates.weigh")
def weigh(request: Any, programme: UUID) -> HttpResponse:
    """The form of one's own side only: what the others wrote is on no screen before the round closes."""
    selection = opened(request, programme, "conglomerates.weigh")
    rows = table(selection)
    mine = rows.weightings.get(request.person.institution_id, {})
    before = {f"w-{key}": value for key, value in mine.items()} | {"form_id": ledger.uuid7()}
    form, status = WeightsForm(rows.criteria, request.POST or None, initial=before), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                weighing.weigh(request.person, selection.id, form.cleaned_data["form_id"], form.weights())
            except Refusal as refusal:
                form.add_error(None, str(refusal))
                status = refusal.status
            else:
                drop_draft(request.person, form.cleaned_data["form_id"])
                messages.success(request, _("Your weights are saved. The others see them when all have weighed."))
                return redirect("conglomerates:selection", programme)
    values = {"programme": selection.programme, "banner": banner_of(selection.programme), "form": form, "criteria": rows.criteria}
    return render(request, "conglomerates/weigh.html", values | {"has_weighed": bool(mine)}, status=status)


def _with_reason(request: Any, programme: UUID, act: Any) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.close_round"), WhyForm(request.POST)
    if form.is_valid():
        act(request.person, selection.id, form.cleaned_data["form_id"], form.cleaned_data["why"])
    else:
        messages.error(request, _("Write the reason: it stays visible."))
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.close_round")
@require_POST
def close(request: Any, programme: UUID) -> HttpResponse:
    return _with_reason(request, programme, weighing.close_round)


@may("conglomerates.close_round")
@require_POST
def again(request: Any, programme: UUID) -> HttpResponse:
    return _with_reason(request, programme, weighing.ask_for_round)
