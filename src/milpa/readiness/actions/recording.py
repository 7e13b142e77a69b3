"""Putting a practical task on record: from the practice phone's events, or as somebody beside saw it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.readiness import learners
from milpa.readiness.actions.touching import touch_if_changed
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.refusals import TaskUnreadable
from milpa.readiness.rules.gaps import Attempt, Form, Outcome
from milpa.readiness.tasks import checks
from milpa.readiness.tasks.events import BadEvents, written


def record_attempt(
    by: Person, person_id: UUID, id: UUID, task: str, form: Form, events: object, said_at: datetime | None = None
) -> PracticalTaskDone:
    """One task done on the practice phone, once, however often the phone sends it. By another, it is accompanied.

    Raises TaskUnreadable, Conflict, Person.DoesNotExist.
    """
    person = learners.open_to(by).get(id=person_id)
    try:
        acts = checks.read(task, events)
    except (BadEvents, KeyError) as problem:
        raise TaskUnreadable from problem
    result = checks.done(task, form, acts)
    return _append(
        PracticalTaskDone(
            **_around(by, person, id),
            said_at=said_at,
            task=task,
            form=form,
            outcome=result.outcome,
            hints=result.hints,
            reasons=" ".join(result.reasons),
            events=written(acts),
        )
    )


def record_seen(by: Person, person_id: UUID, id: UUID, task: str, form: Form, outcome: Outcome) -> PracticalTaskDone:
    """What somebody who accompanies saw a person do: at the door (B1), with a voice note (B8), on paper.

    Raises TaskUnreadable for an unknown task, Conflict, Person.DoesNotExist.
    """
    person = learners.accompanied_by(by).get(id=person_id)
    if task not in checks.CHECKS:
        raise TaskUnreadable
    return _append(PracticalTaskDone(**_around(by, person, id), task=task, form=form, outcome=outcome))


def _around(by: Person, person: Person, id: UUID) -> dict[str, object]:
    beside = None if by.pk == person.pk else by
    return {"id": id, "by": by, "institution_id": person.institution_id, "person": person, "accompanied_by": beside}


def _append(fact: PracticalTaskDone) -> PracticalTaskDone:
    with transaction.atomic():
        known, new = ledger.recognise([fact])
        if new:
            before = PracticalTaskDone.objects.by_person([fact.person_id])[fact.person_id]
            known += ledger.append(new)
            touch_if_changed(fact.person, before, Attempt(fact.task, Form(fact.form), Outcome(fact.outcome)))
    stored: PracticalTaskDone = known[0]
    return stored
