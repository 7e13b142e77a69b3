"""Credentials: which outside tool speaks, for which institution, and what it may. Institution and person are plain ids."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from milpa.ledger import clock


class Credentials(models.QuerySet["Credential"]):
    def of(self, institution: UUID) -> Self:
        return self.filter(institution=institution)

    def standing(self) -> Self:
        return self.filter(revoked_at=None)


class Credential(models.Model):
    """One outside tool of one institution. Its name is free again once it is revoked."""

    id = models.UUIDField(primary_key=True)  # made when the form was shown
    institution = models.UUIDField()
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=40, unique=True)
    scopes = models.CharField(max_length=200)  # words of `access.scopes`, separated by spaces
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    revoked_by = models.UUIDField(null=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)  # to the minute

    objects = Credentials.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "name"], condition=Q(revoked_at=None), name="one_credential_a_name"),
        ]

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None


class Secrets(models.QuerySet["CredentialSecret"]):
    def open_at(self, moment: datetime) -> Self:
        """Those that let somebody in at that moment."""
        return self.filter(Q(until=None) | Q(until__gt=moment), credential__revoked_at=None)

    def open(self) -> Self:
        return self.open_at(clock.now())


class CredentialSecret(models.Model):
    """A secret as its SHA-256: it is 256 random bits, so that no slow hash is needed. The old one goes on until its grace ends."""

    id = models.UUIDField(primary_key=True)
    credential = models.ForeignKey(Credential, on_delete=models.CASCADE, related_name="secrets")
    digest = models.BinaryField(max_length=32, unique=True)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField(null=True)

    objects = Secrets.as_manager()
