"""What `records` tells: what it holds of a person; its own rollup is registered by importing it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Count, OuterRef, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.people.gathering import Asked, gathered
from milpa.people.models import Person
from milpa.people.registries import Held, Personal, personal
from milpa.records import lists, places, rollup, tail
from milpa.records.documents import personal as kept_by_tools
from milpa.records.models import Posting, Term
from milpa.records.rules import found
from milpa.records.statements import HOME
from milpa.records.store.replaying import with_term
from milpa.records.store.told import Told
from milpa.web import live
from milpa.web import registries as web


def held(person: Person) -> list[Held]:
    """How much there is, and the way to all of it in words. One query."""
    postings = Posting.objects.filter(term=OuterRef("pk"), related=0).order_by().values("term").annotate(n=Count("*")).values("n")
    counted = gathered(
        statements=Asked(_terms(person), [Subquery(postings, output_field=BigIntegerField())], at=""),
        documents=kept_by_tools.asked(person.id),
    )
    n = sum(int(row.texts[0] or 0) for row in counted["statements"])
    rows = []
    if n:
        rows.append((_("Recorded"), ngettext("%(num)s thing you did", "%(num)s things you did", n) % {"num": n}))
        rows.append((_("Each one, and as a file"), format_html('<a href="{}">{}</a>', reverse("records:mine"), _("See all of it"))))
    why = _("To know where you stopped, to give you your certificate, and to make the courses better.")
    kept = _("That a lesson was done, under a number that leads to nobody.")
    return [Held(_("What you did in the courses"), why, rows, kept), *kept_by_tools.told(counted["documents"])]


def export(person: Person) -> dict[str, Any]:
    """Every statement that names this person, wherever it lies."""
    mine = [one.statement for institution in places_of(person) for one in all_of(institution, person)]
    return {"statements": mine} | kept_by_tools.export(person.id)


def places_of(person: Person) -> list[UUID]:
    """The institutions that hold statements of this person."""
    return list(_terms(person).values_list("institution", flat=True))


def _terms(person: Person) -> Any:
    return Term.objects.filter(kind=found.AGENT, value=found.key({"account": {"homePage": HOME, "name": str(person.id)}}))


def all_of(institution: UUID, person: Person) -> Iterator[Told]:
    key = found.key({"account": {"homePage": HOME, "name": str(person.id)}}) or ""
    return (told for told in with_term(institution, found.AGENT, key) if not told.voided)


def erase(person: Person) -> None:
    """Statements name people by an opaque id; with the name counted it leads to nobody. What tools keep about a person goes."""
    kept_by_tools.erase(person.id)


personal["records"] = Personal(held, export, erase)
web.navigation.append(places.places)
web.listings |= {"credentials": lists.credentials, "forwarding": lists.targets, "set-aside": lists.set_aside}
live.channels[tail.CHANNEL] = tail.channel
__all__ = ["rollup"]
