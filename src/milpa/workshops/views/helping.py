"""Helpers and what the group decides, as whoever facilitates asks for it and puts it on record."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.web import qr
from milpa.workshops.actions.deciding import decide_naming
from milpa.workshops.actions.helping import ask_helper, end_helping, helper_number
from milpa.workshops.models import HelperAsked, HelperCame, Workshop
from milpa.workshops.views.opening import done, opened, pressed


class HelperForm(SentForm):
    name = forms.CharField(label=gettext_lazy("Who helps"), max_length=60)


class NamingForm(SentForm):
    named = forms.ChoiceField(choices=[("yes", gettext_lazy("with names")), ("no", gettext_lazy("without names"))])
    why = forms.CharField(max_length=300, required=False)


def show(request: Any, workshop: Workshop, form: HelperForm | None = None) -> HttpResponse:
    form = form or HelperForm()
    asked = HelperAsked.objects.standing().filter(workshop=workshop)
    came = HelperCame.objects.standing().filter(workshop=workshop, asked__voided_by=None).in_order()
    waiting = [_place(workshop, row) for row in asked.filter(closed_by=None).in_order()]
    values = {"workshop": workshop, "form": form, "waiting": waiting, "helping": list(came)}
    return render(request, "workshops/helpers.html", around(workshop.programme, **values), status=form.status)


def _place(workshop: Workshop, row: HelperAsked) -> dict[str, Any]:
    number = helper_number(row)
    address = settings.ORIGIN + reverse("workshops:help", args=[workshop.slug]) + f"?n={number}"
    label = _("To help: {name}").format(name=row.name)
    return {"id": row.id, "name": row.name, "number": f"{number[:4]} {number[4:]}", "url": address, "qr": qr.svg(address, label)}


@may("workshops.facilitate")
@require_safe
def helpers(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, opened(request, programme, id, "workshops.facilitate"))


@may("workshops.facilitate")
@require_POST
def ask(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), HelperForm(request.POST)
    if form.carried_out(request.person, lambda: ask_helper(request.person, workshop.id, form.id, form.cleaned_data["name"])):
        return redirect("workshops:helpers", programme, id)
    return show(request, workshop, form)


@may("workshops.facilitate")
@require_POST
def end(request: Any, programme: UUID, id: UUID, asked: UUID) -> HttpResponse:
    """They help no more; what they typed stays."""
    workshop = opened(request, programme, id, "workshops.facilitate")
    if pressed(request, lambda fact, _was: end_helping(request.person, workshop.id, fact, asked)):
        messages.success(request, _("They help no more. What they typed stays."))
    return redirect("workshops:helpers", programme, id)


@may("workshops.facilitate")
@require_POST
def naming(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Whether cards carry names, as the group decided."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), NamingForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        done(request, lambda: decide_naming(request.person, workshop.id, form.id, said["named"] == "yes", said["why"]))
    else:
        messages.error(request, _("Choose with names or without."))
    return redirect("workshops:console", programme, id)
