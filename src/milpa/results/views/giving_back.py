"""The meetings that gave results back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from milpa.conglomerates.models import Enterprise
from milpa.courses.models import Enrolment
from milpa.people.doors import may
from milpa.results.actions.giving_back import record_meeting
from milpa.results.forms import MeetingForm
from milpa.results.lists import owns
from milpa.results.models import MeetingHeld
from milpa.results.views.fetching import fetch, shown


@may("results.see")
def meetings(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    held = MeetingHeld.objects.standing().filter(programme=found).select_related("by").prefetch_related("attendances__enterprise")
    values = {
        "meetings": list(held.order_by("-on", "-id")),
        "follow_ups": list(found.entries.filter(kind="follow_up").order_by("on")),
        "may_give_back": owns(request.person, found, "results.give_back") and not found.is_historical,
    }
    return render(request, "results/meetings.html", shown(found, **values))


@may("results.give_back")
def record(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.give_back")
    enrolled = Enrolment.objects.filter(edition__programme=found, voided_by=None).exclude(enterprise=None).values("enterprise")
    known = [(str(id), name) for id, name in Enterprise.objects.filter(id__in=enrolled).order_by("name").values_list("id", "name")]
    form = MeetingForm(request.POST or None, enterprises=known)

    def carry_out() -> MeetingHeld:
        said = form.cleaned_data
        came = said.get("enterprises") or []
        return record_meeting(request.person, form.id, found.id, form.meeting(), came, said["follow_up_on"])

    if form.carried_out(request.person, carry_out):
        messages.success(request, _("On record: the results went back."))
        return redirect("results:meetings", programme)
    return render(request, "results/record_meeting.html", shown(found, form=form), status=form.status)
