"""What `records` tells: what it holds of a person; its own rollup is registered by importing it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.people.registries import Held, Personal, personal
from milpa.records import lists, places, rollup, tail
from milpa.records.documents import personal as kept_by_tools
from milpa.records.models import Term
from milpa.records.reading import lines
from milpa.records.rules import found
from milpa.records.statements import HOME
from milpa.records.store.finding import Filters, find
from milpa.records.store.replaying import with_term
from milpa.records.store.told import Told
from milpa.web import formats, live
from milpa.web import registries as web

MOST_SHOWN = 20


def _of(person: Person) -> Filters:
    return Filters(agent=found.key({"account": {"homePage": HOME, "name": str(person.id)}}) or "")


def held(person: Person) -> list[Held]:
    """The newest in words, and the way to all of them."""
    shown = [line for place in places_of(person) for line in lines(place, find(place, _of(person), MOST_SHOWN).rows)]
    rows = [(line.sentence, formats.moment(line.at)) for line in shown[:MOST_SHOWN]]
    if rows:
        rows.append((_("Each one, and as a file"), format_html('<a href="{}">{}</a>', reverse("records:mine"), _("See all of it"))))
    why = _("To know where you stopped, to give you your certificate, and to make the courses better.")
    kept = _("That a lesson was done, under a number that leads to nobody.")
    return [Held(_("What you did in the courses"), why, rows, kept), *kept_by_tools.held(person.id)]


def export(person: Person) -> dict[str, Any]:
    """Every statement that names this person, wherever it lies."""
    mine = [one.statement for institution in places_of(person) for one in all_of(institution, person)]
    return {"statements": mine} | kept_by_tools.export(person.id)


def places_of(person: Person) -> list[UUID]:
    """The institutions that hold statements of this person."""
    key = found.key({"account": {"homePage": HOME, "name": str(person.id)}})
    return list(Term.objects.filter(kind=found.AGENT, value=key).values_list("institution", flat=True))


def all_of(institution: UUID, person: Person) -> Iterator[Told]:
    key = found.key({"account": {"homePage": HOME, "name": str(person.id)}}) or ""
    return (told for told in with_term(institution, found.AGENT, key) if not told.voided)


def erase(person: Person) -> None:
    """Statements name people by an opaque id; with the name gone it leads to nobody. What tools keep about a person goes."""
    kept_by_tools.erase(person.id)


personal["records"] = Personal(held, export, erase)
web.navigation.append(places.places)
web.listings |= {"credentials": lists.credentials, "forwarding": lists.targets, "set-aside": lists.set_aside}
live.channels[tail.CHANNEL] = tail.channel
__all__ = ["rollup"]
