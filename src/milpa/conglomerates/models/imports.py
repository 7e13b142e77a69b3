"""A list on its way into the register: the sheet, what its columns mean, what a dry run found, and that it was confirmed."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger import clock
from milpa.ledger.ids import uuid7
from milpa.ledger.models.stored import Fact
from milpa.programmes.models import Programme


class RegisterImportQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "conglomerates.import_register") -> "RegisterImportQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))


class RegisterImport(models.Model):
    """Working state until it is confirmed; afterwards what remains of it is its name, its hash and its counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="imports")
    by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField(default=clock.now)
    file = models.ForeignKey("web.StoredFile", null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    headings = models.JSONField(default=list)  # the words of the first row, column by column
    columns = models.JSONField(default=dict)  # field -> number of its column, as a person confirmed it
    guesses = models.JSONField(default=list)  # [{"field", "confidence", "because", "examples"}] column by column
    checked_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)  # new enterprises
    wrong = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # the register has exactly these
    repeated = models.PositiveIntegerField(default=0)  # said twice in the list, word for word
    filled = models.PositiveIntegerField(default=0)  # of the known, how many brought something that was not known
    alike = models.JSONField(default=list)  # [{"row", "name", "other", "reasons"}] the likeliest pairs, for the dry run's page
    alike_count = models.PositiveIntegerField(default=0)

    objects = RegisterImportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "created"])]

    def __str__(self) -> str:
        return self.name


class WrongRow(models.Model):
    """A row that could not be taken, as it was written, with every error; forgotten after thirty days or when asked."""

    of = models.ForeignKey(RegisterImport, on_delete=models.CASCADE, related_name="wrong_rows")
    number = models.PositiveIntegerField()  # as the spreadsheet numbers it
    cells = models.JSONField(default=list)
    errors = models.JSONField(default=list)  # [[field, code, value]]

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wrong_row_a_number")]


class ImportConfirmed(Fact):
    """The rows of a list that could be taken are in the register."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="imports_confirmed")
    list = models.UUIDField()  # the RegisterImport
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)

    said = _("put a list into the register")
