"""How far the counterpart and the enterprises take part: two rows a phase that are never merged."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from milpa.people.doors import may
from milpa.programmes import levels, telling
from milpa.programmes.involving import involvement_of
from milpa.programmes.journeys import standings
from milpa.programmes.later import address
from milpa.programmes.remembering import mark
from milpa.programmes.views.fetching import around, fetch


@may("programmes.see")
def involvement(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    now = mark()
    standing = standings([found], now)[found.id]
    scale = list(zip(range(len(levels.WORDS)), levels.WORDS, levels.MEANS, strict=True))
    phases = [(row, telling.breadth_tables(row.breadth)) for row in involvement_of(standing, now)]
    values = {
        "phases": phases,
        "word": levels.word,
        "scale": scale,
        "current": standing.current,
        "own_word": address("results:own_word", found.id),
    }
    return render(request, "programmes/involvement.html", around(found, **values))
