"""The person's own choice: before the course, at the same time, accompanied, or not at all. Nothing is locked by it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.readiness import learners
from milpa.readiness.actions.touching import touch_programmes
from milpa.readiness.levelled import gaps_of
from milpa.readiness.models import LevellingChosen
from milpa.readiness.refusals import NothingToLevel, ProgrammeNotYours
from milpa.readiness.rules.offers import Choice


def choose_levelling(
    by: Person, person_id: UUID, id: UUID, choice: Choice, tasks: Sequence[str], programme_id: UUID | None = None
) -> LevellingChosen:
    """`tasks`: the gaps that were on the screen. A later choice replaces it; whoever accompanies may type it for the person.

    Raises NothingToLevel, ProgrammeNotYours, Conflict, Person.DoesNotExist.
    """
    person = learners.open_to(by).get(id=person_id)
    programme = learners.programmes_of(person).filter(id=programme_id).first()
    if programme_id is not None and programme is None:
        raise ProgrammeNotYours
    institution = programme.institution_id if programme else person.institution_id
    fact = LevellingChosen(
        id=id, by=by, institution_id=institution, person=person, choice=choice, tasks=" ".join(tasks), programme=programme
    )
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        if new:
            if not tasks or not set(tasks) <= set(gaps_of(person)):
                raise NothingToLevel
            known += ledger.append(new)
            touch_programmes(person)
    stored: LevellingChosen = known[0]
    return stored
