"""What the register and the counterpart hold of a person: shown, handed over, let go of."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from milpa.conglomerates.models import CounterpartAppointed, Post
from milpa.people.models import Person
from milpa.people.registries import Held


def _posts(person: Person) -> Any:
    return Post.objects.standing().filter(person=person).select_related("enterprise").in_order()


def _mandates(person: Person) -> Any:
    named = CounterpartAppointed.objects.filter(Q(liaison=person) | Q(deputy=person), voided_by=None)
    return named.select_related("body").in_order()


def held(person: Person) -> list[Held]:
    posts = [(one.enterprise.name, str(one.get_role_display())) for one in _posts(person)]
    mandates = [(one.body.name, _("liaison") if one.liaison_id == person.id else _("deputy")) for one in _mandates(person)]
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
