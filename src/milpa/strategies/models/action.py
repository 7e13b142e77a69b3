"""A training action: what answers needs, for whom, what they will be able to do, how, when and for how much."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.ids import uuid7
from milpa.strategies.models.strategy import Strategy

KINDS = [
    ("course", _("course")),
    ("remedial", _("remedial course")),
    ("assistance", _("technical assistance")),
    ("other", _("other training")),
]
MODALITIES = [
    ("distance", _("distance")),
    ("blended", _("blended")),
    ("face_to_face", _("face to face")),
    ("in_workplace", _("in the workplace")),
    ("assistance", _("technical assistance")),
]
LANGUAGES = [
    ("es", "español"),
    ("en", "English"),
    ("quc", "K'iche'"),
    ("kek", "Q'eqchi'"),
    ("cak", "Kaqchikel"),
    ("mam", "Mam"),
    ("cab", "Garífuna"),
    ("xin", "Xinka"),
]


class Answerable(models.Model):
    """Who answers for it: a person of the programme, or a post or institution in words."""

    responsible = models.CharField(max_length=160, blank=True, default="")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class TrainingAction(Answerable):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="actions")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=KINDS, default="course")
    name = models.CharField(max_length=160)
    for_whom = models.TextField(blank=True, default="")
    learning_outcome = models.TextField(blank=True, default="")
    level = models.CharField(max_length=80, blank=True, default="")
    modality = models.CharField(max_length=14, choices=MODALITIES, blank=True, default="")
    modality_says = models.TextField(blank=True, default="")
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    places = models.PositiveIntegerField(null=True, blank=True)
    ict_needed = models.TextField(blank=True, default="")
    depends_on = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="opens")
    why_no_need = models.TextField(blank=True, default="")  # where it answers none: what it is for
    instructor_profile = models.TextField(blank=True, default="")
    recognition = models.TextField(blank=True, default="")  # what is given at the end, and who recognises it
    standard = models.TextField(blank=True, default="")  # occupational standard or profile
    event_code = models.CharField(max_length=40, blank=True, default="")
    language = models.JSONField(default=list)  # ISO 639 codes
    language_support = models.TextField(blank=True, default="")
    offered_to_workers = models.BooleanField(default=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="GTQ")
    starts = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_course(self) -> bool:
        """Whether it is given through lessons of the platform."""
        return self.kind in ("course", "remedial")
