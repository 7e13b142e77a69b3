"""What `records` tells: what it holds of a person; its own rollup is registered by importing it."""

import json
from typing import Any

from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.people.registries import Held, Personal, personal
from milpa.records import rollup
from milpa.records.models import Statement

MOST_SHOWN = 20


def held(person: Person) -> list[Held]:
    mine = Statement.objects.filter(actor=str(person.id)).order_by("-arrived")
    rows = [(statement.verb.rsplit("/", 1)[-1], statement.recorded_at.date().isoformat()) for statement in mine[:MOST_SHOWN]]
    why = _("To know where you stopped, to give you your certificate, and to make the courses better.")
    kept = _("That a lesson was done, under a number that leads to nobody.")
    return [Held(_("What you did in the courses ({n})").format(n=mine.count()), why, rows, kept)]


def export(person: Person) -> dict[str, Any]:
    mine = Statement.objects.filter(actor=str(person.id)).order_by("arrived")
    return {"statements": [json.loads(bytes(content)) for content in mine.values_list("content", flat=True)]}


def erase(person: Person) -> None:
    """Statements name people by an opaque id; with the name gone it leads to nobody."""


personal["records"] = Personal(held, export, erase)
__all__ = ["rollup"]
