"""The decision, its signatures, and the sheet from which anyone can redo the sum."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.conglomerates.actions import deciding
from milpa.conglomerates.comparing import Table, table
from milpa.conglomerates.forms import DecisionForm, WhyForm
from milpa.conglomerates.sheet import CONTENT_TYPE, workbook
from milpa.conglomerates.views.selection import opened
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import Refusal
from milpa.ledger.words import compare_contents
from milpa.people.doors import may
from milpa.people.standing import may as person_may
from milpa.web.formats import day


def decision_values(request: Any, rows: Table) -> dict[str, Any]:
    """What the foot of the comparison shows: the decision form, the decision, who signed it."""
    selection = rows.selection
    standing = ledger.standing(selection, rows.sides) if selection.decided_id else []
    mine = next((one for one in standing if one.side == request.person.institution_id), None)
    first = {"revision": selection.revision, "candidate": str(selection.decided_id or ""), "reasons": selection.reasons}
    return {
        "decision_form": DecisionForm(rows.candidates, initial=first),
        "why_form": WhyForm(initial={"form_id": ledger.uuid7()}),
        "signatures": [_side(rows, one) for one in standing],
        "may_decide": person_may(request.person, "conglomerates.decide") and selection.institution_id == request.person.institution_id,
        "may_sign": mine is not None and not mine.covers,
    }


def _side(rows: Table, one: Any) -> dict[str, Any]:
    name = next(side.name for side in rows.sides if side.id == one.side)
    if one.covers:
        return {
            "who": name,
            "state": "signed",
            "says": _("Signed on {day}").format(day=day(one.signed.recorded_at)),
            "capacity": one.signed.capacity,
        }
    if one.declined:
        return {"who": name, "state": "refused", "says": one.declined.why}
    if one.signed:
        return {"who": name, "state": "uncovered", "says": _changed(rows, one.signed.number)}
    return {"who": name, "state": "waiting", "says": _("Has not signed yet")}


def _changed(rows: Table, signed: int) -> str:
    revisions = {
        row.number: row for row in Revision.objects.filter(document=rows.selection.id, number__in=[signed, rows.selection.revision])
    }
    passages = compare_contents(revisions[signed].plain(), revisions[rows.selection.revision].plain())
    out, come = sum(p.words_out for p in passages), sum(p.words_in for p in passages)
    return _("Signed revision {number}; since then {out} words went out and {come} came in.").format(number=signed, out=out, come=come)


@may("conglomerates.decide")
@require_POST
def decide(request: Any, programme: UUID) -> HttpResponse:
    selection = opened(request, programme, "conglomerates.decide")
    form = DecisionForm(table(selection).candidates, request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the conglomerate and write the reasons: nothing was decided yet."))
        return redirect("conglomerates:comparison", programme)
    said = form.cleaned_data
    try:
        deciding.decide(request.person, selection.id, said["revision"], UUID(said["candidate"]), said["reasons"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.sign")
@require_POST
def sign(request: Any, programme: UUID) -> HttpResponse:
    selection = opened(request, programme, "conglomerates.sign")
    try:
        number, id = int(request.POST.get("revision", 0)), UUID(request.POST.get("id", ""))
        deciding.sign_selection(request.person, selection.id, number, id, request.POST.get("capacity", "")[:120])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.sign")
@require_POST
def decline(request: Any, programme: UUID) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.sign"), WhyForm(request.POST)
    side = request.POST.get("side")
    try:
        if form.is_valid():
            said = form.cleaned_data
            deciding.decline_selection(
                request.person, selection.id, selection.revision, said["form_id"], said["why"], UUID(side) if side else None
            )
        else:
            messages.error(request, _("Write the reason: it stays visible."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("conglomerates:comparison", programme)


@may("conglomerates.see")
def sheet(request: Any, programme: UUID) -> HttpResponse:
    """Everything in one workbook, with live formulas."""
    with ledger.snapshot():
        content = workbook(table(opened(request, programme)))
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="milpa-seleccion.xlsx"'
    return response
