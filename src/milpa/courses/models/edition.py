"""A course held once, for some people, between two days: its places, sessions and rules."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.announced import CertificateAnnounced
from milpa.courses.models.course import Course
from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme

ENDED, POSTPONED, CANCELLED = "ended", "postponed", "cancelled"
HOW_CLOSED = [(ENDED, _("ended")), (POSTPONED, _("postponed")), (CANCELLED, _("cancelled"))]

ONLINE, FACE_TO_FACE, WORKPLACE = "online", "face_to_face", "workplace"
WAYS = [(ONLINE, _("by video call")), (FACE_TO_FACE, _("face to face")), (WORKPLACE, _("in the enterprise"))]


class CourseEditionQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "courses.see") -> "CourseEditionQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def going_on(self) -> "CourseEditionQuerySet":
        """Neither ended, postponed nor cancelled."""
        return self.filter(~Exists(EditionClosed.objects.filter(edition=OuterRef("pk"), voided_by=None)))

    def closed(self, how: str = "") -> "CourseEditionQuerySet":
        closings = EditionClosed.objects.filter(edition=OuterRef("pk"), voided_by=None)
        return self.filter(Exists(closings.filter(how=how) if how else closings))


class CourseEdition(Document, CertificateAnnounced):
    """Learners read `course_revision` until the edition takes over a newer one; `revision_before` and `renewed_at` say when it last did."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="editions")
    course_revision = models.PositiveIntegerField()
    revision_before = models.PositiveIntegerField(null=True, blank=True)
    renewed_at = models.DateTimeField(null=True, blank=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="course_editions")
    title = models.CharField(max_length=160)
    code = models.CharField(max_length=8, unique=True)  # of the link and the poster
    welcome = models.TextField(blank=True, default="")  # what the public page says
    starts_on = models.DateField()
    ends_on = models.DateField()
    enrol_from = models.DateField()
    enrol_until = models.DateField()
    places = models.PositiveIntegerField()
    for_women = models.PositiveIntegerField(default=0)
    for_micro = models.PositiveIntegerField(default=0)
    for_rural = models.PositiveIntegerField(default=0)
    reserved_until = models.DateField(null=True, blank=True)  # the last day on which places are kept
    offer_days = models.PositiveSmallIntegerField(default=2)  # to take a place that became free

    CONTENT = "milpa.courses.content.edition"
    objects = CourseEditionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "starts_on"])]

    def __str__(self) -> str:
        return self.title

    def takes_enrolments(self, today: date) -> bool:
        return self.enrol_from <= today <= self.enrol_until


class EditionInstructor(models.Model):
    edition = models.ForeignKey(CourseEdition, on_delete=models.CASCADE, related_name="instructors")
    membership = models.ForeignKey("people.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "membership"], name="instructor_once")]


class UnitDay(models.Model):
    """The day from which a unit is on the plan; nothing is locked before it."""

    edition = models.ForeignKey(CourseEdition, on_delete=models.CASCADE, related_name="unit_days")
    unit = models.UUIDField()  # of the course; it may have gone since
    opens_on = models.DateField()

    class Meta:
        ordering = ["opens_on"]
        constraints = [models.UniqueConstraint(fields=["edition", "unit"], name="one_day_a_unit")]


class Session(models.Model):
    """A meeting of an edition, for one of its groups or for all; it was held once somebody's attendance is marked."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    edition = models.ForeignKey(CourseEdition, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    way = models.CharField(max_length=12, choices=WAYS, default=ONLINE)
    title = models.CharField(max_length=160)
    at = models.CharField(max_length=300, blank=True, default="")  # place or link
    group = models.ForeignKey("EditionGroup", null=True, blank=True, on_delete=models.PROTECT, related_name="sessions")  # none: for all

    class Meta:
        ordering = ["starts_at", "id"]

    def __str__(self) -> str:
        return self.title


class Attendance(Fact):
    """Whether one enrolled person was there; the newest counts."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance")
    enrolment = models.ForeignKey("Enrolment", on_delete=models.PROTECT, related_name="attendance")
    was_there = models.BooleanField()

    said = _("marked attendance")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["session"]), models.Index(fields=["enrolment"])]


class EditionClosed(Fact):
    """An edition ended, was postponed or cancelled, and why. Voiding it opens the edition again."""

    edition = models.ForeignKey(CourseEdition, on_delete=models.PROTECT, related_name="closings")
    how = models.CharField(max_length=10, choices=HOW_CLOSED)
    why = models.TextField(blank=True, default="")

    said = _("closed a course edition")
