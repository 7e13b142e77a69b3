"""What is announced of a certificate: a course proposes it, each of its editions says it before it begins."""

from decimal import Decimal

from django.db import models


class CertificateAnnounced(models.Model):
    """Shares are fractions of 1; empty: not asked for."""

    hours = models.DecimalField(max_digits=5, decimal_places=1, default=Decimal(0))
    certificate_lessons = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    certificate_attendance = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    certificate_practices = models.PositiveSmallIntegerField(null=True, blank=True)
    certificate_quiz = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    gives_certificate = models.BooleanField(default=False)
    certificate_says = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
