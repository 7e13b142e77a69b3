"""Who may have a place: the people of the programme's register, and the owners and workers of the institutions that take part."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from milpa.conglomerates.models import Post
from milpa.people.models import Membership, Person
from milpa.people.roles import LEARNERS
from milpa.programmes.models import Partner, Programme
from milpa.readiness import learners


def people_for(programme: Programme) -> QuerySet[Person]:
    posts = Post.objects.standing().filter(enterprise__programme=programme, person=OuterRef("pk"))
    role = Membership.objects.open().filter(person=OuterRef("pk"), role__in=LEARNERS)
    partners = Partner.objects.accepted().filter(programme=programme).values("invited")
    of_theirs = Q(institution=programme.institution_id) | Q(institution__in=partners)
    return Person.objects.filter(Exists(posts) | (of_theirs & Exists(role)), erased_at=None)


def programmes_for(person: Any) -> QuerySet[Programme]:
    """Where the person may ask for a place themselves."""
    return learners.programmes_of(person)
