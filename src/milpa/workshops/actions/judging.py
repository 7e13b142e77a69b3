"""Does it suit ICT? One value a criterion for the whole room, agreed aloud, after the vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.workshops.actions.joining import plain
from milpa.workshops.models import Group, Judgement, Participant, Vote, Workshop
from milpa.workshops.refusals import ValueOutOfRange, VoteNotClosed
from milpa.workshops.rules.suitability import CRITERIA, HIGHEST, LOWEST
from milpa.workshops.telling import announce, locked, refuse_closed

WORDS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """A value as the room agreed it; None takes it back. `words`: the reason that was said, `said_by`: by which participant."""

    id: UUID
    criterion: str
    value: int | None
    words: str = ""
    said_by: UUID | None = None


def judge(by: Person, workshop_id: UUID, id: UUID, group_id: UUID, criterion: str, value: int | None, words: str = "") -> Judgement:
    """One value of one criterion. Raises Group.DoesNotExist, ValueOutOfRange, VoteNotClosed, WorkshopIsClosed, Conflict."""
    return judge_group(by, workshop_id, group_id, [Said(id, criterion, value, words)])[0]


def judge_group(by: Person, workshop_id: UUID, group_id: UUID, said: Sequence[Said]) -> list[Judgement]:
    """The criteria of a group, each on its own; the newest value of each counts. Raises as `judge`."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        group = Group.objects.standing().get(id=group_id, workshop=workshop)
        known, new = ledger.recognise([_fact(workshop, by, group, one) for one in said])
        if new:
            _refuse(workshop, new)
            known += ledger.append(new)
            announce(workshop.id)
        return known


def _fact(workshop: Workshop, by: Person, group: Group, said: Said) -> Judgement:
    words = {"words": plain(said.words, WORDS), "said_by_id": said.said_by}
    return workshop.says(Judgement, by, said.id, group=group, criterion=said.criterion, value=said.value, **words)


def _refuse(workshop: Workshop, new: Sequence[Judgement]) -> None:
    refuse_closed(workshop)
    vote = Vote.objects.newest(workshop)
    if vote is None or vote.is_open:
        raise VoteNotClosed
    for fact in new:
        if fact.criterion not in CRITERIA or (fact.value is not None and not LOWEST <= fact.value <= HIGHEST):
            raise ValueOutOfRange
    authors = {fact.said_by_id for fact in new if fact.said_by_id}
    if Participant.objects.in_workshop(workshop).filter(id__in=authors).count() < len(authors):
        raise ValueOutOfRange
