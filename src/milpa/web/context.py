"""What every page knows: who is signed in, their institution, where they may go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.web import registries


def page(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "person", None)
    if person is None:
        return {"account": None, "institution": "", "navigation": _navigation(request)}
    account = {
        "id": str(person.id),
        "name": person.name,
        "links": [(_("My account"), reverse("people:account"), False), (_("What we hold about you"), reverse("people:held"), False)],
        "sign_out": reverse("people:sign_out"),
        "held_url": reverse("people:held"),
    }
    return {"account": account, "institution": person.institution.name, "navigation": _navigation(request)}


def _navigation(request: HttpRequest) -> list[tuple[str, str, bool]]:
    places = [place for ask in registries.navigation for place in ask(request)]
    return [(label, address, request.path.startswith(address)) for label, address in places]
