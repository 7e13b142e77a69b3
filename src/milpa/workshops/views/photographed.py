"""Photographed cards that are to be read, on the desk: their pictures, what they say typed, or set aside with a reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions.photographing import read_photograph, set_photograph_aside
from milpa.workshops.models import Workshop
from milpa.workshops.room_forms import AsideForm, ReadForm
from milpa.workshops.to_read import NOTHING_TYPED, to_read
from milpa.workshops.views.opening import opened


def _page(request: Any, workshop: Workshop, *, status: int = 200, **typed: Any) -> HttpResponse:
    """`typed`: `of`, the photograph, with its `read_form` or `aside_form` as it came."""
    values = {"workshop": workshop, "waiting": to_read(workshop), "typed": NOTHING_TYPED | typed}
    return render(request, "workshops/to_read.html", around(workshop.programme, **values), status=status)


@may("workshops.facilitate")
@require_safe
def waiting(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _page(request, opened(request, programme, id, "workshops.facilitate"))


@may("workshops.facilitate")
@require_POST
def read(request: Any, programme: UUID, id: UUID, photograph: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), ReadForm(request.POST)
    if form.carried_out(request.person, lambda: _read(request.person, workshop, photograph, form)):
        messages.success(request, _("The card is on the wall."))
        return redirect("workshops:to_read", programme, id)
    return _page(request, workshop, status=form.status, of=photograph, read_form=form)


def _read(person: Any, workshop: Workshop, photograph: UUID, form: ReadForm) -> Any:
    return read_photograph(person, workshop.id, photograph, form.cleaned_data["text"], form.cleaned_data["number"])


@may("workshops.facilitate")
@require_POST
def set_aside(request: Any, programme: UUID, id: UUID, photograph: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), AsideForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    if form.carried_out(request.person, lambda: set_photograph_aside(request.person, workshop.id, form.id, photograph, why)):
        messages.success(request, _("The photograph is set aside. The reason stays written."))
        return redirect("workshops:to_read", programme, id)
    return _page(request, workshop, status=form.status, of=photograph, aside_form=form)
