"""What a ballot may say, by the method of its vote: the rules' refusals in the words of the person who votes."""

from collections.abc import Mapping

from milpa.workshops.ballot_refusals import BlankAndMarked, MarkOutOfRange, MarksMissing, RankedTwice, RankingIncomplete
from milpa.workshops.marks import Marks
from milpa.workshops.models import Vote
from milpa.workshops.models.methods import DOTS, FEASIBILITY, RANKED
from milpa.workshops.refusals import NoDots, NotInTheVote, TooManyDots, TooManyOnOne
from milpa.workshops.rules import dots, feasibility, orders, score


def refuse_marks(vote: Vote, marks: Marks) -> None:
    """Raises NoDots, NotInTheVote, TooManyDots, TooManyOnOne, RankedTwice, RankingIncomplete, MarkOutOfRange, MarksMissing,
    BlankAndMarked.
    """
    if marks.blank:
        if not marks.says_nothing:
            raise BlankAndMarked
        return
    named = {*marks.dots, *marks.order, *marks.scores, *marks.feasible}
    if not marks.fits(vote.method) or named - set(vote.groups):
        raise NotInTheVote
    if vote.method == DOTS:
        _refuse_dots(vote, marks.dots)
    elif vote.method in RANKED:
        _refuse_order(vote, marks.order)
    else:
        _refuse_values(vote, marks)


def _refuse_dots(vote: Vote, placed: Mapping[str, int]) -> None:
    if not placed:
        raise NoDots
    if min(placed.values()) < 0:
        raise NotInTheVote
    spent = [("", group) for group, n in placed.items() for _dot in range(min(n, vote.dots_each + 1))]
    try:
        dots.refuse_overspending(spent, vote.dots_each, vote.most_on_one)
    except dots.TooManyDots as error:
        raise TooManyDots(most=vote.dots_each, n=sum(placed.values())) from error
    except dots.TooManyOnOne as error:
        raise TooManyOnOne(most=vote.most_on_one) from error


def _refuse_order(vote: Vote, order: tuple[str, ...]) -> None:
    try:
        orders.refuse_disorder(order, vote.groups, vote.places)
    except orders.NotAnOrder as error:
        raise RankedTwice from error
    except orders.WrongNumber as error:
        raise RankingIncomplete(places=vote.places, n=len(order)) from error


def _refuse_values(vote: Vote, marks: Marks) -> None:
    is_twofold = vote.method == FEASIBILITY
    lowest, highest = (feasibility.LOWEST, feasibility.HIGHEST) if is_twofold else (score.LOWEST, score.HIGHEST)
    try:
        if is_twofold:
            feasibility.refuse_marks(feasibility.Weighed(marks.scores, marks.feasible), vote.groups)
        else:
            score.refuse_marks(marks.scores, vote.groups)
    except score.OutOfRange as error:
        raise MarkOutOfRange(lowest=lowest, highest=highest) from error
    except score.Unmarked as error:
        raise MarksMissing(n=error.args[0]) from error
