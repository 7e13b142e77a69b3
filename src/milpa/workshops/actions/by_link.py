"""The same by link over days: opened from when to when, weighed as the group decides, ended."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.models import Ballot, BallotMark, LinkEnded, LinkOpened, LinkWeighed, Vote, VoteClosed, Workshop
from milpa.workshops.refusals import AlreadyByLink, DatesTurned, LinkIsCounted, ReasonNeeded, VoteNotClosed, WeightNeeded
from milpa.workshops.telling import announce, locked, refuse_closed, tell_once


def open_link(by: Person, workshop_id: UUID, id: UUID, opens_at: datetime, closes_at: datetime, *, votes: bool = False) -> LinkOpened:
    """People take part by link between two moments. `votes`: they vote as the room did, on the same and by the same method.

    Raises Workshop.DoesNotExist, DatesTurned, AlreadyByLink, VoteNotClosed where the room has not voted yet, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if known := LinkOpened.objects.filter(id=id, workshop=workshop).first():
            return known
        refuse_closed(workshop)
        if opens_at >= closes_at:
            raise DatesTurned
        if LinkOpened.objects.standing().filter(workshop=workshop, closed_by=None).exists():
            raise AlreadyByLink
        vote = _like_the_rooms(workshop, by) if votes else None
        return tell_once(workshop.says(LinkOpened, by, id, opens_at=opens_at, closes_at=closes_at, vote=vote))


def _like_the_rooms(workshop: Workshop, by: Person) -> Vote:
    room = Vote.objects.deciding(workshop)
    if room is None or room.is_open:
        raise VoteNotClosed
    rule = {name: getattr(room, name) for name in ("question", "method", "groups", "dots_each", "most_on_one", "places")}
    return tell_once(workshop.says(Vote, by, ledger.uuid7(), **rule))


def weigh_link(by: Person, workshop_id: UUID, id: UUID, weight: str, why: str) -> LinkWeighed:
    """How votes by link count, decided by the group before they are counted. Raises ReasonNeeded, LinkIsCounted, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        fact = workshop.says(LinkWeighed, by, id, weight=weight, why=plain(why, 300))

        def refuse() -> None:
            refuse_closed(workshop)
            if not fact.why:
                raise ReasonNeeded
            if LinkOpened.objects.standing().filter(workshop=workshop).exclude(closed_by=None).exclude(vote=None).exists():
                raise LinkIsCounted

        return tell_once(fact, refuse)


def weight_of(workshop_id: UUID) -> LinkWeighed | None:
    """The decision that counts. One query."""
    found: LinkWeighed | None = LinkWeighed.objects.standing().filter(workshop=workshop_id).in_order().last()
    return found


def end_link(by: Person, workshop_id: UUID, id: UUID) -> LinkEnded | None:
    """Nobody takes part by link any more; its vote is closed and sealed. None where no link is open.

    Raises WeightNeeded while the group has not said how those votes count, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if known := LinkEnded.objects.filter(id=id, workshop=workshop).first():
            return known
        window = LinkOpened.objects.standing().filter(workshop=workshop, closed_by=None).select_related("vote").first()
        if window is None:
            return None
        facts = [workshop.says(LinkEnded, by, id, window=window)]
        if window.vote is not None and window.vote.is_open:
            if weight_of(workshop.id) is None:
                raise WeightNeeded
            facts.append(workshop.says(VoteClosed, by, ledger.uuid7(), vote=window.vote))
        ended: LinkEnded = ledger.append(facts)[0]
        if window.vote is not None:
            ledger.seal(Ballot.objects.filter(vote=window.vote), BallotMark.objects.filter(about=window.vote_id))
        announce(workshop.id)
        return ended
