"""Whose diagnosis a person may touch: their own, and their institution's owners and workers if they accompany."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from milpa.people.models import Membership, Person
from milpa.people.roles import LEARNERS
from milpa.people.standing import may
from milpa.programmes.models import Partner, Programme


def learners_of(institutions: object) -> QuerySet[Person]:
    """Owners and workers with an open role; erased ones are gone."""
    open_role = Membership.objects.open().filter(person=OuterRef("pk"), role__in=LEARNERS)
    return Person.objects.filter(Exists(open_role), institution__in=institutions, erased_at=None)


def accompanied_by(staff: Person) -> QuerySet[Person]:
    """Those whom this member of staff may help and act for."""
    return learners_of([staff.institution_id]) if may(staff, "readiness.accompany") else Person.objects.none()


def seen_by(staff: Person) -> QuerySet[Person]:
    return learners_of([staff.institution_id]) if may(staff, "readiness.see_people") else Person.objects.none()


def open_to(by: Person) -> QuerySet[Person]:
    """The person, and those whom they accompany."""
    return Person.objects.filter(Q(id=by.id) | Q(id__in=accompanied_by(by).values("id")))


def learners_in(programme: Programme) -> QuerySet[Person]:
    """Owners and workers of the programme's owner and of its partners."""
    partners = Partner.objects.accepted().filter(programme=programme).values_list("invited", flat=True)
    return learners_of([programme.institution_id, *partners])


def programmes_of(learner: Person) -> QuerySet[Programme]:
    """Programmes at work in which the person's institution takes part."""
    taken_part = Partner.objects.accepted().filter(invited=learner.institution_id).values("programme")
    return Programme.objects.filter(Q(institution=learner.institution_id) | Q(id__in=taken_part), is_historical=False)
