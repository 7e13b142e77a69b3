"""The decision and its signatures, each a verb; and the sheet from which anyone can redo the sum."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.conglomerates.actions import deciding
from milpa.conglomerates.comparing import table
from milpa.conglomerates.forms import DecisionForm, DeclineForm, SignForm
from milpa.conglomerates.sheet import CONTENT_TYPE, workbook
from milpa.conglomerates.views.comparing import show
from milpa.conglomerates.views.opening import on_newest, opened
from milpa.ledger.drafting import drop_draft
from milpa.ledger.refusals import StaleRevision
from milpa.people.doors import may


@may("conglomerates.decide")
@require_POST
def decide(request: Any, programme: UUID) -> HttpResponse:
    selection = opened(request, programme, "conglomerates.decide")
    form = DecisionForm(table(selection).candidates, request.POST)
    if not form.is_valid():
        return show(request, selection, status=422, decision_form=form)
    said = form.cleaned_data
    try:
        deciding.decide(request.person, selection.id, said["revision"], said["candidate"], said["reasons"])
    except StaleRevision as stale:
        return show(request, opened(request, programme), status=409, decision_form=on_newest(form, stale))
    drop_draft(request.person, said["form_id"])
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.sign")
@require_POST
def sign(request: Any, programme: UUID) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.sign"), SignForm(request.POST)
    if not form.is_valid():
        return show(request, selection, status=422, sign_form=form)
    said = form.cleaned_data
    deciding.sign_selection(request.person, selection.id, said["revision"], said["form_id"], said["capacity"])
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.sign")
@require_POST
def decline(request: Any, programme: UUID) -> HttpResponse:
    selection = opened(request, programme, "conglomerates.sign")
    form = DeclineForm(table(selection).sides, request.POST)
    if not form.is_valid():
        return show(request, selection, status=422, decline_form=form)
    said = form.cleaned_data
    deciding.decline_selection(request.person, selection.id, said["revision"], said["form_id"], said["why"], said["side"])
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.see")
def sheet(request: Any, programme: UUID) -> HttpResponse:
    """Everything in one workbook, with live formulas."""
    with ledger.snapshot():
        content = workbook(table(opened(request, programme)))
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="milpa-seleccion.xlsx"'
    return response
