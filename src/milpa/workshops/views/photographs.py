"""Photographs of the wall, and what is printed for those who write on paper: numbered cards and ballot slips."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions.typing import keep_wall_photo
from milpa.workshops.agenda import agenda_of
from milpa.workshops.models import Workshop
from milpa.workshops.photographs import of_wall
from milpa.workshops.slips import option_names
from milpa.workshops.views.opening import may_in, opened

PRINTED = 40  # paper cards, and slips, at once


class PhotographForm(SentForm):
    photo = forms.FileField(
        label=gettext_lazy("A photograph of the wall"), widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"})
    )


class PaperForm(forms.Form):
    """From which number on, so that a second print does not repeat the first."""

    begin = forms.IntegerField(min_value=1, max_value=9999, required=False)


def _page(request: Any, workshop: Workshop, form: PhotographForm | None = None) -> HttpResponse:
    form = form or PhotographForm()
    may_add = may_in(request.person, workshop.programme)("workshops.facilitate")
    values = {"workshop": workshop, "form": form, "photographs": of_wall(workshop), "may_add": may_add}
    return render(request, "workshops/photographs.html", around(workshop.programme, **values), status=form.status)


@may("workshops.see")
@require_safe
def photographs(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _page(request, opened(request, programme, id))


@may("workshops.facilitate")
@require_POST
def add(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """They stand in the minutes."""
    workshop = opened(request, programme, id, "workshops.facilitate")
    form = PhotographForm(request.POST, request.FILES)
    if form.carried_out(request.person, lambda: keep_wall_photo(request.person, workshop, form.id, form.cleaned_data["photo"])):
        messages.success(request, _("The photograph is kept; it stands in the minutes."))
        return redirect("workshops:photographs", programme, id)
    return _page(request, workshop, form)


@may("workshops.see")
@require_safe
def paper(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Numbered cards, and slips of the vote that is open: printed, cut apart, handed out."""
    workshop, form = opened(request, programme, id), PaperForm(request.GET)
    begin = (form.cleaned_data["begin"] if form.is_valid() else None) or 1
    vote = agenda_of(workshop).vote
    ballot = list(option_names(workshop, vote).items()) if vote is not None and vote.is_open else []
    options = [name for id, name in ballot if vote is not None and id in vote.groups]
    values = {
        "workshop": workshop,
        "numbers": range(begin, begin + PRINTED),
        "following": begin + PRINTED,
        "vote": vote,
        "options": options,
    }
    return render(request, "workshops/paper.html", around(workshop.programme, **values))
