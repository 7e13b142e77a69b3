"""The minutes follow what they quote: a moved order or an answered remark is a new revision, which older signatures do not cover.

Called inside the transaction of the action that changed something, as its last step.
"""

from uuid import UUID

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.minutes_copied import copied_of
from milpa.workshops.models import Workshop, WorkshopClosed, WorkshopMinutes


def issue(workshop: Workshop, by: Person, text: str) -> WorkshopMinutes:
    """The minutes as they are now, with what is added by hand: a first revision, or the next if something differs."""
    minutes = WorkshopMinutes.objects.select_for_update(of=("self",)).filter(workshop=workshop).first()
    if minutes is None:
        minutes = WorkshopMinutes(institution_id=workshop.institution_id, workshop=workshop)
        minutes.save(force_insert=True)
    minutes.text = text
    _take_in(minutes, workshop, by, text)
    return minutes


def renew_minutes(programme: UUID, by: Person, why: str) -> None:
    """Of the programme's workshops that are closed and whose minutes were issued."""
    closed = WorkshopClosed.objects.standing().filter(workshop__programme=programme).values("workshop")
    found = WorkshopMinutes.objects.select_for_update(of=("self",)).filter(workshop__in=closed).select_related("workshop")
    for minutes in found.order_by("id"):
        _take_in(minutes, minutes.workshop, by, why)


def _take_in(minutes: WorkshopMinutes, workshop: Workshop, by: Person, why: str) -> None:
    """Where nothing differs there is no new revision, and the signatures stand."""
    minutes.copied = copied_of(workshop)
    minutes.save(update_fields=["text", "copied"])
    ledger.revise(minutes, minutes.revision, by=by, why=why)
