"""Seal: the one place that may rewrite, so that row order and numbers pair no answer with its person."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from milpa.ledger.appending import insert, take_numbers
from milpa.ledger.models.node import Sealing
from milpa.ledger.models.stored import Anonymous, FactQuerySet, Mark


def seal(*facts: FactQuerySet) -> int:
    """Writes the unsealed rows of each queryset (anonymous facts, and their marks) again in the order of their random ids,
    and numbers them. Returns how many were sealed. Nothing is announced or synced one by one before.
    """
    sealed = 0
    with transaction.atomic():
        Sealing.objects.create(id=1)
        for some in facts:
            sealed += _rewrite(list(some.filter(arrived=None).order_by("id")))
        Sealing.objects.all().delete()
    return sealed


def _rewrite(rows: Sequence[Anonymous | Mark]) -> int:
    if not rows:
        return 0
    _, first, _ = take_numbers(len(rows))
    for place, row in enumerate(rows):
        row.arrived = first + place
    plain = QuerySet(type(rows[0])).filter(id__in=[row.id for row in rows])
    plain._raw_delete(plain.db)
    insert(rows)
    return len(rows)
