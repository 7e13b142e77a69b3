"""What `readiness` tells the packages before it: its places, what it holds of a person, its list."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from milpa.people.gathering import Asked, gathered, words_of
from milpa.people.models import Person
from milpa.people.registries import Held, Personal, personal
from milpa.people.roles import LEARNERS
from milpa.people.standing import may, roles_of
from milpa.readiness import company
from milpa.readiness.models import LevellingChosen, PracticalTaskDone
from milpa.readiness.sittings import title_of
from milpa.web import registries
from milpa.web.addresses import url


def places(request: HttpRequest) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    if person is None:
        return []
    if may(person, "readiness.see_people"):
        return [(_("Who needs company"), url("readiness:people"))]
    return [(_("My phone"), url("readiness:start"))] if roles_of(person) & LEARNERS else []


def held(person: Person) -> list[Held]:
    """One query."""
    found = gathered(
        did=Asked(PracticalTaskDone.objects.standing().filter(person=person), ["task", "outcome"]),
        chose=Asked(LevellingChosen.objects.filter(person=person, voided_by=None), ["choice"]),
    )
    outcomes, choices = words_of(PracticalTaskDone, "outcome"), words_of(LevellingChosen, "choice")
    rows = [(title_of(row.texts[0]), f"{outcomes[row.texts[1]]}, {row.day}") for row in found["did"]]
    rows += [(_("Remedial units"), f"{choices[row.texts[0]]}, {row.day}") for row in found["chose"]]
    why = _("To offer you only the units that you need, and company if you want it.")
    kept = _("How a task was done and what was chosen, without your name and without what you touched or typed.")
    return [Held(_("What you did on the practice phone"), why, rows, kept)]


def export(person: Person) -> dict[str, Any]:
    did = PracticalTaskDone.objects.filter(person=person).in_order()
    chose = LevellingChosen.objects.filter(person=person).in_order()
    return {
        "practical_tasks": list(did.values("task", "form", "outcome", "hints", "reasons", "events", "recorded_at")),
        "choices": list(chose.values("choice", "tasks", "recorded_at")),
    }


def erase(person: Person) -> None:
    """Nothing beyond the texts: the ledger empties `events` with the person's other facts."""


registries.navigation.append(places)
registries.listings["who-needs-company"] = company.listing
personal["readiness"] = Personal(held, export, erase)
