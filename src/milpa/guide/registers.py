"""Answers of `guide` to the registries of the packages before it."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.people.standing import may
from milpa.web import registries
from milpa.web.addresses import url


def _places(request: Any) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    return [(_("Guide"), url("guide:guides"))] if person is not None and may(person, "guide.read") else []


registries.navigation.append(_places)
