"""What the register and the counterpart hold of a person: shown, handed over, let go of."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from milpa.conglomerates.models import CounterpartAppointed, Post
from milpa.people.gathering import Asked, gathered, words_of
from milpa.people.models import Person
from milpa.people.registries import Held


def _posts(person: Person) -> Any:
    return Post.objects.standing().filter(person=person).select_related("enterprise").in_order()


def _mandates(person: Person) -> Any:
    named = CounterpartAppointed.objects.filter(Q(liaison=person) | Q(deputy=person), voided_by=None)
    return named.select_related("body").in_order()


def held(person: Person) -> list[Held]:
    """One query."""
    spoken = CounterpartAppointed.objects.filter(voided_by=None)
    found = gathered(
        posts=Asked(Post.objects.standing().filter(person=person), ["enterprise__name", "role"]),
        liaison=Asked(spoken.filter(liaison=person), ["body__name"]),
        deputy=Asked(spoken.filter(deputy=person).exclude(liaison=person), ["body__name"]),
    )
    roles = words_of(Post, "role")
    posts = [(name, roles[role]) for _at, (name, role) in found["posts"]]
    mandates = [(row.texts[0], _("liaison")) for row in found["liaison"]] + [(row.texts[0], _("deputy")) for row in found["deputy"]]
    return [
        Held(
            _("Your enterprise"),
            _("To invite you to what concerns it, and to count it once."),
            posts,
            _("That somebody owned it or worked in it, without your name."),
        ),
        Held(_("For whom you speak"), _("So that one knows whom to ask."), mandates, _("That there was a liaison, without your name.")),
    ]


def export(person: Person) -> dict[str, Any]:
    return {
        "posts": list(_posts(person).values("enterprise__name", "role", "recorded_at")),
        "mandates": list(_mandates(person).values("body__name", "kind", "until", "recorded_at")),
    }


def erase(person: Person) -> None:
    """Nothing beyond the name: posts and mandates name the person by id. What an enterprise wrote as its contact has its own erasure."""
