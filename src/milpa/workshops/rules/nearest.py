"""Where cards lie that say nothing known: with those that are written like them, by rare words and runs of four letters."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from milpa.workshops.rules.evidence import Said

NEAR = 0.25  # how alike the nearest cards of one matter must be, together
NEIGHBOURS = 3
WORD = 2.0  # how much a word weighs beside a run of letters
RUN = 4


def nearest(cards: Sequence[Said], chosen: Mapping[str, str]) -> dict[str, str]:
    """Card -> matter, for those that have none and lie near cards that have one."""
    if len(chosen) == len(cards):
        return {}
    marks = [_marks(card) for card in cards]
    times = Counter(mark for one in marks for mark in one)
    rare = {mark: log(len(cards) / n) for mark, n in times.items()}
    vectors = {card.id: {mark: weight * rare[mark] for mark, weight in one.items()} for card, one in zip(cards, marks, strict=True)}
    lengths = {id: sqrt(sum(weight**2 for weight in vector.values())) for id, vector in vectors.items()}
    found = {}
    for card in cards:
        if card.id not in chosen:
            alike = {
                other: _dot(vectors[card.id], vectors[other]) / ((lengths[card.id] * lengths[other]) or 1.0)
                for other in chosen
                if other != card.id
            }
            if concept := _matter(alike, chosen):
                found[card.id] = concept
    return found


def _matter(alike: Mapping[str, float], chosen: Mapping[str, str]) -> str | None:
    closest = sorted(alike, key=lambda id: (-round(alike[id], 9), id))[:NEIGHBOURS]
    votes: dict[str, float] = defaultdict(float)
    for id in closest:
        votes[chosen[id]] += alike[id]
    best = max(votes, key=lambda concept: (round(votes[concept], 9), concept), default=None)
    return best if best is not None and votes[best] >= NEAR else None


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other[mark] for mark, weight in sorted(one.items()) if mark in other)


def _marks(card: Said) -> dict[str, float]:
    text = f" {'  '.join(word.word for word in card.words)} "
    runs = {text[at : at + RUN]: 1.0 for at in range(len(text) - RUN + 1)}
    return {f"={root}": WORD for root in card.content} | runs
