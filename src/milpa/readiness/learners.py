"""Whose diagnosis a person may touch: their own, and their institution's owners and workers if they accompany."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from milpa.conglomerates.models import Post
from milpa.people.models import Membership, Person
from milpa.people.roles import LEARNERS
from milpa.people.standing import may
from milpa.programmes.models import Partner, Programme


def learners_of(institution: UUID) -> QuerySet[Person]:
    """Owners and workers with an open role; erased ones are gone."""
    open_role = Membership.objects.open().filter(person=OuterRef("pk"), role__in=LEARNERS)
    return Person.objects.filter(Exists(open_role), institution=institution, erased_at=None)


def accompanied_by(staff: Person) -> QuerySet[Person]:
    """Those whom this member of staff may help and act for."""
    return learners_of(staff.institution_id) if may(staff, "readiness.accompany") else Person.objects.none()


def seen_by(staff: Person) -> QuerySet[Person]:
    return learners_of(staff.institution_id) if may(staff, "readiness.see_people") else Person.objects.none()


def open_to(by: Person) -> QuerySet[Person]:
    """The person, and those whom they accompany."""
    return Person.objects.filter(Q(id=by.id) | Q(id__in=accompanied_by(by).values("id")))


def learners_in(programme: Programme) -> QuerySet[Person]:
    """Who owns an enterprise of the programme's register, or works in one."""
    posts = Post.objects.standing().filter(enterprise__programme=programme, person=OuterRef("pk"))
    return Person.objects.filter(Exists(posts), erased_at=None)


def programmes_of(learner: Person) -> QuerySet[Programme]:
    """Programmes at work in which the person's enterprise or institution takes part."""
    partner = Partner.objects.accepted().filter(invited=learner.institution_id).values("programme")
    enterprise = Post.objects.standing().filter(person=learner).values("enterprise__programme")
    theirs = Q(institution=learner.institution_id) | Q(id__in=partner) | Q(id__in=enterprise)
    return Programme.objects.filter(theirs, is_historical=False)
