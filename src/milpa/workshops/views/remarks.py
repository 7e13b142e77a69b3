"""Remarks on the result: written down for somebody who calls or is visited, and answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from milpa.people.doors import may
from milpa.programmes.models import Programme
from milpa.programmes.views.fetching import around, fetch
from milpa.workshops.actions.publishing import answer_remark, remark
from milpa.workshops.forms import named_in_register
from milpa.workshops.models import Remark
from milpa.workshops.need_forms import AnswerForm, RemarkForm
from milpa.workshops.views.opening import suggested


@may("workshops.remark")
def write(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "workshops.remark"), RemarkForm(request.POST or None)
    if form.carried_out(request.person, lambda: _remark(request.person, found, form)):
        messages.success(request, _("The remark is written down. It needs an answer before the order is frozen."))
        return redirect("workshops:needs", programme)
    values = {"form": form, "register": suggested(found.id)}
    return render(request, "workshops/remark.html", around(found, **values), status=form.status)


def _remark(person: Any, programme: Programme, form: RemarkForm) -> Any:
    said = form.cleaned_data
    known = named_in_register(programme.id, said["enterprise"])
    name = said["name"] if known or not said["enterprise"] else f"{said['name']} · {said['enterprise']}"
    return remark(person, programme.id, form.id, said["text"], enterprise_id=known, name=name, way=said["way"])


@may("workshops.answer")
def answer(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "workshops.answer"), AnswerForm(request.POST or None)
    mine = Remark.objects.open_to(request.person, "workshops.answer").filter(needs__programme=programme)
    about = get_object_or_404(mine, id=id)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if said and form.carried_out(request.person, lambda: answer_remark(request.person, about.id, form.id, said["kind"], said["text"])):
        messages.success(request, _("The answer is published beside the remark."))
        return redirect("workshops:needs", programme)
    return render(request, "workshops/answer.html", around(found, form=form, remark=about), status=form.status)
