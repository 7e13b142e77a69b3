"""The abstract bases of every fact."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models

from milpa.ledger.ids import uuid7


class FactsAreKept(TypeError):
    """Code tried to change or delete facts; there is no such verb."""


class FactQuerySet(models.QuerySet):
    """Facts are read and appended; nothing else."""

    def update(self, **values: Any) -> int:
        raise FactsAreKept("facts are never edited: append another fact")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise FactsAreKept("facts are never deleted: void or erase them")

    def create(self, **values: Any) -> Any:
        raise FactsAreKept("facts are written with ledger.append")

    def bulk_create(self, *args: Any, **values: Any) -> Any:
        raise FactsAreKept("facts are written with ledger.append")

    def in_order(self) -> "FactQuerySet":
        return self.order_by("recorded_at", "id")


class Stored(models.Model):
    """What every fact carries; `body_hash` and `salt` let two nodes see that they hold the same thing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said_at = models.DateTimeField(null=True, blank=True)  # the client's clock, kept as said
    recorded_at = models.DateTimeField(null=True)  # set by the node that first accepts it
    node = models.UUIDField(null=True)
    arrived = models.BigIntegerField(null=True, db_index=True)  # this node's own counter
    device = models.CharField(max_length=64, blank=True, default="")
    body_hash = models.BinaryField(max_length=32)
    salt = models.BinaryField(max_length=16)

    objects: ClassVar[Any] = FactQuerySet.as_manager()

    said: ClassVar[Any] = ""  # what the person did, as the audit trail reads it: "wrote a card"
    erasable: ClassVar[tuple[str, ...]] = ()  # free text that `Erased` empties
    derived: ClassVar[tuple[str, ...]] = ()  # columns that follow from other facts

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        raise FactsAreKept("facts are written with ledger.append")

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise FactsAreKept("facts are never deleted: void or erase them")


class Fact(Stored):
    """Something a person of an institution did or said. `institution` is the tenant: the programme's owner, else the person's."""

    by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    voided_by = models.UUIDField(null=True, editable=False)

    derived = ("voided_by",)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["institution", "recorded_at"])]


class Closable(models.Model):
    """A fact that a later fact closes (a membership, an enrolment, a vote): `closed_by` is that fact's id."""

    closed_by = models.UUIDField(null=True, editable=False)

    class Meta:
        abstract = True


class Anonymous(Stored):
    """An answer or ballot without author: no `by`, no device, no clock, the day at 00:00, no number until sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    institution = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Mark(Stored):
    """ "Has answered": who, or which one-use ticket, about what; no time. It guards "once" and is counted for involvement."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    institution = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ticket = models.CharField(max_length=64, blank=True, default="")
    about = models.UUIDField(db_index=True)

    class Meta:
        abstract = True


def closing_field(model: type[Stored]) -> str | None:
    """Name of the foreign key to what facts of this model close, if they close anything."""
    return getattr(model, "closes", None)


def kind_of(model: type[models.Model]) -> str:
    """`workshops.cardwritten`: how a kind of fact or document is named in the ledger."""
    return model._meta.label_lower


def of_kind(kind: str) -> Any:
    """The model of a kind. Raises LookupError for one that is not installed."""
    from django.apps import apps

    return apps.get_model(kind)


def fact_models() -> list[type[Stored]]:
    """Every table of facts, in the order of the packages."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Stored)]
