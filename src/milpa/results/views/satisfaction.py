"""Satisfaction of a programme and of one edition: the fraction, the percentage, the possible range, and the way back to the cards."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from milpa.people.doors import may
from milpa.programmes.later import address
from milpa.programmes.remembering import mark
from milpa.programmes.threads import thread_context
from milpa.results.measuring import measured
from milpa.results.rules.satisfaction import Satisfaction, future_editions
from milpa.results.views.fetching import fetch, shown


def _future(figure: Satisfaction | None) -> Any:
    return future_editions(figure.satisfied, figure.answered) if figure and figure.satisfied is not None else None


@may("results.see")
def satisfaction(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    read = measured([found.id], mark())[found.id]
    total = read.satisfaction.total if read.satisfaction else None
    rows = [(edition, read.satisfaction_of(edition.id)) for edition in read.editions]
    return render(request, "results/satisfaction.html", shown(found, read=read, total=total, editions=rows))


@may("results.see")
def edition(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = fetch(request, programme)
    now = mark()
    read = measured([found.id], now)[found.id]
    one = read.edition(edition)
    if one is None:
        raise Http404
    figure = read.satisfaction_of(one.id)
    values = {
        "edition": one,
        "figure": figure,
        "done": read.by_edition.get(str(one.id)),
        "future": _future(figure),
        "by_question": address("surveys:results", programme, one.survey) if one.survey else "",
        "thread": thread_context("reading", one.id, request.person, now),
    }
    return render(request, "results/edition.html", shown(found, **values))
