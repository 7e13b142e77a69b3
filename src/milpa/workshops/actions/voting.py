"""The secret dot vote: opened over the groups on the wall, cast whole and once, sealed when it closes."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.people.models import Person
from milpa.web import live
from milpa.web.limits import DOTS_ON_ONE_GROUP
from milpa.workshops.actions.writing import author
from milpa.workshops.counting import voted
from milpa.workshops.models import Ballot, BallotMark, Vote, VoteClosed
from milpa.workshops.refusals import (
    AlreadyVoted,
    NoDots,
    NotInTheVote,
    ReasonNeeded,
    TooFewGroups,
    TooManyDots,
    TooManyOnOne,
    VoteIsClosed,
    VoteIsOpen,
    WorkshopIsClosed,
)
from milpa.workshops.rules import dots as rules
from milpa.workshops.telling import CHANNEL, announce, locked, refuse_closed, tell_once
from milpa.workshops.wall import wall_of

FEWEST_GROUPS = 2


def open_vote(
    by: Person, workshop_id: UUID, id: UUID, *, question: str = "", dots_each: int | None = None, most_on_one: int = DOTS_ON_ONE_GROUP
) -> Vote:
    """Opens a vote over the groups that training solves, or of which nobody said otherwise. A third of them, rounded up, are each
    person's dots. Raises TooFewGroups, VoteIsOpen, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if known := Vote.objects.filter(id=id, workshop=workshop).first():
            return known
        refuse_closed(workshop)
        last = Vote.objects.newest(workshop)
        if last is not None and last.is_open:
            raise VoteIsOpen
        groups = [str(group.id) for group in wall_of(workshop).to_vote]
        if len(groups) < FEWEST_GROUPS:
            raise TooFewGroups(n=len(groups))
        said = {"question": question or _default_question(), "groups": groups, "most_on_one": most_on_one}
        return tell_once(workshop.says(Vote, by, id, dots_each=dots_each or rules.dots_each(len(groups)), **said))


def _default_question() -> str:
    return _("Which would help your enterprise most, if you learnt it this year?")


def cast_ballot(
    by: Person,
    vote_id: UUID,
    id: UUID,
    marks: Mapping[UUID | str, int],
    *,
    way: str = "phone",
    participant_id: UUID | None = None,
) -> Ballot:
    """A person's dots, whole: stored once, however often they are sent, and answered as stored after closing too.

    `id` is a random one made where the dots were placed. `participant_id`: for whom a helper casts it, on paper or by voice.
    Raises Vote.DoesNotExist, NotAParticipant, NoDots, NotInTheVote, TooManyDots, TooManyOnOne, AlreadyVoted, VoteIsClosed, Conflict.
    """
    with transaction.atomic():
        vote = Vote.objects.select_for_update(of=("self",)).get(id=vote_id)
        voter = author(by, vote.workshop_id, participant_id)
        dots = {str(group): int(n) for group, n in marks.items() if int(n)}
        ballot = Ballot(id=id, institution_id=vote.institution_id, vote=vote, dots=dots)
        known, new = ledger.recognise([ballot])
        if new:
            _refuse(vote, dots, voter.person_id)
            mark = BallotMark(institution_id=vote.institution_id, person_id=voter.person_id, about=vote.id, way=way)
            ledger.append([ballot, mark])
            live.tell(CHANNEL, vote.workshop_id, "voted", {"voted": voted(vote)}, "console")
            known = [ballot]
        return known[0]


def _refuse(vote: Vote, dots: Mapping[str, int], voter: UUID) -> None:
    if not vote.is_open:
        raise VoteIsClosed
    if BallotMark.objects.filter(about=vote.id, person=voter).exists():
        raise AlreadyVoted
    if not dots:
        raise NoDots
    if set(dots) - set(vote.groups) or min(dots.values()) < 0:
        raise NotInTheVote
    spent = [("", group) for group, n in dots.items() for _dot in range(min(n, vote.dots_each + 1))]
    try:
        rules.refuse_overspending(spent, vote.dots_each, vote.most_on_one)
    except rules.TooManyDots as error:
        raise TooManyDots(most=vote.dots_each, n=sum(dots.values())) from error
    except rules.TooManyOnOne as error:
        raise TooManyOnOne(most=vote.most_on_one) from error


def close_vote(by: Person, vote_id: UUID, id: UUID) -> VoteClosed:
    """Ends the vote and seals it: from then on it can be counted, and no row tells whose it was. Raises Vote.DoesNotExist, Conflict."""
    with transaction.atomic():
        vote = Vote.objects.select_for_update(of=("self",)).get(id=vote_id)
        workshop = locked(by, vote.workshop_id)
        if already := VoteClosed.objects.filter(vote=vote, voided_by=None).first():
            return already
        closed = tell_once(workshop.says(VoteClosed, by, id, vote=vote))
        _seal(vote)
        return closed


def _seal(vote: Vote) -> None:
    ledger.seal(Ballot.objects.filter(vote=vote), BallotMark.objects.filter(about=vote.id))


def withdraw_vote(by: Person, vote_id: UUID, id: UUID, why: str) -> None:
    """The vote no longer counts, and why; another can be opened. What was cast stays on record, uncounted.

    Raises Vote.DoesNotExist, ReasonNeeded, WorkshopIsClosed.
    """
    with transaction.atomic():
        vote = Vote.objects.select_for_update(of=("self",)).get(id=vote_id)
        workshop = locked(by, vote.workshop_id)
        if workshop.is_closed:
            raise WorkshopIsClosed
        if not why.strip():
            raise ReasonNeeded
        ledger.void(vote, by=by, why=why.strip(), id=id)
        _seal(vote)
        announce(workshop.id)
