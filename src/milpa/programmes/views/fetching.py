"""What every page of a programme begins with: the programme, if the person may; and its banner."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme


def fetch(request: Any, programme: UUID, verb: str = "programmes.see") -> Programme:
    """Raises Http404 for one that is not open to the person."""
    found = Programme.objects.open_to(request.person, verb).select_related("institution")
    return get_object_or_404(found, id=programme)


def around(programme: Programme, **values: Any) -> dict[str, Any]:
    """The page's values with what its base needs."""
    return {"programme": programme, "banner": banner_of(programme), **values}
