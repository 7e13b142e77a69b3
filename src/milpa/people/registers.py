"""What `people` tells: its places in the navigation, and what it holds of a person itself."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.people.gathering import Asked, gathered, words_of
from milpa.people.models import ConsentGiven, Membership, Person
from milpa.people.registries import Held, Personal, personal
from milpa.people.roles import BY_SLUG
from milpa.people.standing import may
from milpa.web import registries


def places(request: HttpRequest) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    return [(_("People"), reverse("people:members"))] if person and may(person, "people.see_members") else []


def held(person: Person) -> list[Held]:
    """One query."""
    account = getattr(person, "account", None)
    rows = [(_("Name"), person.name), (_("Telephone"), person.phone), (_("Language"), person.language)]
    rows += [(_("E-mail"), account.email or ""), (_("Code"), account.code or "")] if account else []
    found = gathered(
        roles=Asked(Membership.objects.open().filter(person=person), ["role"]),
        consents=Asked(ConsentGiven.objects.standing().filter(person=person), ["use"]),
    )
    roles = [(str(BY_SLUG[row.texts[0]].name), _("since {day}").format(day=row.day)) for row in found["roles"]]
    uses = words_of(ConsentGiven, "use")
    consents = [(uses[row.texts[0]], row.day) for row in found["consents"]]
    return [
        Held(_("Who you are"), _("To call you by your name and let you in."), [row for row in rows if row[1]], ""),
        Held(_("Your roles"), _("To open what concerns you, and only that."), roles, _("That somebody had the role, without your name.")),
        Held(_("What you allowed"), _("To keep to it."), consents, _("That it was allowed, without your name.")),
    ]


def export(person: Person) -> dict[str, Any]:
    account = getattr(person, "account", None)
    return {
        "name": person.name,
        "telephone": person.phone,
        "language": person.language,
        "joined_at": person.joined_at,
        "email": account.email if account else None,
        "roles": list(Membership.objects.open().filter(person=person).values_list("role", flat=True)),
        "consents": list(ConsentGiven.objects.filter(person=person).values("use", "way", "recorded_at")),
    }


def erase(person: Person) -> None:
    """The row itself is emptied by the action; roles end with the account."""


registries.navigation.append(places)
personal["people"] = Personal(held, export, erase)
