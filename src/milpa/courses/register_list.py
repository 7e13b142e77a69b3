"""Whom one may enrol from the register: owners and workers of the programme's enterprises, and of the institutions that take part."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from milpa.conglomerates.models import Post
from milpa.courses.enrollable import people_for
from milpa.courses.models import CourseEdition, Enrolment, PlaceAsked
from milpa.courses.models.enrolment import RESERVED
from milpa.web.search.words import plain_words

MOST = 25


@dataclass(frozen=True, slots=True)
class Found:
    """`kinds`: which kept places would be theirs by what the register says of their enterprise."""

    id: UUID
    name: str
    meta: str
    enterprise: UUID | None
    kinds: tuple[str, ...]
    is_in: bool
    waits: bool


def kinds_of(edition: CourseEdition) -> list[tuple[str, str]]:
    """The kinds that this edition keeps places for, with their words."""
    return [(kind, str(label)) for kind, label in RESERVED if getattr(edition, f"for_{kind}")]


def people(edition: CourseEdition, asked: str) -> tuple[list[Found], bool]:
    """Up to MOST of them by name, and whether there are more. Two queries."""
    post = Post.objects.standing().filter(person=OuterRef("pk"), enterprise__programme=edition.programme_id).order_by("recorded_at")
    rows = people_for(edition.programme).annotate(
        post=Subquery(post.values("id")[:1]),
        enrolled=Subquery(Enrolment.objects.standing().filter(edition=edition, person=OuterRef("pk")).values("id")[:1]),
        in_line=Subquery(PlaceAsked.objects.waiting().filter(edition=edition, person=OuterRef("pk")).values("id")[:1]),
    )
    for word in plain_words(asked):
        rows = rows.filter(Q(name__icontains=word) | Q(posts__enterprise__name__icontains=word))
    found = list(rows.distinct().order_by("name", "id")[: MOST + 1])
    posts = Post.objects.select_related("enterprise").in_bulk([row.post for row in found if row.post])
    return [_found(row, posts.get(row.post)) for row in found[:MOST]], len(found) > MOST


def _found(person: Any, post: Post | None) -> Found:
    enterprise = post.enterprise if post else None
    meta = f"{post.get_role_display()} · {enterprise.name}" if post and enterprise else _("in no enterprise of the register")
    kinds = [
        kind
        for kind, holds in (("micro", enterprise and enterprise.size == "micro"), ("rural", enterprise and enterprise.is_rural))
        if holds
    ]
    return Found(
        person.pk, person.name, meta, enterprise and enterprise.pk, tuple(kinds), person.enrolled is not None, person.in_line is not None
    )
