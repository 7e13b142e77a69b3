"""What a closed vote says: dots by group, and how many voted each way. While it is open there is nothing to read here."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from milpa.workshops.models import Ballot, BallotMark, Vote
from milpa.workshops.refusals import VoteNotClosed
from milpa.workshops.rules import dots as rules
from milpa.workshops.rules.dots import Standing, Turnout


@dataclass(frozen=True, slots=True)
class Result:
    standings: tuple[Standing, ...]  # from most to fewest dots; ties share a rank
    turnout: Turnout
    by_way: dict[str, int]  # phone, paper, voice -> people

    @property
    def dots(self) -> dict[str, int]:
        return {standing.group: standing.dots for standing in self.standings}


def result_of(vote: Vote) -> Result:
    """Two queries. Raises VoteNotClosed: nobody counts while people vote."""
    if vote.closed_by is None:
        raise VoteNotClosed
    placed = [(str(ballot), group, n) for ballot, said in _ballots(vote) for group, n in said.items()]
    pairs = [(ballot, group) for ballot, group, n in placed for _time in range(n)]
    ways = Counter(BallotMark.objects.filter(about=vote.id).values_list("way", flat=True))
    return Result(tuple(rules.standings(pairs, vote.groups)), rules.turnout(pairs, vote.dots_each), dict(ways))


def _ballots(vote: Vote) -> list[tuple[UUID, dict[str, int]]]:
    return list(Ballot.objects.filter(vote=vote).order_by("id").values_list("id", "dots"))


def voted(vote: Vote) -> int:
    """How many have voted; said to whoever facilitates, never what."""
    return int(BallotMark.objects.filter(about=vote.id).count())


def has_voted(vote: Vote, person_id: UUID) -> bool:
    return bool(BallotMark.objects.filter(about=vote.id, person=person_id).exists())
