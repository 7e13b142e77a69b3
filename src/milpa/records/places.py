"""The places of this package: one in the navigation, and its pages beside each other."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.people.standing import may


def places(request: HttpRequest) -> list[tuple[str, str]]:
    return [(_("Learning records"), reverse("records:statements"))] if may(getattr(request, "person", None), "records.read") else []


def tabs(person: Any, here: str) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is this one) of the pages that are open to the person."""
    pages = [
        (_("Statements"), "records:statements", "records.read"),
        (_("The last hour"), "records:hour", "records.read"),
        (_("Credentials"), "records:credentials", "records.credentials"),
        (_("Forwarding"), "records:targets", "records.forward"),
    ]
    return [(label, reverse(name), name == here) for label, name, verb in pages if may(person, verb)]
