"""What shows that a step was done, and the gates that were passed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact

KINDS = [("file", _("file")), ("link", _("link")), ("note", _("note")), ("photo", _("photograph"))]


class EvidenceAttached(Fact):
    """Attached by hand to a step; with `suffices` a coordinator says that nothing else is needed."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="evidence")
    step = models.SlugField(max_length=40)
    key = models.CharField(max_length=60, blank=True, default="")  # the evidence key it answers, if one
    kind = models.CharField(max_length=10, choices=KINDS)
    title = models.CharField(max_length=160)
    note = models.TextField(blank=True, default="")
    link = models.URLField(max_length=500, blank=True, default="")
    file = models.UUIDField(null=True, blank=True)  # a StoredFile
    suffices = models.BooleanField(default=False)

    said = _("attached evidence")
    erasable = ("note",)


class GatePassed(Fact):
    """A gate was passed, with a written reason that stays visible."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="gates")
    phase = models.SlugField(max_length=40)
    why = models.TextField()
    was_met = models.BooleanField()

    said = _("passed a gate")


class StepState(models.Model):
    """Derived: the evidence answers of one step, kept while `touched` equals `seen` and `until` has not passed."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.CASCADE, related_name="states")
    step = models.SlugField(max_length=40)
    touched = models.PositiveIntegerField(default=0)  # raised by every action that may change the answer
    seen = models.PositiveIntegerField(null=True)  # the `touched` that was read before computing
    until = models.DateTimeField(null=True)
    answers = models.JSONField(default=list)  # EvidenceAnswer as plain values, one a key

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "step"], name="one_state_a_step")]
