"""From one activity to the next, and back."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions.timing import forget_timer
from milpa.workshops.agenda import ALONGSIDE
from milpa.workshops.models import Activity, ActivityClosed, ActivityOpened, Vote, Workshop
from milpa.workshops.refusals import VoteIsOpen
from milpa.workshops.telling import announce, locked, refuse_closed


def open_activity(by: Person, workshop_id: UUID, id: UUID, activity_id: UUID) -> ActivityOpened:
    """Begins an activity, or goes back to it; those under way end, except what goes alongside. Sent twice it is one step.

    Raises Activity.DoesNotExist, VoteIsOpen, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        activity = Activity.objects.get(id=activity_id, workshop=workshop)
        fact = workshop.says(ActivityOpened, by, id, activity=activity)
        known, new = ledger.recognise([fact])
        if new:
            refuse_closed(workshop)
            under_way = list(ActivityOpened.objects.open().filter(workshop=workshop).select_related("activity"))
            again = next((row for row in under_way if row.activity_id == activity.id), None)
            if again is not None:
                return again  # two people pressed the same button
            _refuse_leaving_a_vote(workshop, activity)
            ends = [row for row in under_way if row.activity.kind != ALONGSIDE.get(activity.kind)]
            closings = [workshop.says(ActivityClosed, by, ledger.uuid7(), opening=row) for row in ends]
            ledger.append([*closings, fact])
            forget_timer(workshop)
            announce(workshop.id)
            known = [fact]
        return known[0]


def _refuse_leaving_a_vote(workshop: Workshop, activity: Activity) -> None:
    vote = Vote.objects.newest(workshop)
    if vote is not None and vote.is_open and activity.kind != "voting":
        raise VoteIsOpen


def close_activity(by: Person, workshop_id: UUID, id: UUID, activity_id: UUID) -> ActivityClosed | None:
    """Ends an activity; None if it was not under way. Raises VoteIsOpen, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if known := ActivityClosed.objects.filter(id=id, workshop=workshop, opening__activity=activity_id).first():
            return known
        opening = ActivityOpened.objects.open().filter(workshop=workshop, activity=activity_id).select_related("activity").first()
        if opening is None:
            return None
        vote = Vote.objects.newest(workshop)
        if opening.activity.kind == "voting" and vote is not None and vote.is_open:
            raise VoteIsOpen
        closed: ActivityClosed = ledger.append([workshop.says(ActivityClosed, by, id, opening=opening)])[0]
        announce(workshop.id)
        return closed
