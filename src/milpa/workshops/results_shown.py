"""The result of a vote as every screen, the minutes and the exports show it: the same rows and the same sentences."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.measures.kendall import in_words
from milpa.web import charts, formats
from milpa.workshops.ballots import names_in
from milpa.workshops.counting import Result, Row, result_of
from milpa.workshops.models import Vote
from milpa.workshops.models.methods import BORDA, DOTS, FEASIBILITY, KEMENY, SCHULZE, SCORE
from milpa.workshops.rules.closeness import FEWEST
from milpa.workshops.rules.placing import Number
from milpa.workshops.shown import Here
from milpa.workshops.ways_to_vote import rule_of

Rows = list[dict[str, Any]]
SHORT = 40  # letters of a name beside a bar


@dataclass(frozen=True, slots=True)
class ShownResult:
    """Of a closed vote. `says`: what must be said beside the rows, in order of weight."""

    question: str
    rule: str
    finding: str
    columns: Rows
    rows: Rows
    turnout: str
    says: list[str]
    bars: list[charts.Bar]

    def chart(self, *, standalone: bool = False) -> Any:
        return charts.bars(self.bars, self.question, standalone=standalone)


def shown_result(vote: Vote, names: Mapping[str, str], result: Result | None = None) -> ShownResult:
    """`names`: what the groups are called now, by id. Raises VoteNotClosed."""
    found, called = result or result_of(vote), names_in(vote, names)
    return ShownResult(
        vote.question,
        rule_of(vote),
        _finding(found, called),
        _columns(vote),
        [_row(found, row, called) for row in found.standings],
        turnout_of(found),
        sentences(vote, found, called),
        [charts.Bar(called[row.group], float(row.value), counted(found, row)) for row in found.standings],
    )


def _columns(vote: Vote) -> Rows:
    said: dict[str, list[tuple[str, str]]] = {
        DOTS: [("dots", _("Dots")), *([("people", _("People"))] if vote.most_on_one > 1 else [])],
        BORDA: [("points", _("Points")), ("people", _("Put first by"))],
        SCHULZE: [("before", _("Comes before")), ("people", _("Put first by"))],
        KEMENY: [("before", _("Comes before")), ("people", _("Put first by"))],
        SCORE: [("mean", _("Mean"))],
        FEASIBILITY: [("importance", _("Would help")), ("feasible", _("Can be done")), ("product", _("Product"))],
    }
    first = [
        {"key": "rank", "label": _("Place"), "numeric": True},
        {"key": "name", "label": _("Option") if vote.options else _("Group"), "head": True},
    ]
    rest: Rows = [{"key": key, "label": label, "numeric": True} for key, label in said[vote.method]]
    return first + rest + ([{"key": "field", "label": _("What follows")}] if vote.method == FEASIBILITY else [])


def _row(result: Result, row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    tally, shown = result.tally, {"rank": row.rank, "name": names[row.group], "dots": row.votes}
    shown |= {"people": tally.people.get(row.group), "before": row.votes, "points": number(row.value), "mean": number(row.value, 2)}
    if seen := tally.seen.get(row.group):
        shown |= {"importance": number(seen.importance, 1), "feasible": number(seen.feasibility, 1), "product": number(row.value, 1)}
        shown["field"] = _fields()[seen.field]
    return shown


def _fields() -> dict[str, str]:
    return {
        "first": _("begin with it"),
        "prepare": _("prepare it: it would help, and cannot be done yet"),
        "time": _("if there is time: easy, and helps little"),
        "leave": _("leave it for now"),
    }


def number(value: Number, decimals: int | None = None) -> str:
    """Whole where it is whole, halves as .5; with `decimals` always so many."""
    return formats.number(float(value), (0 if value == int(value) else 1) if decimals is None else decimals)


def counted(result: Result, row: Row) -> str:
    """What an option got, in a few words: "3 dots", "12 points", "before 4 others", "mean 3.40"."""
    if result.method == DOTS:
        return ngettext("{n} dot", "{n} dots", row.votes).format(n=row.votes)
    if result.method == BORDA:
        return ngettext("{n} point", "{n} points", 1 if row.value == 1 else 2).format(n=number(row.value))
    if result.method == SCORE:
        return _("mean {mean}").format(mean=number(row.value, 2))
    if result.method == FEASIBILITY:
        return _("product {n}").format(n=number(row.value, 1))
    return came_before(row.votes)


def came_before(n: int) -> str:
    return ngettext("before {n} other", "before {n} others", n).format(n=n)


def need_counted(method: str, votes: int) -> str:
    """The same of a need, which keeps only its number: dots, or how many others it came before."""
    return ngettext("{n} dot", "{n} dots", votes).format(n=votes) if method == DOTS else came_before(votes)


def _finding(result: Result, names: Mapping[str, str]) -> str:
    first = [row for row in result.standings if row.rank == 1]
    if result.verdict == "quorum_missed":
        return _("Too few voted for this result to hold.")
    if not result.turnout.voters:
        return _("Nobody chose anything.")
    if len(first) > 1:
        return _("They share the first place: {names}.").format(names=", ".join(f"“{names[row.group]}”" for row in first))
    return _("“{name}” comes first, with {counted}.").format(name=names[first[0].group], counted=counted(result, first[0]))


def turnout_of(result: Result) -> str:
    """As "37 people voted (34 by phone, 3 on paper); 2 of them blank"."""
    people = ngettext("{n} person voted", "{n} people voted", result.voted).format(n=result.voted)
    ways = Here(Counter(result.by_way))
    said = people + (f" ({ways.by_way})" if ways.all else "")
    if result.method == DOTS:
        said = _("{people}; {cast} of {issued} dots").format(people=said, cast=result.turnout.cast, issued=result.turnout.issued)
    blank = ngettext("{n} of them blank", "{n} of them blank", result.blank).format(n=result.blank) if result.blank else ""
    return "; ".join(filter(None, [said, blank])) + "."


def sentences(vote: Vote, result: Result, names: Mapping[str, str]) -> list[str]:
    """Quorum, too few, ties, how close it was, what the method hides, how far people agree."""
    return [*filter(None, [_validity(vote, result), _ties(result), _closeness(result), _pairwise(result, names), _agreement(result)])]


def _validity(vote: Vote, result: Result) -> str:
    if result.verdict == "quorum_missed":
        said = _("It was agreed that {quorum} people had to vote, and {n} did: by that rule this result does not hold.")
        return said.format(quorum=vote.quorum, n=result.voted)
    if result.verdict == "too_few":
        n = result.turnout.voters
        said = ngettext("{n} person chose: too few to conclude anything.", "{n} people chose: too few to conclude anything.", n)
        return _("{people} Take it as a first look.").format(people=said.format(n=n))
    return ""


def _ties(result: Result) -> str:
    shared = [rank for rank, times in Counter(row.rank for row in result.standings).items() if times > 1]
    if not shared or not result.turnout.voters:
        return ""
    places = ", ".join(str(rank) for rank in sorted(shared))
    return ngettext(
        "Place {places} is shared: equal ones stand on the same place.",
        "Places {places} are shared: equal ones stand on the same place.",
        len(shared),
    ).format(places=places)


def _closeness(result: Result) -> str:
    n, all = result.enough, result.turnout.voters
    if not n or result.verdict in ("quorum_missed", "too_few"):
        return ""
    enough = ngettext(
        "If {n} of the {all} people had voted otherwise, it would have been enough for another first place.",
        "If {n} of the {all} people had voted otherwise, it would have been enough for another first place.",
        n,
    ).format(n=n, all=all)
    return _("It was close. {enough}").format(enough=enough) if result.verdict == "close" else enough


def _pairwise(result: Result, names: Mapping[str, str]) -> str:
    """What only shows when orders are compared pair by pair."""
    tally, first = result.tally, {row.group for row in result.standings if row.rank == 1}
    if result.method == BORDA and tally.beats_all and tally.beats_all not in first:
        return _("Taken pair by pair “{name}” wins against every other one; by points it does not.").format(name=names[tally.beats_all])
    if result.method in (SCHULZE, KEMENY) and tally.is_circle:
        return _("Taken pair by pair nobody wins against every other one: the wishes go in a circle.")
    if tally.consensus and tally.consensus.best_orders > 1:
        return _("{n} orders are equally good; what they do not agree on shares a place.").format(n=tally.consensus.best_orders)
    return ""


def _agreement(result: Result) -> str:
    if result.tally.w is None or result.turnout.voters < FEWEST:
        return ""
    said = {
        "agree_much": _("Those who voted agree much among themselves"),
        "agree_half": _("Those who voted agree by half among themselves"),
        "agree_little": _("Those who voted agree little among themselves"),
    }[in_words(result.tally.w)]
    return _("{said} (W = {w}; 1 would be the same order for all).").format(said=said, w=formats.number(result.tally.w, 2))
