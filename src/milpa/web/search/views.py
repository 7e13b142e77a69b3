"""The page on which one searches."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa.people.doors import signed_in
from milpa.web import limits
from milpa.web.search import Found, find


@signed_in
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found, grouped by kind; the group with the best match stands first."""
    words = request.GET.get("q", "")[: limits.SEARCH_LENGTH]
    found = find(request.person, words)
    values = {"words": words, "groups": grouped(found), "count": len(found), "most": limits.SEARCH_RESULTS}
    return render(request, "web/search.html", values)


def grouped(found: list[Found]) -> list[tuple[str, list[Found]]]:
    places = {kind: place for place, kind in reversed(list(enumerate(one.kind for one in found)))}
    by_kind = sorted(found, key=lambda one: places[one.kind])
    return [(str(group[0].label), group) for group in (list(members) for _, members in groupby(by_kind, key=lambda one: one.kind))]
