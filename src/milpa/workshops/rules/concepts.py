"""Which cards speak of the same matter, by a thesaurus of the field, and in which words.

Each word of the thesaurus points at one concept or several; then it weighs less in each. A phrase weighs more than a word. A card goes to
the concept for which it says most; where two say the same, to the one of which the whole room speaks more. A concept of one card is no
group: its card goes to its next concept, if others lie there. Cards that say nothing known join the cards with which they share a rare
word, if they share enough. How and with which figures: `docs/rules/grouping.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

PHRASE = 1.5  # how much a phrase weighs, a word of one concept being 1
FEWEST = 2  # cards of a group
NEAR = 0.3  # how alike in rare words a card must be to join cards whose concept it does not name


@dataclass(frozen=True, slots=True)
class Said:
    """A card: its words as roots, in order, with how each was written."""

    id: str
    roots: tuple[str, ...]
    written: tuple[str, ...]
    content: frozenset[str] = frozenset()  # roots that mean something


@dataclass(frozen=True, slots=True)
class Words:
    """The thesaurus as it is looked up: root -> concepts; phrase (its roots) -> concepts."""

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    longest: int = 1


@dataclass(slots=True)
class Evidence:
    """What one card says: concept -> weight, and the words that say it."""

    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    words: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Together:
    """Cards of one concept. `words`: as they were written, the most frequent first. `beside`: cards that only share words with them."""

    concept: str
    cards: tuple[str, ...]
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()


def evidence_of(card: Said, thesaurus: Words) -> Evidence:
    """Words and phrases of the thesaurus in a card."""
    found = Evidence()
    for at, root in enumerate(card.roots):
        _weigh(found, thesaurus.words.get(root, frozenset()), 1.0, card.written[at])
        for long in range(2, thesaurus.longest + 1):
            phrase = card.roots[at : at + long]
            if len(phrase) == long:
                _weigh(found, thesaurus.phrases.get(phrase, frozenset()), PHRASE, " ".join(card.written[at : at + long]))
    return found


def _weigh(found: Evidence, concepts: frozenset[str], weight: float, written: str) -> None:
    for concept in concepts:
        found.weights[concept] += weight / len(concepts)
        found.words[concept].append(written)


def together(cards: Sequence[Said], thesaurus: Words) -> list[Together]:
    """Groups of two cards or more, the largest first; who fits nowhere is in none."""
    said = {card.id: evidence_of(card, thesaurus) for card in cards}
    room: Counter[str] = Counter()
    for one in said.values():
        room.update(one.weights)
    chosen = _settled({id: _by_weight(one, room) for id, one in said.items()})
    beside = _near(cards, chosen)
    return _groups(cards, chosen, beside, said)


def _by_weight(one: Evidence, room: Mapping[str, float]) -> list[str]:
    return sorted(one.weights, key=lambda concept: (-round(one.weights[concept], 6), -room[concept], concept))


def _settled(wishes: Mapping[str, list[str]]) -> dict[str, str]:
    """Each card to the first of its concepts that two or more cards choose."""
    left = {id: list(concepts) for id, concepts in wishes.items() if concepts}
    while True:
        sizes = Counter(concepts[0] for concepts in left.values() if concepts)
        alone = [id for id, concepts in left.items() if concepts and sizes[concepts[0]] < FEWEST]
        if not alone:
            return {id: concepts[0] for id, concepts in left.items() if concepts}
        for id in alone:
            left[id].pop(0)


def _near(cards: Sequence[Said], chosen: Mapping[str, str]) -> dict[str, str]:
    """Cards without a concept that share rare words with a card that has one: card -> concept."""
    times = Counter(root for card in cards for root in card.content)
    rare = {root: log(len(cards) / n) for root, n in times.items()}
    holding: dict[str, list[Said]] = defaultdict(list)
    for card in cards:
        if card.id in chosen:
            for root in card.content:
                holding[root].append(card)
    found = {}
    for card in cards:
        if card.id not in chosen:
            others = {other.id: other for root in card.content for other in holding[root]}
            best = max(others.values(), key=lambda other: (alike(card.content, other.content, rare), other.id), default=None)
            if best is not None and alike(card.content, best.content, rare) >= NEAR:
                found[card.id] = chosen[best.id]
    return found


def alike(one: frozenset[str], other: frozenset[str], rare: Mapping[str, float]) -> float:
    """0 nothing shared to 1 the same words; a word that many cards hold counts little."""

    def length(roots: frozenset[str]) -> float:
        return sqrt(sum(rare[root] ** 2 for root in roots))

    whole = length(one) * length(other)
    return sum(rare[root] ** 2 for root in one & other) / whole if whole else 0.0


def _groups(cards: Sequence[Said], chosen: Mapping[str, str], beside: Mapping[str, str], said: Mapping[str, Evidence]) -> list[Together]:
    by_concept: dict[str, list[str]] = defaultdict(list)
    near: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        if concept := chosen.get(card.id):
            by_concept[concept].append(card.id)
        elif concept := beside.get(card.id):
            near[concept].append(card.id)
    found = [Together(concept, tuple(ids), _words(concept, ids, said), tuple(near[concept])) for concept, ids in by_concept.items()]
    return sorted(found, key=lambda group: (-len(group.cards) - len(group.beside), group.concept))


def _words(concept: str, ids: Sequence[str], said: Mapping[str, Evidence]) -> tuple[str, ...]:
    """Without words that stand in a phrase that is named too."""
    times = Counter(word for id in ids for word in dict.fromkeys(said[id].words[concept]))
    ordered = [word for word, _n in times.most_common()]
    return tuple(word for word in ordered if not any(word != other and f" {word} " in f" {other} " for other in ordered))
