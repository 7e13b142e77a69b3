"""By link over days, for those who cannot come: opened, weighed as the group decides, ended."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.web import qr
from milpa.workshops.actions.by_link import end_link, open_link, weigh_link, weight_of
from milpa.workshops.by_link import beside_the_room, window_of
from milpa.workshops.consoles import join_url
from milpa.workshops.models import BallotMark, Participant, Workshop
from milpa.workshops.models.link import WEIGHTS
from milpa.workshops.views.opening import opened, pressed

MOMENT = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(label=label, input_formats=MOMENT, widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))


class LinkForm(SentForm):
    opens_at = _moment(gettext_lazy("From"))
    closes_at = _moment(gettext_lazy("Until"))
    votes = forms.BooleanField(label=gettext_lazy("They vote too, on the same and by the same rule as the room"), required=False)


class WeightForm(SentForm):
    weight = forms.ChoiceField(label=gettext_lazy("How their votes count"), choices=WEIGHTS, widget=forms.RadioSelect())
    why = forms.CharField(label=gettext_lazy("Why, in the words of the group"), max_length=300)


def _page(request: Any, workshop: Workshop, status: int = 200, **typed: Any) -> HttpResponse:
    window, address = window_of(workshop), join_url(workshop) + "?link=1"
    values = {
        "workshop": workshop,
        "window": window if window and window.closed_by is None else None,
        "came": Participant.objects.in_workshop(workshop).filter(way="link").count(),
        "voted": BallotMark.objects.filter(about=window.vote_id).count() if window and window.vote_id else 0,
        "weight": weight_of(workshop.id),
        "beside": beside_the_room(workshop),
        "address": address,
        "qr": qr.svg(address, _("To take part by link")),
        "form": typed.get("form") or LinkForm(),
        "weight_form": typed.get("weight_form") or WeightForm(initial={"weight": "same"}),
    }
    return render(request, "workshops/by_link.html", around(workshop.programme, **values), status=status)


@may("workshops.facilitate")
@require_safe
def by_link(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _page(request, opened(request, programme, id, "workshops.facilitate"))


@may("workshops.facilitate")
@require_POST
def open_it(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), LinkForm(request.POST)

    def act() -> Any:
        said = form.cleaned_data
        opens, closes = (at if timezone.is_aware(at) else timezone.make_aware(at) for at in (said["opens_at"], said["closes_at"]))
        return open_link(request.person, workshop.id, form.id, opens, closes, votes=said["votes"])

    if form.carried_out(request.person, act):
        messages.success(request, _("It is open by link. Send the address to those who cannot come."))
        return redirect("workshops:by_link", programme, id)
    return _page(request, workshop, form.status, form=form)


@may("workshops.facilitate")
@require_POST
def weigh(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """As the group decides, before anybody sees those votes."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), WeightForm(request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    if said and form.carried_out(request.person, lambda: weigh_link(request.person, workshop.id, form.id, said["weight"], said["why"])):
        messages.success(request, _("The group's decision is on record."))
        return redirect("workshops:by_link", programme, id)
    return _page(request, workshop, form.status, weight_form=form)


@may("workshops.facilitate")
@require_POST
def end(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    if pressed(request, lambda fact, _was: end_link(request.person, workshop.id, fact)):
        messages.success(request, _("Nobody takes part by link any more; their votes are counted as the group decided."))
    return redirect("workshops:by_link", programme, id)
