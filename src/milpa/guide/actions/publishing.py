"""An edition is published: numbered, frozen, with a note of what is new."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.guide.models import Guide, GuideEdition
from milpa.guide.refusals import NothingNew
from milpa.ledger.refusals import NotYours, RevisionMovedOn
from milpa.people.standing import may


def publish(by: Any, id: UUID, guide_id: UUID, revision: int, notes: str) -> GuideEdition:
    """Freezes the revision that the person read as the guide's next edition.

    Raises NotYours, Guide.DoesNotExist, RevisionMovedOn if the guide was saved again meanwhile, NothingNew.
    """
    if not may(by, "guide.publish"):
        raise NotYours
    with transaction.atomic():
        guide = Guide.objects.open_to(by, "guide.publish").select_for_update().get(id=guide_id)
        editions = GuideEdition.objects.filter(guide=guide)
        last = editions.order_by("-number").first()
        known = editions.filter(id=id).first()
        number = known.number if known else last.number + 1 if last else 1
        fact = GuideEdition(id=id, by=by, institution_id=guide.institution_id, guide=guide, number=number, revision=revision, notes=notes)
        stored, new = ledger.recognise([fact])
        if new:
            if guide.revision != revision:
                raise RevisionMovedOn
            if last and last.revision == revision:
                raise NothingNew(number=last.number)
            stored = ledger.append(new)
    return stored[0]  # type: ignore[return-value]  # recognise keeps the class it was given
