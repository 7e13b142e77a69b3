"""What every page knows: who is signed in, their institution, where they may go."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from milpa.web import registries
from milpa.web.addresses import url


def page(request: HttpRequest) -> dict[str, Any]:
    everyones = {
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),  # one for all forms of a page: each takes a tenth of a millisecond
        "navigation": _places(request, registries.navigation),
    }
    person = getattr(request, "person", None)
    if person is None:
        return everyones | {"account": None, "institution": "", "nearby": []}
    account = {
        "id": str(person.id),
        "name": person.name,
        "links": [(_("My account"), url("people:account"), False), (_("What we hold about you"), url("people:held"), False)],
        "sign_out": url("people:sign_out"),
        "held_url": url("people:held"),
    }
    return everyones | {"account": account, "institution": person.institution.name, "nearby": _nearby(request)}


def _places(request: HttpRequest, asked: list[Callable[[HttpRequest], list[tuple[str, str]]]]) -> list[tuple[str, str, bool]]:
    places = [place for ask in asked for place in ask(request)]
    return [(label, address, request.path.startswith(address)) for label, address in places]


def _nearby(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Only the longest address that leads here is the current one: a programme's own address begins all of them."""
    places = _places(request, registries.nearby)
    here = max((address for _label, address, leads in places if leads), key=len, default="")
    return [(label, address, address == here) for label, address, _leads in places]
