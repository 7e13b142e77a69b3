"""One row: who this node is, and the counter that numbers what arrives."""

from uuid import uuid4

from django.db import models


class Node(models.Model):
    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    node = models.UUIDField(default=uuid4)
    arrived = models.BigIntegerField(default=0)
    last_recorded_at = models.DateTimeField(null=True)


class Sealing(models.Model):
    """A row here, only ever inside `seal`'s own transaction, lets the trigger pass."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
