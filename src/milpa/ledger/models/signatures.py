"""Signatures on documents: facts that name the revision and its hash."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact


class Signed(Fact):
    """`by` signed revision `number` of a document for the institution `side`."""

    kind = models.CharField(max_length=80)
    document = models.UUIDField(db_index=True)
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    side = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=120, blank=True, default="")  # "presidenta", "director"

    said = _("signed a document")


class SignatureDeclined(Fact):
    """`side` does not sign, and why; typed by itself or recorded for it by the owner."""

    kind = models.CharField(max_length=80)
    document = models.UUIDField(db_index=True)
    number = models.PositiveIntegerField()
    side = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    why = models.TextField()

    said = _("put on record why a document is not signed")
