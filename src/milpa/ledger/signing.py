"""Signatures cover a document while its newest revision is the signed one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from milpa.ledger.appending import append
from milpa.ledger.models.documents import Document, Revision
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.ledger.models.stored import kind_of
from milpa.ledger.recognition import recognise
from milpa.ledger.refusals import RevisionMovedOn
from milpa.ledger.revising import newest


@dataclass(frozen=True, slots=True)
class Standing:
    """How one side stands to a document: its newest signature or its reason, and whether that covers the newest revision."""

    side: UUID
    signed: Signed | None
    declined: SignatureDeclined | None
    covers: bool

    @property
    def settled(self) -> bool:
        """Signed the newest revision, or it is on record why not."""
        return self.covers or self.declined is not None

    @property
    def at(self) -> datetime | None:
        said = self.signed or self.declined
        return said.recorded_at if said else None


def sign(document: Document, number: int, *, by: Any, side: Any, id: UUID, capacity: str = "") -> Signed:
    """`by` signs revision `number`, the one they read. Raises RevisionMovedOn if the text changed meanwhile."""
    revision = Revision.objects.filter(document=document.id, number=number).first()
    sha256 = revision.sha256 if revision else ""
    fact = Signed(
        id=id,
        by=by,
        institution_id=document.institution_id,
        kind=kind_of(type(document)),
        document=document.id,
        number=number,
        sha256=sha256,
        side=side,
        capacity=capacity,
    )
    known, new = recognise([fact])
    if new:
        latest = newest(document)
        if revision is None or latest is None or latest.number != number:
            raise RevisionMovedOn
        known = append(new)
    return known[0]


def decline(document: Document, number: int, *, by: Any, side: Any, id: UUID, why: str) -> SignatureDeclined:
    """Puts on record that `side` does not sign, and why."""
    fact = SignatureDeclined(
        id=id,
        by=by,
        institution_id=document.institution_id,
        kind=kind_of(type(document)),
        document=document.id,
        number=number,
        side=side,
        why=why,
    )
    known, new = recognise([fact])
    return (known or append(new))[0]


def standing(document: Document, sides: Iterable[Any]) -> list[Standing]:
    """How each side (institutions, in the order given) stands to the document. Two queries."""
    return standing_at(document.id, document.revision, [side.id for side in sides])


def standing_at(document: UUID, revision: int, sides: list[UUID]) -> list[Standing]:
    signed = {fact.side_id: fact for fact in Signed.objects.filter(document=document, voided_by=None).in_order()}
    declined = {
        fact.side_id: fact for fact in SignatureDeclined.objects.filter(document=document, number=revision, voided_by=None).in_order()
    }
    answers = []
    for side in sides:
        last = signed.get(side)
        covers = last is not None and last.number == revision
        answers.append(Standing(side, last, None if covers else declined.get(side), covers))
    return answers
