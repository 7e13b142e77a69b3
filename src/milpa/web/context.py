"""What every page knows: who is signed in, their institution, where they may go."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.web import registries


def page(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "person", None)
    if person is None:
        return {"account": None, "institution": "", "navigation": _places(request, registries.navigation), "nearby": []}
    account = {
        "id": str(person.id),
        "name": person.name,
        "links": [(_("My account"), reverse("people:account"), False), (_("What we hold about you"), reverse("people:held"), False)],
        "sign_out": reverse("people:sign_out"),
        "held_url": reverse("people:held"),
    }
    return {
        "account": account,
        "institution": person.institution.name,
        "navigation": _places(request, registries.navigation),
        "nearby": _nearby(request),
    }


def _places(request: HttpRequest, asked: list[Callable[[HttpRequest], list[tuple[str, str]]]]) -> list[tuple[str, str, bool]]:
    places = [place for ask in asked for place in ask(request)]
    return [(label, address, request.path.startswith(address)) for label, address in places]


def _nearby(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Only the longest address that leads here is the current one: a programme's own address begins all of them."""
    places = _places(request, registries.nearby)
    here = max((address for _label, address, leads in places if leads), key=len, default="")
    return [(label, address, address == here) for label, address, _leads in places]
