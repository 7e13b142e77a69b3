"""A card on paper or said aloud, typed by whoever facilitates or helps, with its number and, if one was taken, its photograph."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.web.uploads.accept import accept
from milpa.workshops.actions.writing import write_card
from milpa.workshops.minutes_renewing import renew_minutes
from milpa.workshops.models import Card, Workshop
from milpa.workshops.models.photographed import CARDS, WALL


def type_card(
    by: Person, workshop: Workshop, id: UUID, text: str, participant_id: UUID, way: str, *, photo: UploadedFile | None = None, **more: Any
) -> Card:
    """`more`: number, named. A photograph that does not fit refuses the card too: what was typed comes back.

    Raises as `write_card`, and what `uploads.accept` raises.
    """
    with transaction.atomic():
        card = write_card(by, workshop.id, id, text, participant_id=participant_id, way=way, **more)
        if photo is not None:
            accept(photo, by=by, institution=workshop.institution, families=("picture",), belongs=(CARDS, card.id), id=card.id)
        return card


def keep_wall_photo(by: Person, workshop: Workshop, id: UUID, photo: UploadedFile) -> None:
    """A photograph of the wall, for the minutes; sent twice it is one. Raises what `uploads.accept` raises."""
    with transaction.atomic():
        accept(photo, by=by, institution=workshop.institution, families=("picture",), belongs=(WALL, workshop.id), id=id)
        renew_minutes(workshop.programme_id, by, _("A photograph of the wall was added"))
