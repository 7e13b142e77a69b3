"""Each way to vote in words: what whoever facilitates chooses from, the rule in use in a sentence, what to do on the phone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.workshops.models import Vote
from milpa.workshops.models.methods import BORDA, DOTS, FEASIBILITY, KEMENY, METHODS, RANKED, SCHULZE, SCORE
from milpa.workshops.rules import feasibility, score
from milpa.workshops.rules.kemeny import MOST


def explained() -> list[tuple[str, str, str]]:
    """(method, name, what it is good for) of each, the usual one first."""
    said = {
        DOTS: _("Each person spreads a few dots. Quick, also on paper; it says what is liked first, not what all can live with."),
        BORDA: _("Each person puts them in order and places give points. Easy to check by hand; near copies of one option help it."),
        SCHULZE: _(
            "Each person puts them in order and they are compared pair by pair. Near copies do not matter; harder to check by hand."
        ),
        KEMENY: _("Each person puts them in order; the order that agrees with most of what was said counts. Exact, for at most {most}."),
        SCORE: _("Each person marks every one from 0 to 5. It shows how strong the wish is; it takes longer."),
        FEASIBILITY: _("Each person says how much each would help and how far it can be done. For choosing what to begin with."),
    }
    return [(method, str(name), said[method].format(most=MOST)) for method, name in METHODS]


def choices(options: int) -> list[tuple[str, str, str]]:
    """The methods that so many options allow."""
    return [one for one in explained() if one[0] != KEMENY or options <= MOST]


def rule_of(vote: Vote) -> str:
    """The rule in use, in a sentence or two, the same on every screen."""
    said = {DOTS: _dots, SCORE: _score, FEASIBILITY: _feasibility}.get(vote.method, _order)(vote)
    if not vote.quorum:
        return said
    holds = ngettext(
        "It holds if {n} person votes; a blank vote counts as voting.",
        "It holds if {n} people vote; a blank vote counts as voting.",
        vote.quorum,
    )
    return f"{said} {holds.format(n=vote.quorum)}"


def _dots(vote: Vote) -> str:
    n, most = vote.dots_each, vote.most_on_one
    each = ngettext("Each person has {n} dot", "Each person has {n} dots", n).format(n=n)
    one = ngettext("at most {n} on a group", "at most {n} on a group", most).format(n=most)
    return _("{each}, {one}. The groups with more dots come first.").format(each=each, one=one)


def _order(vote: Vote) -> str:
    first = _("Each person puts {n} in order, the most wanted first.").format(n=vote.places)
    counted = {
        BORDA: _("The first gets {top} points, the next one less, and so on; those left out share what remains. More points come first."),
        SCHULZE: _(
            "They are compared pair by pair: a pair is won by the one that more people put first, "
            "and whoever wins most convincingly, also through others, comes first."
        ),
        KEMENY: _("Of all possible orders the one counts that agrees with most of what people said pair by pair, reckoned exactly."),
    }[vote.method]
    return f"{first} {counted.format(top=len(vote.groups) - 1)}"


def _score(_vote: Vote) -> str:
    return _("Each person marks every one from {lowest} to {highest}. The highest mean comes first.").format(
        lowest=score.LOWEST, highest=score.HIGHEST
    )  # fmt: skip


def _feasibility(_vote: Vote) -> str:
    said = _(
        "Each person says of every one, from {lowest} to {highest}, how much it would help and how far it can be done. "
        "The product of both means gives the order."
    )
    return said.format(lowest=feasibility.LOWEST, highest=feasibility.HIGHEST)


def how_to(vote: Vote) -> str:
    """What one does on the phone."""
    if vote.method in RANKED:
        return _("Put {n} in order, the most wanted first.").format(n=vote.places)
    if vote.method == SCORE:
        return _("Mark each from 0, nothing, to 5, very much.")
    if vote.method == FEASIBILITY:
        return _("Mark of each, from 1 to 5, how much it would help you and how far you can do it.")
    if vote.most_on_one == 1:
        return ngettext("You have {n} dot.", "You have {n} dots, each for another group.", vote.dots_each).format(n=vote.dots_each)
    return ngettext(
        "You have {n} dot for a group of your choice.", "You have {n} dots; several may lie on one group.", vote.dots_each
    ).format(n=vote.dots_each)
