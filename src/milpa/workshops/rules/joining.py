"""How many groups: a matter of which a room says little joins the one that goes with it, so that a wall of 70 cards has about a dozen.

What goes with what is said in the thesaurus (photographs with being found, tax with accounts), and by the cards themselves: how much those
of either speak of the other. The smallest joins first. A matter that goes with no other stays, however small.
"""

from collections import defaultdict
from collections.abc import Mapping

from milpa.workshops.rules.evidence import Words

SMALL = 0.055  # of the cards that lie somewhere: a group below it joins another
LARGE = 0.25  # of them: no group grows beyond it by joining
ENOUGH = 0.5  # how much two must have in common, kin being 1
SPOKEN = 1.0  # what it counts if all cards of both speak of both alike
FEWEST = 2

Weights = Mapping[str, Mapping[str, float]]


def joined(placed: Mapping[str, str], weights: Weights, thesaurus: Words) -> dict[str, str]:
    """Matter -> the matter whose group it lies in. `placed`: card -> matter."""
    groups: dict[str, set[str]] = defaultdict(set)
    for id, concept in placed.items():
        groups[concept].add(id)
    matters = {concept: {concept} for concept in groups}
    into = {concept: concept for concept in groups}
    small, large = max(FEWEST, round(len(weights) * SMALL)), len(weights) * LARGE
    while waiting := [concept for concept in groups if len(groups[concept]) < small]:
        one = min(waiting, key=lambda concept: (len(groups[concept]), concept))
        fitting = {
            other: _common(one, other, groups, matters, weights, thesaurus)
            for other in groups
            if other != one and len(groups[one]) + len(groups[other]) <= max(large, 2 * FEWEST)
        }
        best = max(fitting, key=lambda other: (fitting[other], -len(groups[other]), other), default=None)
        cards, mine = groups.pop(one), matters.pop(one)
        if best is not None and fitting[best] >= ENOUGH:
            groups[best] |= cards
            matters[best] |= mine
            into |= dict.fromkeys(mine, best)
    return into


def _common(
    one: str, other: str, groups: Mapping[str, set[str]], matters: Mapping[str, set[str]], weights: Weights, thesaurus: Words
) -> float:
    kin = max(thesaurus.kinship(mine, theirs) for mine in matters[one] for theirs in matters[other])
    shares = [_share(weights[id], matters[other]) for id in groups[one]] + [_share(weights[id], matters[one]) for id in groups[other]]
    return round(kin + SPOKEN * sum(sorted(shares)) / len(shares), 6)


def _share(card: Mapping[str, float], matters: set[str]) -> float:
    """How much a card speaks of them, beside that of which it speaks most."""
    most = max(card.values(), default=0.0)
    return max((card.get(concept, 0.0) for concept in matters), default=0.0) / most if most else 0.0
