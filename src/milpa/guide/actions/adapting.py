"""An institution makes an edition its own."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.guide.content import fill
from milpa.guide.editions import frozen
from milpa.guide.models import Guide, GuideEdition
from milpa.ledger.refusals import Conflict, NotYours
from milpa.people.standing import may

Texts = dict[str, str]  # {"es": ..., "en": ...}


def adapt(by: Any, id: UUID, edition_id: UUID, title: Texts) -> Guide:
    """A guide of the person's institution that begins as the edition says. Nothing of it is an edition until it is published.

    Sent twice it is made once. Raises NotYours, GuideEdition.DoesNotExist for one that the person may not read, Conflict for a known
    id with another origin or title.
    """
    if not may(by, "guide.adapt"):
        raise NotYours
    with transaction.atomic():
        edition = GuideEdition.objects.open_to(by).get(id=edition_id)
        if known := Guide.objects.filter(id=id).first():
            if (known.institution_id, known.adapted_from_id) != (by.institution_id, edition_id):
                raise Conflict
            return known
        guide = Guide(id=id, institution_id=by.institution_id, adapted_from=edition)
        guide.save(force_insert=True)
        fill(guide, frozen(edition) | {"title": title})
        ledger.revise(guide, 0, by=by, why=_("adapted from edition {number}").format(number=edition.number))
    return guide
