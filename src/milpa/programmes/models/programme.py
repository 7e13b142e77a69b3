"""A programme is a guide edition at work, owned by one institution, with its partners."""

from typing import Any

from django.db import models
from django.db.models import Q

from milpa.guide.editions import Edition, edition
from milpa.ledger.models.documents import Document
from milpa.people.standing import relations


class ProgrammeQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "programmes.see") -> "ProgrammeQuerySet":
        """Programmes on which the person may do the verb: own ones, and those whose invitation their institution accepted."""
        if person is None:
            return self.none()
        from milpa.programmes.models.partner import Partner

        how = relations(person, verb)
        mine = Q(institution=person.institution_id) if "host" in how else Q(pk__in=[])
        accepted = Partner.objects.accepted().filter(invited=person.institution_id)
        if "partner" in how:
            mine |= Q(id__in=accepted.values("programme"))
        elif "counterpart" in how:
            mine |= Q(id__in=accepted.filter(speaks=True).values("programme"))
        return self.filter(mine)


class Programme(Document):
    edition = models.ForeignKey("guide.GuideEdition", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    summary = models.TextField(blank=True, default="")
    language = models.CharField(max_length=8, default="es")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    grown_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="grown")
    is_historical = models.BooleanField(default=False)  # shows only what a source says
    source = models.TextField(blank=True, default="")  # of a historical programme

    CONTENT = "milpa.programmes.content"
    objects = ProgrammeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @property
    def guide(self) -> Edition:
        return edition(self.edition_id)


class Assignment(models.Model):
    """Who answers for a step, by when: a role word of the guide, and a membership once somebody is named."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="assignments")
    step = models.SlugField(max_length=40)
    role = models.CharField(max_length=24)
    membership = models.ForeignKey("people.Membership", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "step"], name="one_assignment_a_step")]
