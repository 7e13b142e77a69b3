"""What is taught: a course with its units, lessons, questions and practices. Learners read a published revision of it."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.announced import CertificateAnnounced
from milpa.guide.texts import Text
from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.people.standing import relations
from milpa.programmes.models import Programme

COURSE, REMEDIAL, ONBOARDING = "course", "remedial", "onboarding"
KINDS = [(COURSE, _("course")), (REMEDIAL, _("remedial units")), (ONBOARDING, _("welcome lesson"))]

TEXT, IMAGE, AUDIO, VIDEO, WORKSHEET = "text", "image", "audio", "video", "worksheet"
BLOCKS = [(TEXT, _("text")), (IMAGE, _("picture")), (AUDIO, _("sound")), (VIDEO, _("video")), (WORKSHEET, _("worksheet"))]

CHOICE, MULTIPLE, ORDERING, NUMBER, SHORT = "choice", "multiple", "ordering", "number", "short"
QUESTIONS = [
    (CHOICE, _("one right answer")),
    (MULTIPLE, _("several right answers")),
    (ORDERING, _("put in order")),
    (NUMBER, _("a number")),
    (SHORT, _("one or two words")),
]


class CourseQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "courses.see") -> "CourseQuerySet":
        """Courses of the programmes on which the person may do the verb, and their own institution's without a programme."""
        mine = models.Q(programme__in=Programme.objects.open_to(person, verb))
        if person is not None and "host" in relations(person, verb):
            mine |= models.Q(programme=None, institution=person.institution_id)
        return self.filter(mine)


class Course(Document, CertificateAnnounced):
    """Texts are in `language`; the title is {"es", "en"}. `certificate_*` is what an edition announces unless it says otherwise."""

    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="courses")
    kind = models.CharField(max_length=12, choices=KINDS, default=COURSE)
    title = models.JSONField(default=dict)
    summary = models.TextField(blank=True, default="")
    outcome = models.TextField(blank=True, default="")
    language = models.CharField(max_length=8, default="es")
    hours_note = models.CharField(max_length=300, blank=True, default="")
    licence = models.CharField(max_length=60, blank=True, default="CC BY-SA 4.0")
    is_illustrative = models.BooleanField(default=False)

    CONTENT = "milpa.courses.content.course"
    objects = CourseQuerySet.as_manager()

    def __str__(self) -> str:
        return str(Text(self.title))


class Unit(models.Model):
    """`task`: the practical task whose gap this unit closes (B1 to B10), "" where there is none."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="units")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    goal = models.TextField(blank=True, default="")
    task = models.CharField(max_length=4, blank=True, default="")
    is_printable = models.BooleanField(default=False)  # its printable blocks are the sheet for whoever accompanies

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.title


class Lesson(models.Model):
    """Its blocks in order, then its questions, if any. It keeps its id however it is moved or rewritten."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="lessons")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    minutes = models.PositiveSmallIntegerField(default=8)
    is_optional = models.BooleanField(default=False)
    pass_share = models.DecimalField(max_digits=4, decimal_places=3, default=Decimal("0.6"))  # of the quiz's points

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.title


class LessonServes(models.Model):
    """The lesson serves a training action of the strategy: a link of the golden thread."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="serves")
    action = models.ForeignKey("strategies.TrainingAction", on_delete=models.CASCADE, related_name="served_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lesson", "action"], name="served_once")]


class Block(models.Model):
    """A part of a lesson. What its file is (size, pixels) is copied here, so that a page says it without asking.

    `text`: markdown of a text, caption of a picture, note under a sound. `sheet`: a worksheet as `worksheets.Worksheet` reads it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="blocks")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=BLOCKS)
    title = models.CharField(max_length=160, blank=True, default="")
    text = models.TextField(blank=True, default="")
    alt = models.CharField(max_length=500, blank=True, default="")
    is_decorative = models.BooleanField(default=False)
    transcript = models.TextField(blank=True, default="")
    is_captioned = models.BooleanField(default=False)  # its words are in the picture, or it has none
    seconds = models.PositiveIntegerField(default=0)
    file = models.UUIDField(null=True, blank=True)  # a StoredFile that belongs to the course
    file_name = models.CharField(max_length=120, blank=True, default="")
    bytes = models.PositiveIntegerField(default=0)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    poster = models.UUIDField(null=True, blank=True)  # the picture before a video is loaded
    poster_name = models.CharField(max_length=120, blank=True, default="")
    sheet = models.JSONField(default=dict, blank=True)
    is_printable = models.BooleanField(default=False)

    class Meta:
        ordering = ["place"]


class Question(models.Model):
    """One question of a lesson's quiz. `right`: positions in `options`, from 0; in the right order where one puts in order."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=QUESTIONS)
    prompt = models.TextField()
    options = models.JSONField(default=list, blank=True)  # list of texts
    right = models.JSONField(default=list, blank=True)  # list of positions
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)  # of a number
    tolerance = models.DecimalField(max_digits=14, decimal_places=4, default=Decimal(0))
    unit = models.CharField(max_length=30, blank=True, default="")
    accepted = models.JSONField(default=list, blank=True)  # list of texts, of a short answer
    points = models.PositiveSmallIntegerField(default=1)
    feedback_right = models.TextField(blank=True, default="")
    feedback_wrong = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["place"]


class Practice(models.Model):
    """Something done in one's own business at the end of a unit. `guide`: for who comments; learners never read it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="practice")
    title = models.CharField(max_length=160)
    prompt = models.TextField()
    asks_photo = models.BooleanField(default=True)
    guide = models.TextField(blank=True, default="")


class CoursePublishedQuerySet(FactQuerySet):
    def newest(self, course: Any) -> "CoursePublished | None":
        found: CoursePublished | None = self.filter(course=course, voided_by=None).in_order().last()
        return found


class CoursePublished(Fact):
    """Revision `number` may be taught. `problems`: how many checks of weight and accessibility it did not pass, and why it went out so."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="published")
    number = models.PositiveIntegerField()
    problems = models.PositiveIntegerField(default=0)
    why = models.TextField(blank=True, default="")

    objects = CoursePublishedQuerySet.as_manager()
    said = _("published a course")
