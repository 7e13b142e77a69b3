"""What the machine proposes for the wall: groups of cards, and cards that say the same, each with its reason in words.

It proposes and never groups: a person accepts, and the acceptance is the room's facts (a group made, cards placed), or dismisses.
"""

from collections.abc import Mapping

from milpa.workshops.likeness import Mending, said_of
from milpa.workshops.rules.alike import Pair, near_duplicates
from milpa.workshops.rules.concepts import Said, Together, Words, together
from milpa.workshops.thesaurus import Concept, concepts_of, looked_up

Cards = Mapping[str, str]  # id -> text


def groups_in(cards: Cards, language: str, concepts: Mapping[str, Concept] | None = None) -> list[Together]:
    """Proposed groups, the largest first."""
    thesaurus = looked_up(concepts or concepts_of(None, language), language)
    return together(_said(cards, language, thesaurus), thesaurus)


def pairs_in(cards: Cards, language: str) -> list[Pair]:
    """Cards that say almost the same, the most alike first."""
    return near_duplicates(_said(cards, language, Words({}, {})))


def _said(cards: Cards, language: str, thesaurus: Words) -> list[Said]:
    mending = Mending(thesaurus)
    return [said_of(id, text, language, mending) for id, text in cards.items()]
