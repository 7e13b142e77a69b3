"""A human being who takes part; may have no account. Belongs to one institution."""

from django.db import models

from milpa.ledger.ids import uuid7
from milpa.people.models.institution import Institution


class PersonQuerySet(models.QuerySet):
    def of(self, institution: Institution) -> "PersonQuerySet":
        return self.filter(institution=institution)

    def seen_by(self, person: "Person") -> "PersonQuerySet":
        """The people of one's own institution; the partners' people are seen through their programme."""
        return self.filter(institution=person.institution_id)


class Person(models.Model):
    """A plain row with an audit line: its newest name wins; who asks to go becomes a row without a name."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=120, blank=True, default="")
    language = models.CharField(max_length=8, default="es")
    phone = models.CharField(max_length=20, blank=True, default="")
    joined_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["institution", "name"])]

    def __str__(self) -> str:
        return self.name
