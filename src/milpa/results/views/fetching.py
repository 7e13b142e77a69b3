"""What every page of results begins with."""

from typing import Any
from uuid import UUID

from milpa.programmes.models import Programme
from milpa.programmes.views.fetching import around
from milpa.programmes.views.fetching import fetch as fetch_programme


def fetch(request: Any, programme: UUID, verb: str = "results.see") -> Programme:
    """Raises Http404 for one that is not open to the person."""
    return fetch_programme(request, programme, verb)


def shown(programme: Programme, **values: Any) -> dict[str, Any]:
    return around(programme, **values)
