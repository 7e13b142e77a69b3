"""A credential as its page shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from milpa.ledger import clock
from milpa.people.models import Person
from milpa.records.access.scopes import SAYS
from milpa.records.models import Credential, CredentialSecret


@dataclass(frozen=True, slots=True)
class ShownCredential:
    """`old_until`: until when a former secret still lets somebody in."""

    id: UUID
    name: str
    key: str
    scopes: list[tuple[str, Any]]
    made_by: str
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    old_until: datetime | None
    endpoint: str


def shown_credential(credential: Credential) -> ShownCredential:
    """Two queries."""
    person = Person.objects.filter(id=credential.made_by).values_list("name", flat=True).first() if credential.made_by else ""
    old = CredentialSecret.objects.filter(credential=credential, until__gt=clock.now()).order_by("-until").values_list("until", flat=True)
    return ShownCredential(
        credential.id,
        credential.name,
        credential.key,
        [(scope, SAYS[scope]) for scope in credential.scopes.split()],
        person or "",
        credential.made_at,
        credential.used_at,
        credential.revoked_at,
        old.first(),
        f"{settings.ORIGIN}/xapi/",
    )
