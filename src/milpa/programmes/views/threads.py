"""A thread with all its branches, both ways."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from milpa.people.doors import may
from milpa.programmes import registries
from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme
from milpa.programmes.remembering import mark, remembered
from milpa.programmes.threads import WORDS, NoSuchKnot, tree_of


@may("programmes.see")
def thread(request: Any, kind: str, id: UUID) -> HttpResponse:
    person, now = request.person, mark()
    try:
        levels = remembered(now, ("tree", kind, id, person.id, get_language()), lambda: tree_of(kind, id, person))
    except NoSuchKnot:
        raise Http404 from None
    here = next(knot for level in levels if level.kind == kind for knot in level.knots if knot.id == id)
    of = registries.thread_kinds[kind].programme([id]).get(id)
    programme = Programme.objects.open_to(person).select_related("institution").filter(id=of).first()
    values = {"levels": levels, "here": here, "words": WORDS, "programme": programme, "banner": banner_of(programme) if programme else ""}
    return render(request, "programmes/thread.html", values)
