"""Who asked for a place, who has one, who left, and who was accompanied through the welcome lesson."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.edition import CourseEdition
from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.programmes.models import Programme

WAYS = [
    ("register", _("from the register")),
    ("list", _("the association's list")),
    ("link", _("the link")),
    ("qr", _("the poster")),
    ("code", _("the code")),
    ("with", _("together with the course")),
]
RESERVED = [("women", _("a woman")), ("micro", _("a micro-enterprise")), ("rural", _("of a rural area"))]


class PlaceAskedQuerySet(FactQuerySet):
    def standing(self) -> "PlaceAskedQuerySet":
        """Not withdrawn."""
        return self.filter(voided_by=None, closed_by=None)

    def waiting(self) -> "PlaceAskedQuerySet":
        """Standing, and without a place so far."""
        placed = Enrolment.objects.filter(asked=OuterRef("pk"), voided_by=None)
        return self.standing().filter(~Exists(placed))


class PlaceAsked(Closable, Fact):
    """A person's wish for a place. `kinds`: what they said of themselves that places are kept for, with spaces between."""

    edition = models.ForeignKey(CourseEdition, on_delete=models.PROTECT, related_name="asked")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=WAYS, default="register")
    reached_by = models.CharField(max_length=20, blank=True, default="")  # how they heard of it
    kinds = models.CharField(max_length=40, blank=True, default="")
    of_enterprise = models.CharField(max_length=200, blank=True, default="")  # in their words, where the register has none
    group = models.UUIDField(null=True, blank=True)  # of the edition, where there are several to choose from
    is_newcomer = models.BooleanField(default=False)  # came by the public page without an account: somebody confirms it

    objects = PlaceAskedQuerySet.as_manager()
    said = _("asked for a place in a course")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["edition"]), models.Index(fields=["person"])]


class PlaceOffered(Fact):
    """A place became free and is kept for this person for some days."""

    asked = models.ForeignKey(PlaceAsked, on_delete=models.PROTECT, related_name="offers")

    said = _("offered a place in a course")


class PlaceGivenUp(Fact):
    closes = "asked"
    asked = models.ForeignKey(PlaceAsked, on_delete=models.PROTECT, related_name="given_up")
    why = models.TextField(blank=True, default="")

    said = _("no longer asks for a place")


class EnrolmentQuerySet(FactQuerySet):
    def standing(self) -> "EnrolmentQuerySet":
        """Enrolled now: not voided and not left."""
        return self.filter(voided_by=None, closed_by=None)

    def open_to(self, person: Any, verb: str = "courses.see_people") -> "EnrolmentQuerySet":
        """Of the editions of the programmes on which the person may do the verb."""
        return self.filter(edition__programme__in=Programme.objects.open_to(person, verb))

    def of(self, person: Any) -> "EnrolmentQuerySet":
        return self.filter(person=person, voided_by=None)


class Enrolment(Closable, Fact):
    """A person has a place in an edition. Its id is the registration of their learning statements."""

    edition = models.ForeignKey(CourseEdition, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="enrolments")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")
    asked = models.ForeignKey(PlaceAsked, null=True, blank=True, on_delete=models.PROTECT, related_name="enrolments")

    objects = EnrolmentQuerySet.as_manager()
    said = _("enrolled in a course")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["edition"]), models.Index(fields=["person"])]


class EnrolmentClosed(Fact):
    closes = "enrolment"
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="closings")
    why = models.TextField(blank=True, default="")

    said = _("left a course")
    erasable = ("why",)


class Accompanied(Fact):
    """Somebody went through the welcome lesson beside this person, who could not or did not want to do it alone."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True, default="")

    said = _("accompanied a person through the welcome lesson")
    erasable = ("note",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["programme", "person"])]
