"""A thread with all its branches, both ways."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from milpa.people.doors import may
from milpa.programmes.threads import WORDS, NoSuchKnot, tree_of


@may("programmes.see")
def thread(request: Any, kind: str, id: UUID) -> HttpResponse:
    try:
        levels = tree_of(kind, id, request.person)
    except NoSuchKnot:
        raise Http404 from None
    here = next(knot for level in levels if level.kind == kind for knot in level.knots if knot.id == id)
    return render(request, "programmes/thread.html", {"levels": levels, "here": here, "words": WORDS})
