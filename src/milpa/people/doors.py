"""Every view has a door, or it is denied: `public`, `signed_in`, or `may("package.verb")`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve


@dataclass(frozen=True, slots=True)
class Door:
    kind: str  # "public", "signed_in", "may", "guest"
    verb: str = ""


def _hang(door: Door) -> Callable[[Any], Any]:
    def hang(view: Any) -> Any:
        view.door = door
        return view

    return hang


def public(view: Any) -> Any:
    """Anyone, signed in or not."""
    return _hang(Door("public"))(view)


def signed_in(view: Any) -> Any:
    """Any person with an account; what they see is their own."""
    return _hang(Door("signed_in"))(view)


def guest(view: Any) -> Any:
    """Whoever holds the token that the view itself asks for: a workshop's participant, a one-use ticket."""
    return _hang(Door("guest"))(view)


def may(verb: str) -> Callable[[Any], Any]:
    """Those to whom the table grants the verb; the fetch inside decides on which rows."""
    return _hang(Door("may", verb))


def opens(person: Any, address: str) -> bool:
    """Whether the door at that address of ours lets the person in; which rows are there is another question."""
    from milpa.people.standing import may as granted  # the tables are read when a door is tried

    try:
        view = resolve(urlsplit(address).path).func
    except Resolver404:
        return False
    door = getattr(view, "door", None)
    return door is not None and (door.kind != "may" or granted(person, door.verb))
