"""What the machine proposes for the wall: groups of cards, and cards that say the same, each with its reason in words.

It proposes and never groups: a person accepts, and the acceptance is the room's facts (a group made, cards placed), or dismisses.
"""

from collections import defaultdict
from collections.abc import Mapping

from milpa.workshops.likeness import Mending, said_of
from milpa.workshops.rules.alike import Pair, near_duplicates
from milpa.workshops.rules.concepts import Together, matters, together
from milpa.workshops.rules.evidence import Said, Words, hits_in
from milpa.workshops.thesaurus import Concept, looked_up, looked_up_page

Cards = Mapping[str, str]  # id -> text


def groups_in(cards: Cards, language: str, concepts: Mapping[str, Concept] | None = None) -> list[Together]:
    """Proposed groups, the largest first."""
    thesaurus = looked_up_page(language) if concepts is None else looked_up(concepts, language)
    return together(_said(cards, language, thesaurus), thesaurus)


def matters_in(cards: Cards, language: str) -> dict[str, str]:
    """Card -> the matter of which it says most; those that say nothing known are left out."""
    thesaurus = looked_up_page(language)
    return matters(_said(cards, language, thesaurus), thesaurus)


def spoken_of(card: str, language: str, concepts: Mapping[str, Concept]) -> list[tuple[str, tuple[str, ...]]]:
    """The matters that a card speaks of, most first, each with the words that say it."""
    thesaurus = looked_up(concepts, language)
    weights: dict[str, float] = defaultdict(float)
    words: dict[str, list[str]] = defaultdict(list)
    for hit in hits_in(said_of("", card, language, Mending(thesaurus)), thesaurus):
        weights[hit.concept] += hit.weight
        words[hit.concept].append(hit.written)
    ordered = sorted(weights, key=lambda concept: (-round(weights[concept], 6), concept))
    return [(concept, tuple(dict.fromkeys(words[concept]))) for concept in ordered]


def pairs_in(cards: Cards, language: str) -> list[Pair]:
    """Cards that say almost the same, the most alike first."""
    return near_duplicates(_said(cards, language, Words({}, {})))


def _said(cards: Cards, language: str, thesaurus: Words) -> list[Said]:
    mending = Mending(thesaurus)
    return [said_of(id, text, language, mending) for id, text in cards.items()]
