"""Ballots counted by the rule of their method, with how close the call was and how far people agree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from milpa.measures.kendall import NotComputable, concordance
from milpa.workshops.marks import Marks
from milpa.workshops.models.methods import BORDA, DOTS, KEMENY, RANKED, SCHULZE, SCORE
from milpa.workshops.rules import borda, closeness, dots, feasibility, kemeny, orders, schulze, score
from milpa.workshops.rules.closeness import Method
from milpa.workshops.rules.feasibility import Seen, Weighed
from milpa.workshops.rules.orders import Order
from milpa.workshops.rules.placing import Placed


@dataclass(frozen=True, slots=True)
class Tally:
    """Besides the order: what only some methods have, for the sentences below a result."""

    standings: tuple[Placed, ...]
    enough: int | None
    w: float | None  # Kendall's, of all ballots
    people: dict[str, int] = field(default_factory=dict)  # who named it: with a dot, or on the first place
    seen: dict[str, Seen] = field(default_factory=dict)  # importance and feasibility
    beats_all: str | None = None
    is_circle: bool = False  # nobody wins against every other one
    consensus: kemeny.Consensus | None = None


def tally_of(method: str, said: Sequence[Marks], options: Sequence[str], dots_each: int = 0, most_on_one: int = 1) -> Tally:
    """`said`: the ballots that were not blank."""
    if method == DOTS:
        return _dots(said, options, dots_each, most_on_one)
    if method in RANKED:
        return _ranked(method, [marks.order for marks in said], options)
    if method == SCORE:
        return _scored(said, options)
    return _weighed(said, options)


def _agreement(values: Sequence[Sequence[float]]) -> float | None:
    try:
        return concordance(values).w
    except NotComputable:
        return None


def _dots(said: Sequence[Marks], options: Sequence[str], dots_each: int, most_on_one: int) -> Tally:
    ballots = [marks.dots for marks in said]

    def standings(found: Sequence[dict[str, int]]) -> list[Placed]:
        pairs = [(str(n), option) for n, placed in enumerate(found) for option, dots in placed.items() for _dot in range(dots)]
        return [Placed(one.rank, one.group, one.dots) for one in dots.standings(pairs, options)]

    method = Method(
        standings,
        lambda rival, _winner: {rival: min(dots_each, most_on_one) or 1},
        lambda ballot, winner, rival: ballot.get(winner, 0) - ballot.get(rival, 0),
    )
    people = {option: sum(option in ballot for ballot in ballots) for option in options}
    w = _agreement([[-ballot.get(option, 0) for option in options] for ballot in ballots])
    return Tally(tuple(standings(ballots)), closeness.people_enough(ballots, method), w, people)


RULES: dict[str, Callable[[Sequence[Order], Sequence[str]], list[Placed]]] = {
    BORDA: borda.standings,
    SCHULZE: schulze.standings,
    KEMENY: kemeny.standings,
}


def _ranked(method: str, ballots: Sequence[Order], options: Sequence[str]) -> Tally:
    most = max(map(len, ballots), default=len(options))

    def against(rival: str, winner: str) -> Order:
        return (rival, *[option for option in options if option not in (rival, winner)])[:most]

    def place(ballot: Order, option: str) -> int:
        return ballot.index(option) if option in ballot else len(options)

    rule = RULES[method]
    how: Method[Order] = Method(
        lambda found: rule(found, options), against, lambda ballot, winner, rival: place(ballot, rival) - place(ballot, winner)
    )
    pairs = orders.pairs_of(ballots, options)
    ahead = orders.beats_all(pairs) if ballots else None
    return Tally(
        tuple(rule(ballots, options)),
        closeness.people_enough(ballots, how),
        _agreement([[place(ballot, option) for option in options] for ballot in ballots]),
        people={option: sum(ballot[:1] == (option,) for ballot in map(tuple, ballots)) for option in options},
        beats_all=ahead,
        is_circle=_is_circle(pairs, options) and bool(ballots),
        consensus=kemeny.consensus(ballots, options) if method == KEMENY else None,
    )


def _is_circle(pairs: Any, options: Sequence[str]) -> bool:
    """Each option loses against some other one."""
    return all(any(pairs[other][one] > pairs[one][other] for other in options) for one in options)


def _scored(said: Sequence[Marks], options: Sequence[str]) -> Tally:
    ballots = [marks.scores for marks in said]

    def against(rival: str, _winner: str) -> dict[str, int]:
        return {option: score.HIGHEST if option == rival else score.LOWEST for option in options}

    how = Method(lambda found: score.standings(found, options), against, lambda ballot, winner, rival: ballot[winner] - ballot[rival])
    w = _agreement([[-ballot[option] for option in options] for ballot in ballots])
    return Tally(tuple(score.standings(ballots, options)), closeness.people_enough(ballots, how), w)


def _weighed(said: Sequence[Marks], options: Sequence[str]) -> Tally:
    ballots = [Weighed(marks.scores, marks.feasible) for marks in said]

    def against(rival: str, _winner: str) -> Weighed:
        marks = {option: feasibility.HIGHEST if option == rival else feasibility.LOWEST for option in options}
        return Weighed(marks, marks)

    def product(ballot: Weighed, option: str) -> Fraction:
        return Fraction(ballot.importance[option] * ballot.feasibility[option])

    how = Method(
        lambda found: feasibility.standings(found, options),
        against,
        lambda ballot, winner, rival: product(ballot, winner) - product(ballot, rival),
    )
    w = _agreement([[-float(product(ballot, option)) for option in options] for ballot in ballots])
    standings = tuple(feasibility.standings(ballots, options))
    return Tally(standings, closeness.people_enough(ballots, how), w, seen=feasibility.seen(ballots, options))
