"""Documents: typed tables hold what is current; every save leaves a revision as bytes."""

import json
from typing import Any, ClassVar

from django.db import models

from milpa.ledger.ids import uuid7


class Document(models.Model):
    """Something people write and change, owned by one institution. `CONTENT` names the module that knows its canonical content:

    `VERSION: int`, `content(document) -> dict` and `LIFT: dict[int, Callable[[dict], dict]]` (from that version to the next).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    CONTENT: ClassVar[str] = ""

    class Meta:
        abstract = True


class Revision(models.Model):
    """One save: who, when, why, and the content as bytes that are never rendered again."""

    kind = models.CharField(max_length=80)
    document = models.UUIDField()
    number = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey("people.Institution", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_revision_a_number")]
        indexes = [models.Index(fields=["institution", "at"])]

    def plain(self) -> Any:
        """The content as it was written, of its own version."""
        return json.loads(bytes(self.content))
