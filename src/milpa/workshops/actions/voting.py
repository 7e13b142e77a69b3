"""The secret vote: opened over the groups on the wall or over a pasted list, cast whole and once, sealed when it closes."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.models.stored import Fact
from milpa.people.models import Person
from milpa.web import live
from milpa.web.limits import DOTS_ON_ONE_GROUP, OPTIONS_PASTED
from milpa.workshops import reads
from milpa.workshops.actions.balloting import refuse_marks
from milpa.workshops.actions.writing import author
from milpa.workshops.ballot_refusals import ListTooLong, TooFewOptions, TooManyToOrder
from milpa.workshops.marks import Marks, Values
from milpa.workshops.models import Ballot, BallotMark, LinkOpened, Vote, VoteClosed, Workshop
from milpa.workshops.models.methods import DOTS, KEMENY, OPTION_LENGTH, RANKED
from milpa.workshops.refusals import (
    AlreadyVoted,
    NotAParticipant,
    ReasonNeeded,
    SlipIsGiven,
    TooFewGroups,
    VoteIsClosed,
    VoteIsOpen,
    WorkshopIsClosed,
)
from milpa.workshops.rules import dots, kemeny, orders
from milpa.workshops.telling import CHANNEL, announce, locked, refuse_closed, tell_once
from milpa.workshops.wall import wall_of

FEWEST_GROUPS = 2


def open_vote(
    by: Person,
    workshop_id: UUID,
    id: UUID,
    *,
    method: str = DOTS,
    question: str = "",
    options: Sequence[str] = (),
    dots_each: int | None = None,
    most_on_one: int = DOTS_ON_ONE_GROUP,
    places: int | None = None,
    quorum: int = 0,
) -> Vote:
    """Opens a vote over the groups that training solves, or of which nobody said otherwise; or over `options`, a pasted list.

    Each person gets as many dots as a third of them, rounded up, and puts all in order up to seven, else five, unless said otherwise.
    Raises TooFewGroups, TooFewOptions, ListTooLong, TooManyToOrder, VoteIsOpen, WorkshopIsClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if known := Vote.objects.filter(id=id, workshop=workshop).first():
            return known
        refuse_closed(workshop)
        last = Vote.objects.newest(workshop)
        if last is not None and last.is_open:
            raise VoteIsOpen
        listed = _listed(options) if options else {}
        groups = list(listed) or _on_the_wall(workshop)
        n = len(groups)
        if method == KEMENY and n > kemeny.MOST:
            raise TooManyToOrder(most=kemeny.MOST, n=n)
        said = {"question": question or _default_question(), "method": method, "groups": groups, "options": listed, "quorum": quorum}
        said |= {"dots_each": dots_each or dots.dots_each(n), "most_on_one": most_on_one} if method == DOTS else {}
        said |= {"places": min(places or orders.usual_places(n), n)} if method in RANKED else {}
        return tell_once(workshop.says(Vote, by, id, **said))


def _on_the_wall(workshop: Workshop) -> list[str]:
    groups = [str(group.id) for group in wall_of(workshop).to_vote]
    if len(groups) < FEWEST_GROUPS:
        raise TooFewGroups(n=len(groups))
    return groups


def _listed(options: Sequence[str]) -> dict[str, str]:
    """A pasted list, each line with the number by which ballots name it."""
    if len(options) > OPTIONS_PASTED:
        raise ListTooLong(most=OPTIONS_PASTED, n=len(options))
    if len(options) < FEWEST_GROUPS:
        raise TooFewOptions
    return {str(n): option[:OPTION_LENGTH] for n, option in enumerate(options, start=1)}


def _default_question() -> str:
    return _("Which would help your enterprise most, if you learnt it this year?")


def cast_ballot(
    by: Person,
    vote_id: UUID,
    id: UUID,
    marks: Marks | Values,
    *,
    way: str = "phone",
    participant_id: UUID | None = None,
) -> Ballot:
    """A person's vote, whole: stored once, however often it is sent, and answered as stored after closing too.

    `id` is a random one made where it was marked; a plain mapping is dots. `participant_id`: for whom a helper casts it, on paper or
    by voice. Raises Vote.DoesNotExist, NotAParticipant, and as `put_in_box`.
    """
    with transaction.atomic():
        vote = reads.vote_and_voter(vote_id, by.id)
        person_id = by.id
        if participant_id is not None:
            person_id = author(by, vote.workshop_id, participant_id).person_id
        elif not vote.is_a_voter:
            raise NotAParticipant
        return put_in_box(vote, id, Marks.of(marks), way=way, person_id=person_id)


def put_in_box(
    vote: Vote, id: UUID, marks: Marks, *, way: str, person_id: UUID | None = None, ticket: str = "", beside: Sequence[Fact] = ()
) -> Ballot:
    """The ballot and its mark: of a person, or of a paper slip (`ticket`). `beside`: what is written with them. The vote is held.

    Raises AlreadyVoted, SlipIsGiven for who took a paper slip, VoteIsClosed, Conflict, and what `refuse_marks` raises.
    """
    ballot = Ballot(id=id, institution_id=vote.institution_id, vote=vote, **marks.plain())
    known, new = ledger.recognise([ballot])
    if new:
        _refuse_voter(vote, person_id)
        refuse_marks(vote, marks)
        mark = BallotMark(institution_id=vote.institution_id, person_id=person_id, ticket=ticket, about=vote.id, way=way)
        ledger.append([ballot, mark, *beside])
        live.tell(CHANNEL, vote.workshop_id, "voted", {"voted": reads.voted(vote.id)}, "console")
        known = [ballot]
    return known[0]


def vote_of_the_room(vote: Vote) -> UUID | None:
    """Beside which the vote by link stands."""
    room = Vote.objects.deciding(vote.workshop_id)
    return room.id if room else None


def _refuse_voter(vote: Vote, person_id: UUID | None) -> None:
    """Of the room or by link: who votes in one does not vote in the other. Raises VoteIsClosed, AlreadyVoted, SlipIsGiven."""
    by_link, has_voted, has_slip = reads.in_the_box(vote.id, person_id)
    window = LinkOpened.objects.filter(vote=vote).first() if by_link else None
    if not vote.is_open or (window is not None and not window.is_open(clock.now())):
        raise VoteIsClosed
    room = vote_of_the_room(vote) if window is not None and person_id is not None else None
    if has_voted or (room is not None and reads.in_the_box(room, person_id)[1]):
        raise AlreadyVoted
    if has_slip:
        raise SlipIsGiven


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
