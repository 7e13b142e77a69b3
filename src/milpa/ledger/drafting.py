"""Drafts: what is being typed, kept 30 days, one per person and form shown."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from milpa.ledger import clock
from milpa.ledger.models.drafts import Draft

KEPT = timedelta(days=30)


def keep_draft(person: Any, form_id: UUID, what: str, begun_on: int, fields: dict[str, str], device: str = "") -> Draft:
    """Stores what one form holds now. A form of another device has another id, so it is never overwritten: both are offered."""
    Draft.objects.filter(person=person, kept_at__lt=clock.now() - KEPT).delete()
    draft, _ = Draft.objects.filter(person=person).update_or_create(
        id=form_id,
        defaults={"person": person, "what": what, "begun_on": begun_on, "fields": fields, "device": device, "kept_at": clock.now()},
    )
    return draft


def drafts_of(person: Any, what: str) -> list[Draft]:
    """The person's drafts of one thing, newest first."""
    return list(Draft.objects.filter(person=person, what=what, kept_at__gte=clock.now() - KEPT).order_by("-kept_at"))


def drop_draft(person: Any, form_id: UUID) -> None:
    """The form was sent, or the person threw the draft away."""
    Draft.objects.filter(person=person, id=form_id).delete()
