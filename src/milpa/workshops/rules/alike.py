"""Cards that say almost the same, with the reason: the words that both hold.

Two cards are near-duplicates if nearly all their meaning words are the same (in whatever order and form), or if they are written almost
letter by letter alike. One word in common is never enough, unless it is all that both say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from milpa.workshops.rules.evidence import Said

SAME_WORDS = 0.6  # shared meaning words of all that either holds
SAME_LETTERS = 0.72  # shared runs of three letters
RUN = 3
MOST_IN_COMMON = 40  # a word or run that more cards hold tells nothing
Runs = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    other: str
    shared: tuple[str, ...]  # as the first wrote them; empty if it is by the letters alone
    likeness: float


def near_duplicates(cards: Sequence[Said]) -> list[Pair]:
    """Pairs, the most alike first; each in the order of the cards."""
    holding: dict[str, list[int]] = defaultdict(list)
    runs = [_runs(card) for card in cards]
    for at, card in enumerate(cards):
        for mark in card.content | runs[at]:
            holding[mark].append(at)
    met = {
        (one, other)
        for found in holding.values()
        if len(found) <= MOST_IN_COMMON
        for n, one in enumerate(found)
        for other in found[n + 1 :]
    }
    pairs = [pair for one, other in met if (pair := _compared(cards[one], cards[other], runs[one], runs[other]))]
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other))


def _compared(one: Said, other: Said, mine: Runs, theirs: Runs) -> Pair | None:
    shared, whole = one.content & other.content, one.content | other.content
    by_words = len(shared) / len(whole) if whole else 0.0
    if by_words >= SAME_WORDS and (len(shared) > 1 or by_words == 1):
        written = tuple(word.word for word in one.words if word.root in shared)
        return Pair(one.id, other.id, tuple(dict.fromkeys(written)), by_words)
    if min(len(mine), len(theirs)) < SAME_LETTERS * max(len(mine), len(theirs)):
        return None
    by_letters = len(mine & theirs) / len(mine | theirs) if mine else 0.0
    return Pair(one.id, other.id, (), by_letters) if by_letters >= SAME_LETTERS else None


def _runs(card: Said) -> Runs:
    text = f"  {' '.join(word.word for word in card.words)} "
    return frozenset(f"={text[at : at + RUN]}" for at in range(len(text) - RUN + 1))
