"""Somebody goes through the welcome lesson beside a person."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses.enrollable import people_for
from milpa.courses.models import Accompanied
from milpa.people.models import Person
from milpa.programmes.models import Programme


def accompany(by: Person, programme_id: UUID, person_id: UUID, id: UUID, note: str = "") -> Accompanied:
    """Puts on record that somebody went through the welcome lesson beside a person. Raises Programme.DoesNotExist, Person.DoesNotExist."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "courses.accompany").get(id=programme_id)
        person = people_for(programme).get(id=person_id)
        fact = Accompanied(id=id, by=by, institution_id=programme.institution_id, person=person, programme=programme, note=note)
        known, new = ledger.recognise([fact])
        stored: Accompanied = (known or ledger.append(new))[0]
        return stored
