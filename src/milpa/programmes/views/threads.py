"""A thread with all its branches, both ways."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from milpa.people.doors import signed_in
from milpa.programmes import registries
from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme
from milpa.programmes.remembering import mark, remembered
from milpa.programmes.threads import WORDS, NoSuchKnot, tree_of


@signed_in
def thread(request: Any, kind: str, id: UUID) -> HttpResponse:
    """For whoever may see the knot: owners and workers too, from their own card on. Each kind says who that is."""
    person, now = request.person, mark()
    try:
        levels = remembered(now, ("tree", kind, id, person.id, get_language()), lambda: tree_of(kind, id, person))
    except NoSuchKnot:
        raise Http404 from None
    here = next(knot for level in levels if level.kind == kind for knot in level.knots if knot.id == id)
    of = registries.thread_kinds[kind].programme([id]).get(id)
    programme = Programme.objects.select_related("institution").get(id=of)
    may_open = Programme.objects.open_to(person).filter(id=of).exists()
    values = {"levels": levels, "here": here, "words": WORDS, "programme": programme if may_open else None, "banner": banner_of(programme)}
    return render(request, "programmes/thread.html", values)
