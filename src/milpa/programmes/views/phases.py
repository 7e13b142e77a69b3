"""A phase with its steps and gate; who answers for them; passing the gate."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes import telling
from milpa.programmes.actions.assigning import assign
from milpa.programmes.actions.gates import pass_gate, take_back
from milpa.programmes.forms import AssignForm, PassForm, WhyForm
from milpa.programmes.journeys import PhaseStanding, Standing, standings
from milpa.programmes.models import GatePassed, Programme
from milpa.programmes.remembering import mark
from milpa.programmes.views.fetching import around, fetch
from milpa.programmes.waiting import missing


def _read(request: Any, programme: UUID, phase: str, verb: str = "programmes.see") -> tuple[Programme, Standing, PhaseStanding]:
    found = fetch(request, programme, verb)
    standing = standings([found], mark())[found.id]
    if phase not in {known.phase.id for known in standing.phases}:
        raise Http404
    return found, standing, standing.phase(phase)


def _shown(request: Any, read: tuple[Programme, Standing, PhaseStanding], form: PassForm) -> HttpResponse:
    programme, standing, phase = read
    names = telling.names_of(programme.institution_id, programme.institution.name, standing)
    is_own = request.person.institution_id == programme.institution_id
    values = {
        "standing": standing,
        "phase": phase,
        "weft": telling.WEFT,
        "todo": telling.todo(missing(standing, phase.steps), standing, names, request.person),
        "lacking": telling.missing_of(phase),
        "form": form,
        "may_pass": is_own and allows(request.person, "programmes.pass_gate"),
        "may_assign": is_own and allows(request.person, "programmes.edit") and not programme.is_historical,
    }
    return render(request, "programmes/phase.html", around(programme, **values), status=form.status)


@may("programmes.see")
def phase(request: Any, programme: UUID, phase: str) -> HttpResponse:
    return _shown(request, _read(request, programme, phase), PassForm())


@may("programmes.pass_gate")
@require_POST
def pass_the_gate(request: Any, programme: UUID, phase: str) -> HttpResponse:
    read = _read(request, programme, phase, "programmes.pass_gate")
    form = PassForm(request.POST)
    if form.carried_out(request.person, lambda: pass_gate(request.person, form.id, programme, phase, form.cleaned_data["why"])):
        messages.success(request, _("The gate is passed. Your reason stays in sight."))
        return redirect("programmes:phase", programme, phase)
    return _shown(request, read, form)


@may("programmes.pass_gate")
def take_back_gate(request: Any, programme: UUID, gate: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.pass_gate")
    passed = GatePassed.objects.filter(programme=found, id=gate).first()
    if passed is None:
        raise Http404
    form = WhyForm(request.POST or None)
    if form.carried_out(request.person, lambda: take_back(request.person, form.id, gate, form.cleaned_data["why"])):
        messages.success(request, _("The gate counts as not passed again."))
        return redirect("programmes:phase", programme, passed.phase)
    return render(request, "programmes/take_back_gate.html", around(found, form=form, passed=passed), status=form.status)


@may("programmes.edit")
def assign_steps(request: Any, programme: UUID, phase: str) -> HttpResponse:
    found, standing, read = _read(request, programme, phase, "programmes.edit")
    form = AssignForm(request.POST or None, programme=found, steps=read.steps)
    if form.carried_out(request.person, lambda: assign(request.person, programme, form.was, form.assignments())):
        messages.success(request, _("Saved. Each one finds it on their home page."))
        return redirect("programmes:phase", programme, phase)
    return render(request, "programmes/assign.html", around(found, form=form, phase=read, standing=standing), status=form.status)
