"""A programme begins, is changed, grows into another; its guide is read."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from milpa.guide.reading import chapters
from milpa.people.doors import may
from milpa.programmes import registries
from milpa.programmes.actions.creating import create_programme, edit_programme
from milpa.programmes.actions.replicating import replicate
from milpa.programmes.forms import ProgrammeForm, ReplicateForm
from milpa.programmes.moving import preview_of
from milpa.programmes.refusals import EditionNotSeen
from milpa.programmes.views.fetching import around, fetch


@may("programmes.create")
def create(request: Any) -> HttpResponse:
    form = ProgrammeForm(request.POST or None, person=request.person)
    if form.carried_out(request.person, lambda: create_programme(request.person, form.id, form.written())):
        messages.success(request, _("The programme has begun. This is its journey."))
        return redirect("programmes:journey", form.made.id)
    return render(request, "programmes/create.html", {"form": form}, status=form.status)


@may("programmes.edit")
def edit(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.edit")
    form = ProgrammeForm(request.POST or None, person=request.person, programme=found)
    seen = form.chosen(request.POST.get("seen", ""))
    again = "again" in request.POST  # the preview was looked at, and something else is to be changed first
    if not again and form.carried_out(
        request.person, lambda: edit_programme(request.person, programme, form.was, form.written(), seen=seen)
    ):
        messages.success(request, _("Saved."))
        return redirect("programmes:journey", programme)
    if form.refusal is not None and form.refusal.code == EditionNotSeen.code:
        values = {"preview": preview_of(found, form.cleaned_data["edition"]), "typed": form.typed()}
        return render(request, "programmes/preview_edition.html", around(found, form=form, **values))
    return render(request, "programmes/edit.html", around(found, form=form, newest=_newest(form)), status=200 if again else form.status)


def _newest(form: ProgrammeForm) -> dict[str, Any] | None:
    """What the other person saved meanwhile, to stand beside what was typed."""
    newest = getattr(form.refusal, "newest", None)
    return newest.plain() if newest else None


@may("programmes.replicate")
def replicate_programme(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    form = ReplicateForm(request.POST or None, person=request.person, programme=found, takes=registries.takes)
    if form.carried_out(request.person, lambda: replicate(request.person, form.id, programme, form.written(), form.cleaned_data["takes"])):
        messages.success(request, _("The new programme has grown. Its needs are asked anew."))
        return redirect("programmes:journey", form.made.id)
    return render(request, "programmes/replicate.html", around(found, form=form, takes=registries.takes), status=form.status)


@may("programmes.see")
def handbook(request: Any, programme: UUID) -> HttpResponse:
    """The edition at work, also for partners who could not open it from the shelf of guides."""
    found = fetch(request, programme)
    return render(request, "programmes/handbook.html", around(found, edition=found.guide, chapters=chapters(found.guide)))
