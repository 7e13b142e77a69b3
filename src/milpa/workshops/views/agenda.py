"""The agenda: changed, printed; the clock of the activity under way."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.workshops.actions.planning import plan_parts
from milpa.workshops.actions.timing import LONGEST, start_timer, stop_timer
from milpa.workshops.agenda_forms import PartsForm
from milpa.workshops.models import ActivityOpened, Workshop
from milpa.workshops.views.opening import done, opened


class MinutesLeftForm(forms.Form):
    minutes = forms.IntegerField(min_value=1, max_value=LONGEST)


@may("workshops.plan")
def parts(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Order, minutes, titles and words of the activities. What was opened stays; the rest may still change, also during the workshop."""
    workshop = opened(request, programme, id, "workshops.plan")
    begun = ActivityOpened.objects.filter(workshop=workshop).values_list("activity", flat=True)
    activities = list(workshop.activities.all())
    form = PartsForm(request.POST or None, activities=activities, begun=list(begun), revision=workshop.revision)
    if form.carried_out(request.person, lambda: plan_parts(request.person, workshop.id, form.was, form.parts())):
        messages.success(request, _("The agenda is saved."))
        return redirect("workshops:console", programme, id)
    values = {"workshop": workshop, "form": form, "minutes": sum(row.minutes for row in activities)}
    return render(request, "workshops/parts.html", around(workshop.programme, **values), status=form.status)


@may("workshops.see")
@require_safe
def agenda(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """To be printed: when each activity begins, how long it takes, what is read aloud."""
    workshop = opened(request, programme, id)
    values = {"workshop": workshop, "rows": timetable(workshop)}
    return render(request, "workshops/agenda.html", around(workshop.programme, **values))


def timetable(workshop: Workshop) -> list[dict[str, Any]]:
    """The activities with the hour at which each begins, where the workshop's own is known."""
    at, rows = workshop.starts_at, []
    for row in workshop.activities.all():
        rows.append({"at": at, "activity": row})
        at = at + timedelta(minutes=row.minutes) if at else None
    return rows


@may("workshops.facilitate")
@require_POST
def start_clock(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), MinutesLeftForm(request.POST)
    if form.is_valid():
        done(request, lambda: start_timer(request.person, workshop.id, form.cleaned_data["minutes"]))
    else:
        messages.error(request, _("Write how many minutes, from 1 to {most}.").format(most=LONGEST))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def stop_clock(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Stops the clock, or lets it go on."""
    workshop = opened(request, programme, id, "workshops.facilitate")
    done(request, lambda: stop_timer(request.person, workshop.id))
    return redirect("workshops:console", programme, id)
