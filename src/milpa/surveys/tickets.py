"""A ticket is a link that lets somebody without an account answer once. Its token follows from its id and this installation's secret."""

import hashlib
from uuid import UUID

from django.conf import settings

from milpa.surveys.models import TicketIssued
from milpa.surveys.refusals import TicketIsOver

PURPOSE = b"surveys.ticket"[:16]


def token_of(id: UUID) -> str:
    """Not to be guessed from the id; the same each time, so that the sheet with the links can be printed again."""
    return hashlib.blake2b(id.bytes, key=settings.SECRET_KEY.encode()[:64], person=PURPOSE, digest_size=15).hexdigest()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def shown_token(ticket: TicketIssued) -> str:
    """Its token, or "" where the installation's secret has changed since: the link that was given out still opens."""
    token = token_of(ticket.id)
    return token if token_hash(token) == ticket.token_hash else ""


def ticket_of(token: str) -> TicketIssued:
    """Raises TicketIsOver."""
    found = TicketIssued.objects.filter(token_hash=token_hash(token), voided_by=None).select_related(
        "survey__programme__institution", "enterprise", "person"
    )
    ticket = found.first()
    if ticket is None:
        raise TicketIsOver
    return ticket
