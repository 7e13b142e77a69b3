"""The pages of the choice: candidates, weights, comparison, decision."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.conglomerates.actions import selecting
from milpa.conglomerates.comparing import table
from milpa.conglomerates.forms import CandidateForm, CriterionForm, GapsForm, ProfileForm, RemoveForm, WhyForm
from milpa.conglomerates.models import Selection
from milpa.conglomerates.views.opening import on_newest, opened
from milpa.ledger.drafting import drop_draft
from milpa.ledger.refusals import StaleRevision
from milpa.people.doors import may
from milpa.people.standing import may as person_may
from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme


def page(request: Any, selection: Selection, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The table of candidates and what is missing to compare them."""
    rows = table(selection)
    values = {
        "programme": selection.programme,
        "banner": banner_of(selection.programme),
        "selection": selection,
        "table": rows,
        "weighed": [side.name for side in rows.sides if side.id in rows.weightings],
        "may_edit": _may_edit(request, selection.programme),
        "may_close": person_may(request.person, "conglomerates.close_round") and _may_edit(request, selection.programme),
        "why_form": WhyForm(initial={"form_id": ledger.uuid7()}),
        "may_weigh": person_may(request.person, "conglomerates.weigh")
        and request.person.institution_id in {side.id for side in rows.sides},
        "candidate_form": forms.get("candidate_form") or CandidateForm(initial={"form_id": ledger.uuid7(), "revision": selection.revision}),
        "criterion_form": forms.get("criterion_form") or CriterionForm(initial={"form_id": ledger.uuid7(), "revision": selection.revision}),
        "gaps_form": GapsForm(initial={"revision": selection.revision, "gaps": selection.gaps}),
    }
    return render(request, "conglomerates/selection.html", values, status=status)


@may("conglomerates.see")
def selection(request: Any, programme: UUID) -> HttpResponse:
    """The choice, or before it begins what it is for: a page only reads."""
    with suppress(Selection.DoesNotExist):
        return page(request, opened(request, programme))
    whole = Programme.objects.open_to(request.person, "conglomerates.see").select_related("institution").get(id=programme)
    values = {"programme": whole, "banner": banner_of(whole), "may_start": _may_edit(request, whole)}
    return render(request, "conglomerates/start.html", values)


@may("conglomerates.edit")
@require_POST
def start(request: Any, programme: UUID) -> HttpResponse:
    selecting.start_selection(request.person, programme)
    return redirect("conglomerates:selection", programme)


def _may_edit(request: Any, programme: Programme) -> bool:
    return person_may(request.person, "conglomerates.edit") and programme.institution_id == request.person.institution_id


@may("conglomerates.edit")
@require_POST
def add_candidate(request: Any, programme: UUID) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.edit"), CandidateForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            selecting.add_candidate(request.person, selection.id, said["revision"], said["form_id"], said["name"], said["proposed"])
        except StaleRevision as stale:
            return page(request, opened(request, programme), status=409, candidate_form=on_newest(form, stale))
        return redirect("conglomerates:selection", programme)
    return page(request, selection, status=422, candidate_form=form)


@may("conglomerates.edit")
@require_POST
def add_criterion(request: Any, programme: UUID) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.edit"), CriterionForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        texts = (said["title"], said["unit"], said["why"])
        try:
            selecting.add_criterion(
                request.person, selection.id, said["revision"], said["form_id"], *texts, more_is_better=said["direction"] == "more"
            )
        except StaleRevision as stale:
            return page(request, opened(request, programme), status=409, criterion_form=on_newest(form, stale))
        return redirect("conglomerates:selection", programme)
    return page(request, selection, status=422, criterion_form=form)


@may("conglomerates.edit")
@require_POST
def remove(request: Any, programme: UUID, kind: str, id: UUID) -> HttpResponse:
    """Takes a candidate or a criterion away; every revision with it stays readable."""
    selection, form = opened(request, programme, "conglomerates.edit"), RemoveForm(request.POST)
    take = {"candidate": selecting.remove_candidate, "criterion": selecting.remove_criterion}.get(kind)
    if take is None:
        raise Http404
    try:
        if form.is_valid():
            take(request.person, selection.id, form.cleaned_data["revision"], id)
    except StaleRevision as stale:
        messages.error(request, str(stale))
    return redirect("conglomerates:selection", programme)


@may("conglomerates.edit")
@require_POST
def gaps(request: Any, programme: UUID) -> HttpResponse:
    selection, form = opened(request, programme, "conglomerates.edit"), GapsForm(request.POST)
    if form.is_valid():
        try:
            selecting.treat_gaps(request.person, selection.id, form.cleaned_data["revision"], form.cleaned_data["gaps"])
        except StaleRevision as stale:
            messages.error(request, str(stale))
    return redirect("conglomerates:selection", programme)


@may("conglomerates.edit")
def candidate(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """A candidate's profile: all values in one form, saved together."""
    selection = opened(request, programme, "conglomerates.edit")
    whom, criteria = selection.candidates.get(id=id), list(selection.criteria.all())
    cells = {cell.criterion_id: cell for cell in whom.values.all()}
    fresh = {"form_id": ledger.uuid7(), "revision": selection.revision}
    form, status = ProfileForm(criteria, cells, request.POST or None, initial=fresh), 200
    if request.method == "POST" and form.is_valid():
        try:
            selecting.set_values(request.person, selection.id, form.cleaned_data["revision"], whom.id, form.values())
        except StaleRevision as stale:
            form, status = on_newest(form, stale), 409
        else:
            drop_draft(request.person, form.cleaned_data["form_id"])
            messages.success(request, _("Saved."))
            return redirect("conglomerates:selection", programme)
    values = {"programme": selection.programme, "banner": banner_of(selection.programme), "candidate": whom, "form": form}
    return render(request, "conglomerates/candidate.html", values, status=status if not form.errors or status == 409 else 422)
