"""Photographed cards that are to be read, on a helper's phone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import guest
from milpa.web.uploads import kinds, reading, storing
from milpa.workshops.actions.photographing import read_photograph, set_photograph_aside
from milpa.workshops.guests import Helping, helping
from milpa.workshops.models import CardPhotographed
from milpa.workshops.models.photographed import CARDS
from milpa.workshops.room_forms import AsideForm, ReadForm
from milpa.workshops.to_read import NOTHING_TYPED, to_read
from milpa.workshops.views.phone_helper import door


def _page(request: Any, at: Helping, *, status: int = 200, **typed: Any) -> HttpResponse:
    values = at.around(waiting=to_read(at.workshop), typed=NOTHING_TYPED | typed)
    return render(request, "workshops/phone/to_read.html", values, status=status)


@guest
@require_safe
def waiting(request: Any, code: str) -> HttpResponse:
    at = helping(request, code)
    return _page(request, at) if at.came is not None else redirect("workshops:help", at.workshop.slug)


@guest
@require_safe
def picture(request: Any, code: str, id: UUID) -> HttpResponseBase:
    """The photograph, to whoever helps in this workshop, while its text is still to be typed."""
    at = helping(request, code)
    if at.came is None or not CardPhotographed.objects.to_be_read(at.workshop).filter(id=id).exists():
        raise Http404
    found = reading.of(CARDS, [id])[id]
    if not found:
        raise Http404
    answer = FileResponse(storing.opened(found[0]), content_type=kinds.KINDS[found[0].kind].content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-cache"
    return answer


@guest
@require_POST
def read(request: Any, code: str, id: UUID) -> HttpResponse:
    at, form = helping(request, code), ReadForm(request.POST)
    if at.came is None:
        return door(request, at)
    if form.carried_out(at.person, lambda: _read(at, id, form)):
        messages.success(request, _("The card is on the wall."))
        return redirect("workshops:help_to_read", at.workshop.slug)
    return _page(request, at, status=form.status, of=id, read_form=form)


def _read(at: Helping, id: UUID, form: ReadForm) -> Any:
    return read_photograph(at.person, at.workshop.id, id, form.cleaned_data["text"], form.cleaned_data["number"])


@guest
@require_POST
def set_aside(request: Any, code: str, id: UUID) -> HttpResponse:
    at, form = helping(request, code), AsideForm(request.POST)
    if at.came is None:
        return door(request, at)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    if form.carried_out(at.person, lambda: set_photograph_aside(at.person, at.workshop.id, form.id, id, why)):
        messages.success(request, _("The photograph is set aside. The reason stays written."))
        return redirect("workshops:help_to_read", at.workshop.slug)
    return _page(request, at, status=form.status, of=id, aside_form=form)
