"""What a closed vote says: who stands where, how many voted each way, how close it was. While it is open there is nothing to read here."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max

from milpa.workshops.by_link import counted_with
from milpa.workshops.marks import Marks
from milpa.workshops.models import Ballot, BallotMark, Vote
from milpa.workshops.refusals import VoteNotClosed
from milpa.workshops.rules import closeness
from milpa.workshops.rules.dots import Turnout
from milpa.workshops.rules.placing import Number, Placed, before
from milpa.workshops.tallying import Tally, tally_of

MARKS = ("dots", "order", "scores", "feasible", "blank")


@dataclass(frozen=True, slots=True)
class Row:
    """`votes`: what its need carries: dots, or of another method how many others it came before."""

    rank: int
    group: str
    value: Number  # what the method counts
    votes: int

    @property
    def dots(self) -> int:
        return self.votes


@dataclass(frozen=True, slots=True)
class Result:
    """`enough`: how many people, voting otherwise, would have been enough for another first place; 0 if it is shared."""

    method: str
    standings: tuple[Row, ...]  # from first to last; ties share a rank
    turnout: Turnout
    by_way: dict[str, int]  # phone, paper, voice -> people
    blank: int
    verdict: str
    enough: int | None
    tally: Tally

    @property
    def dots(self) -> dict[str, int]:
        """What each group's need carries."""
        return {standing.group: standing.votes for standing in self.standings}

    @property
    def voted(self) -> int:
        """Everybody who put a ballot in, a blank one too."""
        return self.turnout.voters + self.blank


def result_of(vote: Vote) -> Result:
    """Four queries, later two. Votes by link count with the room's where the group decided so.

    Raises VoteNotClosed: nobody counts while people vote.
    """
    if vote.closed_by is None:
        raise VoteNotClosed
    votes = (vote.id, *counted_with(vote))
    there = Ballot.objects.filter(vote__in=votes).aggregate(n=Count("id"), last=Max("arrived"))
    return _counted(vote, votes, vote.closed_by, there["n"], there["last"])


@lru_cache(maxsize=64)
def _counted(vote: Vote, votes: tuple[UUID, ...], _closed_by: UUID, _n: int, _last: int | None) -> Result:
    """Reckoned once: a closed vote changes only when further ballots of it arrive from another node, which have another number."""
    rows = Ballot.objects.filter(vote__in=votes).order_by("id").values_list(*MARKS)
    said = [Marks(dots, tuple(order), *rest) for dots, order, *rest in rows]
    ways = Counter(BallotMark.objects.filter(about__in=votes).values_list("way", flat=True))
    return result_from(vote, said, dict(ways))


def result_from(vote: Vote, said: list[Marks], ways: dict[str, int]) -> Result:
    """The result of these ballots by the vote's rule."""
    marked = [marks for marks in said if not marks.blank]
    tally = tally_of(vote.method, marked, vote.groups, vote.dots_each, vote.most_on_one)
    blank, voters = len(said) - len(marked), len(marked)
    turnout = Turnout(voters, sum(sum(marks.dots.values()) for marks in marked), voters * vote.dots_each)
    verdict = closeness.verdict(voters, max(0, vote.quorum - blank), tally.enough)
    return Result(vote.method, _rows(vote, tally.standings), turnout, ways, blank, verdict, tally.enough, tally)


def _rows(vote: Vote, standings: tuple[Placed, ...]) -> tuple[Row, ...]:
    ahead = before(standings)
    is_dots = vote.method == "dots"
    return tuple(Row(one.rank, one.option, one.value, int(one.value) if is_dots else ahead[one.option]) for one in standings)


def voted(vote: Vote) -> int:
    """How many have voted; said to whoever facilitates, never what."""
    return int(BallotMark.objects.filter(about=vote.id).count())


def has_voted(vote: Vote, person_id: UUID) -> bool:
    return bool(BallotMark.objects.filter(about=vote.id, person=person_id).exists())
