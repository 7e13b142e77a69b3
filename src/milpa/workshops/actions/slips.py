"""Votes on paper: who takes a slip, each slip typed by two people, and into the box where both read the same.

Slips are numbered and nobody writes down who took which; whoever took one votes no other way.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction

from milpa import ledger
from milpa.ledger import clock
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.actions.voting import put_in_box
from milpa.workshops.marks import Marks
from milpa.workshops.models import BallotMark, Participant, SlipCounted, SlipGiven, SlipLeftOut, SlipTyping, Vote, Workshop
from milpa.workshops.refusals import (
    AlreadyVoted,
    MoreSlipsThanGiven,
    NotAParticipant,
    NotVotingNow,
    ReasonNeeded,
    SlipIsCounted,
    SlipsDiffer,
    SlipTypedByYou,
)
from milpa.workshops.telling import announce, assisted, tell_once

WHY = 300
TWICE = 2  # people who read each slip


def _held(by: Person, vote_id: UUID) -> tuple[Workshop, Vote]:
    """The vote, held, for whoever facilitates or helps. Raises Vote.DoesNotExist, Workshop.DoesNotExist."""
    vote = Vote.objects.select_for_update(of=("self",)).get(id=vote_id)
    return assisted(by, vote.workshop_id), vote


def _refuse_closed(vote: Vote) -> None:
    if not vote.is_open:
        raise NotVotingNow


def give_slip(by: Person, vote_id: UUID, id: UUID, participant_id: UUID) -> SlipGiven:
    """This person votes on paper. Twice it is one. Raises NotAParticipant, AlreadyVoted, NotVotingNow, Conflict."""
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        participant = Participant.objects.in_workshop(workshop).filter(id=participant_id).first()
        if participant is None:
            raise NotAParticipant
        if already := SlipGiven.objects.standing().filter(vote=vote, participant=participant).first():
            return already

        def refuse() -> None:
            _refuse_closed(vote)
            if BallotMark.objects.filter(about=vote.id, person=participant.person_id).exists():
                raise AlreadyVoted

        return tell_once(workshop.says(SlipGiven, by, id, vote=vote, participant=participant), refuse)


def take_slip_back(by: Person, vote_id: UUID, id: UUID, participant_id: UUID, why: str) -> None:
    """They give the slip back unused, and may vote another way. Raises ReasonNeeded, NotVotingNow, MoreSlipsThanGiven."""
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        given = SlipGiven.objects.standing().filter(vote=vote, participant=participant_id).first()
        if given is None:
            return
        _refuse_closed(vote)
        if not why.strip():
            raise ReasonNeeded
        n = _given_out(vote)
        if _in_the_box(vote) >= n:
            raise MoreSlipsThanGiven(given=n)
        ledger.void(given, by=by, why=plain(why, WHY), id=id)
        announce(workshop.id)


def _given_out(vote: Vote) -> int:
    return int(SlipGiven.objects.standing().filter(vote=vote).count())


def _in_the_box(vote: Vote) -> int:
    return int(SlipCounted.objects.standing().filter(vote=vote).count())


def type_slip(by: Person, vote_id: UUID, number: int, marks: Marks) -> SlipTyping | SlipCounted:
    """What one person reads on a slip. The first reading waits; a second one by somebody else that says the same puts the slip into the
    box; one that differs waits for `settle_slip`.

    Raises NotVotingNow, SlipIsCounted, SlipTypedByYou, MoreSlipsThanGiven, and what a ballot that breaks the vote's rule raises.
    """
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        _refuse_closed(vote)
        _refuse_done(vote, number)
        readings = list(SlipTyping.objects.filter(vote=vote, number=number))
        mine = next((one for one in readings if one.typist_id == by.id), None)
        if mine is not None:
            if Marks.read(mine.marks) == marks:
                return mine  # sent twice
            raise SlipTypedByYou(n=number)
        others = [one for one in readings if Marks.read(one.marks) == marks]
        if others:
            return _into_the_box(workshop, vote, by, number, marks, [*readings])
        reading = SlipTyping.objects.create(vote=vote, number=number, typist=by, marks=marks.plain(), at=clock.now())
        announce(workshop.id)
        return reading


def _refuse_done(vote: Vote, number: int) -> None:
    counted = SlipCounted.objects.standing().filter(vote=vote, number=number).exists()
    if counted or SlipLeftOut.objects.standing().filter(vote=vote, number=number).exists():
        raise SlipIsCounted(n=number)


def _into_the_box(
    workshop: Workshop, vote: Vote, by: Person, number: int, marks: Marks, readings: Sequence[SlipTyping], why: str = ""
) -> SlipCounted:
    """The ballot, its mark by the slip's number, and that it was counted, at once; what was read is forgotten."""
    given = _given_out(vote)
    if _in_the_box(vote) >= given:
        raise MoreSlipsThanGiven(given=given)
    typed_by = sorted({str(one.typist_id) for one in readings} | {str(by.id)})
    counted = workshop.says(SlipCounted, by, ledger.uuid7(), vote=vote, number=number, typed_by=typed_by, why=why)
    put_in_box(vote, uuid4(), marks, way="paper", ticket=f"slip-{number}", beside=[counted])
    SlipTyping.objects.filter(vote=vote, number=number).delete()
    announce(workshop.id)
    return counted


def settle_slip(by: Person, vote_id: UUID, number: int, marks: Marks, why: str) -> SlipCounted:
    """Two readings differ; this is what the slip says, and why. Raises ReasonNeeded, SlipsDiffer without two readings, as `type_slip`."""
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        _refuse_closed(vote)
        _refuse_done(vote, number)
        readings = list(SlipTyping.objects.filter(vote=vote, number=number))
        if len(readings) < TWICE:
            raise SlipsDiffer(n=number)
        if not why.strip():
            raise ReasonNeeded
        return _into_the_box(workshop, vote, by, number, marks, readings, plain(why, WHY))


def leave_slip_out(by: Person, vote_id: UUID, id: UUID, number: int, why: str) -> SlipLeftOut:
    """A slip that is not counted, and why. Raises ReasonNeeded, SlipIsCounted, NotVotingNow, Conflict."""
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        fact = workshop.says(SlipLeftOut, by, id, vote=vote, number=number, why=plain(why, WHY))

        def refuse() -> None:
            _refuse_closed(vote)
            _refuse_done(vote, number)
            if not fact.why:
                raise ReasonNeeded

        told = tell_once(fact, refuse)
        SlipTyping.objects.filter(vote=vote, number=number).delete()
        return told


def retype_slip(by: Person, vote_id: UUID, number: int) -> None:
    """One's own reading goes, to type it again: somebody looked at the paper once more."""
    with transaction.atomic():
        workshop, vote = _held(by, vote_id)
        _refuse_closed(vote)
        SlipTyping.objects.filter(vote=vote, number=number, typist=by).delete()
        announce(workshop.id)
