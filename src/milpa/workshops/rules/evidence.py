"""Of which matters a card speaks, and in which words.

A telling word weighs one, shared among the matters it points at; a hint about a third. A phrase weighs more, and its words say little
besides (in "tarjeta de crédito" the card is no means of payment). Its words may stand in any order with two others between them.
A word that stands beside many different matters is the trade's own ("taller", "café"): it weighs less, as the room shows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

HINT = 0.35
PHRASE = 1.5  # of two words
LONGER = 0.4  # more for each further one
BETWEEN = 2  # other words between those of a phrase
SPOKEN_FOR = 0.3  # what a word of a phrase still says by itself
SURE = 0.5  # weight from which the rest of a card contradicts a word
DOUBT = 2.0  # contradictions that halve a word
NEXT = 0.15  # how much less the next of kin counts
MOST_READINGS = 200  # of one phrase in one card


@dataclass(frozen=True, slots=True)
class Written:
    """A word of a card. `keys`: where it stands in the thesaurus, the narrowest first; `marks`: as what it counts in a phrase."""

    word: str
    keys: tuple[str, ...]
    marks: tuple[str, ...]
    root: str = ""
    is_between: bool = False  # in phrases it does not count


@dataclass(frozen=True, slots=True)
class Said:
    """A card: its words in order, and the roots that mean something."""

    id: str
    words: tuple[Written, ...]
    content: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Words:
    """The thesaurus as it is looked up.

    words: key -> matter -> weight; phrases: marks, sorted -> matters; kin: what goes with what, the closest first.
    """

    words: Mapping[str, Mapping[str, float]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weight: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def with_mark(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in self.phrases:
            found[phrase[0]].append(phrase)
        return found

    def kinship(self, one: str, other: str) -> float:
        """1 for what goes first with either, less for the next, 0 for what does not go together."""
        pairs = ((self.kin.get(one, ()), other), (self.kin.get(other, ()), one))
        return max((1 - NEXT * kin.index(sought) for kin, sought in pairs if sought in kin), default=0.0)


@dataclass(frozen=True, slots=True)
class Hit:
    """`source`: the key or phrase of the thesaurus; `written`: as the card has it."""

    concept: str
    weight: float
    source: str
    written: str


def hits_in(card: Said, thesaurus: Words) -> list[Hit]:
    found: list[Hit] = []
    spoken_for: set[int] = set()
    for phrase, at in _phrases_in(card, thesaurus):
        if spoken_for.issuperset(at):
            continue
        spoken_for.update(at)
        written = " ".join(card.words[n].word for n in at)
        concepts = thesaurus.phrases[phrase]
        weight = (PHRASE + LONGER * (len(phrase) - 2)) / len(concepts)
        found += [Hit(concept, weight * thesaurus.weight.get(concept, 1), " ".join(phrase), written) for concept in sorted(concepts)]
    for n, word in enumerate(card.words):
        key = next((key for key in word.keys if key in thesaurus.words), None)
        if key is not None:
            found += _of_word(thesaurus, key, word.word, SPOKEN_FOR if n in spoken_for else 1.0)
    return found


def _of_word(thesaurus: Words, key: str, written: str, share: float) -> Iterator[Hit]:
    concepts = thesaurus.words[key]
    whole = sum(concepts.values())
    for concept, weight in concepts.items():
        yield Hit(concept, share * weight * weight / whole * thesaurus.weight.get(concept, 1), key, written)


def _phrases_in(card: Said, thesaurus: Words) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Each phrase with the places of its words, the longest first."""
    places: dict[str, list[int]] = defaultdict(list)
    core = [n for n, word in enumerate(card.words) if not word.is_between]
    for order, n in enumerate(core):
        for mark in card.words[n].marks:
            places[mark].append(order)
    found = []
    for mark in places:
        for phrase in thesaurus.with_mark.get(mark, ()):
            if all(other in places for other in phrase) and (at := _close_by([places[other] for other in phrase])):
                found.append((phrase, tuple(sorted(core[order] for order in at))))
    return sorted(found, key=lambda one: (-len(one[0]), one[0]))


def _close_by(places: Sequence[Sequence[int]]) -> tuple[int, ...] | None:
    """One place of each that stand near each other."""
    for tried, at in enumerate(product(*places)):
        if len({*at}) == len(at) and max(at) - min(at) < len(at) + BETWEEN:
            return at
        if tried > MOST_READINGS:
            return None
    return None


def weighed(cards: Mapping[str, Sequence[Hit]], thesaurus: Words) -> dict[str, dict[str, float]]:
    """Card -> matter -> weight, words of the trade itself counting less."""
    trust = _trusted(cards.values(), thesaurus)
    found: dict[str, dict[str, float]] = {}
    for id, hits in cards.items():
        weights: dict[str, float] = defaultdict(float)
        for hit in hits:
            weights[hit.concept] += hit.weight * trust.get(hit.source, 1.0)
        found[id] = dict(weights)
    return found


def _trusted(cards: Collection[Sequence[Hit]], thesaurus: Words) -> dict[str, float]:
    """How often the rest of a card speaks of what the word says, or of what goes with it."""
    agreed: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for hits in cards:
        for source in {hit.source for hit in hits}:
            rest: dict[str, float] = defaultdict(float)
            for hit in hits:
                if hit.source != source:
                    rest[hit.concept] += hit.weight
            most = max(rest, key=lambda concept: (round(rest[concept], 9), concept), default="")
            if rest.get(most, 0.0) < SURE:
                continue
            met[source] += 1
            mine = [hit.concept for hit in hits if hit.source == source]
            agreed[source] += any(concept == most or thesaurus.kinship(concept, most) > 0 for concept in mine)
    return {source: (agreed[source] + DOUBT) / (times + DOUBT) for source, times in met.items()}
