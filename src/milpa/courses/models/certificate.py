"""That somebody met the announced rules of an edition."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.courses.models.enrolment import Enrolment
from milpa.ledger.models.stored import Fact


class CertificateIssued(Fact):
    """Anyone who holds `code` may verify it. Voided, it was withdrawn, and the page says so."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="certificates")
    code = models.CharField(max_length=16, db_index=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1)

    said = _("issued a certificate")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["enrolment"])]
