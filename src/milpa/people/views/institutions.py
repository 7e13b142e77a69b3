"""The own institution's data, and its trail."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from milpa.ledger.audit import trail
from milpa.ledger.refusals import StaleRevision
from milpa.people.actions.editing import edit_institution
from milpa.people.doors import may
from milpa.people.forms import InstitutionForm
from milpa.people.models import Person

A_PAGE = 50


@may("people.edit_institution")
def institution(request: Any) -> HttpResponse:
    mine = request.person.institution
    now = {name: getattr(mine, name) for name in ("revision", "name", "kind", "country", "zone")}
    form, newest = InstitutionForm(request.POST or None, initial=now), None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            edit_institution(request.person, said.pop("revision"), **said)
        except StaleRevision as stale:
            newest = stale.newest.plain()
            form.add_error(None, str(stale))
            form.data = form.data.copy()
            form.data["revision"] = stale.newest.number
        else:
            messages.success(request, _("Saved."))
            return redirect("people:institution")
    return render(
        request, "people/institution.html", {"form": form, "newest": newest}, status=409 if newest else 422 if form.errors else 200
    )


def _moment(text: str) -> datetime | None:
    """None for what no page of ours wrote: the trail then starts at its newest."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


@may("people.read_audit")
def audit(request: Any) -> HttpResponse:
    """Who did what and when, newest first."""
    moment = _moment(request.GET.get("before", ""))
    traces = trail(request.person.institution_id, moment, A_PAGE)
    names = dict(Person.objects.filter(id__in={trace.by for trace in traces}).values_list("id", "name"))
    older = traces[-1].at.isoformat() if len(traces) == A_PAGE else None
    return render(request, "people/audit.html", {"traces": traces, "names": names, "older": older})
