"""Withdrawing a fact. Who may is for the calling action to have checked in its fetch."""

from typing import Any
from uuid import UUID

from milpa.ledger.appending import append
from milpa.ledger.ids import uuid7
from milpa.ledger.models.stored import Stored, kind_of
from milpa.ledger.models.voiding import Voided
from milpa.ledger.recognition import recognise


def void(fact: Stored, *, by: Any, why: str, id: UUID | None = None) -> Voided:
    """`fact` no longer counts, because of `why`. Repeated with the same id it is answered as stored."""
    voiding = Voided(id=id or uuid7(), by=by, institution_id=fact.institution_id, kind=kind_of(type(fact)), target=fact.id, why=why)
    known, new = recognise([voiding])
    return (known or append(new))[0]
