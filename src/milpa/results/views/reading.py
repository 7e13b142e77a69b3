"""Indicators and their readings: defined, changed, reported, withdrawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from milpa.people.doors import may
from milpa.results.actions.reading import BELONGS, change_indicator, define_indicator, report_reading, withdraw_reading
from milpa.results.figures import amount, reading_value, reading_when
from milpa.results.forms import IndicatorForm, ReadingForm, WhyForm
from milpa.results.lists import owns
from milpa.results.models import Indicator, Reading
from milpa.results.views.fetching import fetch, shown
from milpa.web.uploads import reading


def _indicator(request: Any, programme: UUID, indicator: UUID, verb: str = "results.see") -> Indicator:
    found = Indicator.objects.open_to(request.person, verb).filter(id=indicator, programme=programme).first()
    if found is None:
        raise Http404
    return found


@may("results.type")
def define(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.type")
    form = IndicatorForm(request.POST or None)
    if form.carried_out(request.person, lambda: define_indicator(request.person, form.id, found.id, form.definition())):
        messages.success(request, _("Saved. Now a reading of it can be reported."))
        return redirect("results:indicator", programme, form.made.id)
    return render(request, "results/define.html", shown(found, form=form, indicator=None), status=form.status)


@may("results.type")
def change(request: Any, programme: UUID, indicator: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.type")
    row = _indicator(request, programme, indicator, "results.type")
    form = IndicatorForm(request.POST or None, indicator=row)
    if form.carried_out(request.person, lambda: change_indicator(request.person, row.id, form.was, form.definition())):
        messages.success(request, _("Saved."))
        return redirect("results:indicator", programme, row.id)
    return render(request, "results/define.html", shown(found, form=form, indicator=row), status=form.status)


@may("results.see")
def indicator(request: Any, programme: UUID, indicator: UUID) -> HttpResponse:
    """What it counts and every reading of it, withdrawn ones too."""
    found = fetch(request, programme)
    row = _indicator(request, programme, indicator)
    rows = list(Reading.objects.filter(indicator=row).select_related("indicator", "by").order_by("-recorded_at", "-id"))
    files = reading.of(BELONGS, [one.id for one in rows if one.file])
    values = {
        "indicator": row,
        "amount": amount,
        "readings": [(one, str(reading_value(one)), str(reading_when(one)), (files.get(one.id) or [None])[0]) for one in rows],
        "may_type": owns(request.person, found, "results.type"),
    }
    return render(request, "results/indicator.html", shown(found, **values))


@may("results.type")
def report(request: Any, programme: UUID, indicator: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.type")
    row = _indicator(request, programme, indicator, "results.type")
    form = ReadingForm(request.POST or None, request.FILES or None)
    upload = request.FILES.get("file")
    if form.carried_out(request.person, lambda: report_reading(request.person, form.id, row.id, form.reported(), upload)):
        messages.success(request, _("On record, with its source."))
        return redirect("results:indicator", programme, row.id)
    return render(request, "results/report_reading.html", shown(found, form=form, indicator=row), status=form.status)


@may("results.type")
def withdraw(request: Any, programme: UUID, reading: UUID) -> HttpResponse:
    found = fetch(request, programme, "results.type")
    row = Reading.objects.standing().filter(programme=found, id=reading).select_related("indicator").first()
    if row is None:
        raise Http404
    form = WhyForm(request.POST or None)
    if form.carried_out(request.person, lambda: withdraw_reading(request.person, form.id, row.id, form.cleaned_data["why"])):
        messages.success(request, _("Withdrawn. It stays in sight with your reason."))
        return redirect("results:indicator", programme, row.indicator_id)
    return render(request, "results/withdraw.html", shown(found, form=form, reading=row, value=str(reading_value(row))), status=form.status)
