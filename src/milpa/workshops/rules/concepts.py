"""Which cards speak of the same matter, by a thesaurus of the field, and in which words.

A card goes to the matter of which it says most; where two say the same, to the one of which the room speaks less: it tells more. Cards that
say nothing known go where cards written like them lie. A matter of which a room says little joins one that goes with it (`joining`).
How and with which figures: `docs/rules/grouping.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from milpa.workshops.rules.evidence import Hit, Said, Words, hits_in, weighed
from milpa.workshops.rules.joining import joined
from milpa.workshops.rules.nearest import nearest

FEWEST = 2  # cards of a group
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Together:
    """Cards of one matter, and of those that joined it (`also`, by how much the cards speak of each).

    `words`: as they were written, the most frequent first. `beside`: cards that are only written like them.
    """

    concept: str
    cards: tuple[str, ...]
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def together(cards: Sequence[Said], thesaurus: Words) -> list[Together]:
    """Groups of two cards or more, the largest first; who fits nowhere is in none."""
    hits = {card.id: hits_in(card, thesaurus) for card in cards}
    weights = weighed(hits, thesaurus)
    chosen = _chosen(weights)
    beside = nearest(cards, chosen)
    into = joined(chosen | beside, weights, thesaurus)
    placed = _settled({id: into[concept] for id, concept in (chosen | beside).items()}, weights, into)
    return _groups([card.id for card in cards], placed, frozenset(beside), hits, into)


def matters(cards: Sequence[Said], thesaurus: Words) -> dict[str, str]:
    """Card -> the matter of which it says most, before any joins another."""
    return _chosen(weighed({card.id: hits_in(card, thesaurus) for card in cards}, thesaurus))


def _chosen(weights: Weights) -> dict[str, str]:
    room: dict[str, float] = defaultdict(float)
    for one in weights.values():
        for concept, weight in one.items():
            room[concept] += weight

    def most(one: Mapping[str, float]) -> str:
        return max(one, key=lambda concept: (round(one[concept], 6), -round(room[concept], 6), concept))

    return {id: most(one) for id, one in weights.items() if one}


def _settled(placed: Mapping[str, str], weights: Weights, into: Mapping[str, str]) -> dict[str, str]:
    """A card alone in its group goes to the group of its next matter, where others lie."""
    sizes = Counter(placed.values())
    found = {}
    for id, group in placed.items():
        ordered = sorted(weights[id], key=lambda concept: (-round(weights[id][concept], 6), concept))
        others = [into[concept] for concept in ordered if concept in into and sizes[into[concept]] >= FEWEST]
        found[id] = others[0] if sizes[group] < FEWEST and others else group
    return found


def _groups(
    order: Sequence[str], placed: Mapping[str, str], beside: frozenset[str], hits: Mapping[str, Sequence[Hit]], into: Mapping[str, str]
) -> list[Together]:
    members: dict[str, list[str]] = defaultdict(list)
    for id in order:
        if id in placed:
            members[placed[id]].append(id)
    found = []
    for group, ids in members.items():
        said = [id for id in ids if id not in beside]
        mine = {concept for concept, other in into.items() if other == group}
        if len(said) >= FEWEST:
            near = tuple(id for id in ids if id in beside)
            first, *also = _ordered(mine, said, hits)
            found.append(Together(first, tuple(said), _words(mine, said, hits), near, tuple(also)))
    return sorted(found, key=lambda one: (-len(one.cards) - len(one.beside), one.concept))


def _ordered(concepts: set[str], ids: Sequence[str], hits: Mapping[str, Sequence[Hit]]) -> list[str]:
    """By how much the cards speak of each; those of which none speaks are left out."""
    said: dict[str, float] = defaultdict(float)
    for id in ids:
        for hit in hits[id]:
            if hit.concept in concepts:
                said[hit.concept] += hit.weight
    return sorted(said, key=lambda concept: (-round(said[concept], 6), concept))


def _words(concepts: set[str], ids: Sequence[str], hits: Mapping[str, Sequence[Hit]]) -> tuple[str, ...]:
    """Without words that stand in a phrase that is named too."""
    times = Counter(word for id in ids for word in dict.fromkeys(hit.written for hit in hits[id] if hit.concept in concepts))
    ordered = [word for word, _n in times.most_common()]
    return tuple(word for word in ordered if not any(word != other and f" {word} " in f" {other} " for other in ordered))
