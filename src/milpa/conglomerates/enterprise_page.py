"""What the page of one enterprise shows."""

from typing import Any

from milpa.conglomerates import reference
from milpa.conglomerates.models import Enterprise, Post
from milpa.conglomerates.register_words import LANGUAGES
from milpa.conglomerates.sizing import class_of, reason_in_words, year_of
from milpa.ledger.models.documents import Revision
from milpa.people.models import Person
from milpa.people.roles import LEARNERS
from milpa.people.standing import may

PEOPLE = 500  # more are not offered in a choice


def page_of(one: Enterprise, person: Any) -> dict[str, Any]:
    """Everything but the forms, of an enterprise read `with_board`. Eight queries."""
    names = may(person, "conglomerates.name_people") and one.institution_id == person.institution_id
    return {
        "one": one,
        "activity": reference.class_titles([one.isic]).get(one.isic, "") if one.isic else "",
        "place": reference.municipality(one.municipality) if one.municipality else None,
        "language": str(LANGUAGES.get(one.language, one.language)) if one.language else None,
        "size": _size(one),
        "posts": list(Post.objects.standing().filter(enterprise=one).select_related("person").in_order()),
        "joined": list(one.joined.all()),
        "on_board": bool(one.on_board),  # type: ignore[attr-defined]  # `with_board` adds it
        "saves": list(Revision.objects.filter(document=one.id).order_by("-number").values("number", "why", "at", "by__name")[:5]),
        "may_edit": may(person, "conglomerates.edit_register"),
        "may_see_contacts": may(person, "conglomerates.see_contacts"),
        "may_erase": may(person, "conglomerates.erase_contact"),
        "may_name": names,
        "people_to_name": people_to_name(one, person) if names else [],
    }


def _size(one: Enterprise) -> dict[str, Any]:
    """The class, why, and by which norm of which year; whether that norm was verified."""
    norms = reference.Norms(one.programme.institution.country)
    found, year = class_of(one, norms), year_of(one)
    norm = norms.of(year, one.isic)
    return {
        "why": reason_in_words(found),
        "year": year,
        "law": norm.rows[0].law if norm else "",
        "is_verified": bool(norm) and all(row.source_kind != "memory" for row in norm.rows),  # type: ignore[union-attr]  # asked first
    }


def people_to_name(one: Enterprise, person: Any) -> list[Person]:
    """Owners and workers of the programme's institution, by name."""
    learners = Person.objects.filter(institution=one.institution_id, erased_at=None, memberships__role__in=LEARNERS)
    return list(learners.order_by("name", "id").distinct()[:PEOPLE])
