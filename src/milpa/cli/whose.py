"""Whose something is, for a verb that speaks of one institution."""

from typing import Any
from uuid import UUID

from milpa.cli.trouble import Trouble
from milpa.cli.words import _


def institution_called(name: str | None) -> Any:
    """The institution of that name or id; without one the only one, or the only training institution. Raises Trouble."""
    from milpa.people.models import Institution

    known = list(Institution.objects.order_by("name"))
    if name:
        found = [one for one in known if one.name == name or str(one.id) == _as_id(name)]
    else:
        found = known if len(known) == 1 else [one for one in known if one.kind == "vti"]
    if len(found) == 1:
        return found[0]
    if not known:
        raise Trouble(_("There is no institution yet: `milpa found` makes the first."))
    names = "; ".join(f"{one.name} ({one.id})" for one in known)
    raise Trouble(_("Say whose it is: --institution with the name or id of one of these: {names}").format(names=names))


def _as_id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""
