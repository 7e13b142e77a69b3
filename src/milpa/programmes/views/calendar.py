"""The programme's dates: its own, and those that the packages know of; by month, and as a feed for one's own calendar."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.ledger import clock
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.actions.dating import add_date, change_date, remove_date
from milpa.programmes.dates import as_icalendar, dates_of, months
from milpa.programmes.forms import DateForm
from milpa.programmes.models import CalendarEntry, Programme
from milpa.programmes.views.fetching import around, fetch


def _shown(request: Any, programme: Programme, form: DateForm) -> HttpResponse:
    today = clock.today(programme.institution.zone)
    is_own = request.person.institution_id == programme.institution_id
    values = {
        "months": months(dates_of(programme), today),
        "form": form,
        "may_edit": is_own and allows(request.person, "programmes.edit") and not programme.is_historical,
    }
    return render(request, "programmes/calendar.html", around(programme, **values), status=form.status)


@may("programmes.see")
def calendar(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    return _shown(request, found, DateForm(revision=found.revision))


@may("programmes.see")
def feed(request: Any, programme: UUID) -> HttpResponse:
    """For the calendar on one's own phone or computer."""
    found = fetch(request, programme)
    answer = HttpResponse(as_icalendar(found, dates_of(found)), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="programa.ics"'
    return answer


@may("programmes.edit")
@require_POST
def add(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.edit")
    form = DateForm(request.POST, revision=found.revision)
    if form.carried_out(request.person, lambda: add_date(request.person, programme, form.was, form.entry())):
        messages.success(request, _("The date is in the calendar."))
        return redirect("programmes:calendar", programme)
    return _shown(request, found, form)


@may("programmes.edit")
def change(request: Any, programme: UUID, entry: int) -> HttpResponse:
    found = fetch(request, programme, "programmes.edit")
    row = CalendarEntry.objects.filter(programme=found, id=entry).first()
    if row is None:
        raise Http404
    form = DateForm(request.POST or None, revision=found.revision, entry=row)
    if form.carried_out(request.person, lambda: change_date(request.person, programme, form.was, entry, form.entry())):
        messages.success(request, _("Saved."))
        return redirect("programmes:calendar", programme)
    return render(request, "programmes/change_date.html", around(found, form=form, entry=row), status=form.status)


@may("programmes.edit")
@require_POST
def remove(request: Any, programme: UUID, entry: int) -> HttpResponse:
    found = fetch(request, programme, "programmes.edit")
    remove_date(request.person, programme, found.revision, entry)
    messages.success(request, _("The date is out of the calendar."))
    return redirect("programmes:calendar", programme)
