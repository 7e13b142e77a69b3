"""The proposals for a wall as their page shows them: cards, the reason in words, and the key by which they are answered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.workshops.models import ProposalAnswered, Workshop
from milpa.workshops.models.cards import NAME_LENGTH
from milpa.workshops.proposals import groups_in, pairs_in
from milpa.workshops.rules.alike import Pair
from milpa.workshops.rules.concepts import Together
from milpa.workshops.thesaurus import Concept, concepts_of
from milpa.workshops.wall import CardOnWall, GroupOnWall, Wall, wall_of
from milpa.workshops.words import forms_in, language_of

WORDS = 6  # that a reason names
PAIRS = 30  # that are shown at once


@dataclass(frozen=True, slots=True)
class ProposedGroup:
    """`into`: a group of the wall that speaks of the same; else a new one of that name."""

    key: str
    name: str
    reason: str
    cards: tuple[CardOnWall, ...]
    into: GroupOnWall | None


@dataclass(frozen=True, slots=True)
class ProposedPair:
    key: str
    reason: str
    one: CardOnWall
    other: CardOnWall


@dataclass(frozen=True, slots=True)
class Proposed:
    language: str
    groups: tuple[ProposedGroup, ...]
    pairs: tuple[ProposedPair, ...]
    more_pairs: int  # that are not shown yet


def proposed_for(workshop: Workshop) -> Proposed:
    """Six queries, and under a second for 300 cards."""
    wall = wall_of(workshop)
    every = {str(card.id): card for card in (*wall.loose, *(card for group in wall.groups for card in group.cards))}
    texts = {id: card.text for id, card in every.items()}
    language = language_of(texts.values())
    concepts = concepts_of(workshop.institution_id, language)
    answered = set(ProposalAnswered.objects.standing().filter(workshop=workshop).values_list("kind", "key"))
    forms = forms_in(texts.values())
    found = [_group(one, every, wall, concepts, forms) for one in groups_in(texts, language, concepts)]
    groups = [one for one in found if one is not None and ("group", one.key) not in answered]
    pairs = [_pair(pair, every, forms) for pair in pairs_in(texts, language)]
    left = [pair for pair in pairs if ("alike", pair.key) not in answered and not _together(pair)]
    return Proposed(language, tuple(groups), tuple(left[:PAIRS]), max(0, len(left) - PAIRS))


def _together(pair: ProposedPair) -> bool:
    return pair.one.group is not None and pair.one.group == pair.other.group


def _group(
    found: Together, every: dict[str, CardOnWall], wall: Wall, concepts: dict[str, Concept], forms: dict[str, str]
) -> ProposedGroup | None:
    """Of the cards that have no group yet; None if there is nothing to do."""
    members = [every[id] for id in (*found.cards, *found.beside)]
    loose = tuple(card for card in members if card.group is None)
    into = _same(members, wall)
    if len(loose) < (1 if into else 2):
        return None
    name = _called(found, concepts)
    return ProposedGroup(key_of(found.concept, loose), name, _speaks(name, found, forms), loose, into)


def _called(found: Together, concepts: dict[str, Concept]) -> str:
    """By its matter; where another joined it, by both."""
    names = [concepts[found.concept].name, *(concepts[other].name for other in found.also[:1])]
    both = " · ".join(names)
    return both if len(both) <= NAME_LENGTH else names[0]


def _same(members: Iterable[CardOnWall], wall: Wall) -> GroupOnWall | None:
    """The group of the wall of which at least half the cards speak of this, the one with the most of them."""
    times = Counter(card.group for card in members if card.group is not None)
    fitting = [group for group in wall.groups if times[group.id] * 2 >= len(group.cards) > 0]
    return max(fitting, key=lambda group: times[group.id], default=None)


def _speaks(name: str, found: Together, forms: dict[str, str]) -> str:
    said = _("They speak of {concept}: {words}").format(concept=name, words=_written(found.words, forms))
    if not found.beside:
        return f"{said}."
    return _("{said}; {n} are written like them.").format(said=said, n=len(found.beside))


def _written(words: Iterable[str], forms: dict[str, str]) -> str:
    """The first of them, as somebody wrote them."""
    return ", ".join(" ".join(forms.get(part, part) for part in words_said.split()) for words_said in list(words)[:WORDS])


def key_of(concept: str, cards: Iterable[CardOnWall]) -> str:
    """Names a proposal as long as its cards are the same."""
    ids = " ".join(sorted(str(card.id) for card in cards))
    return f"{concept[:40]}:{sha256(ids.encode()).hexdigest()[:16]}"


def _pair(pair: Pair, every: dict[str, CardOnWall], forms: dict[str, str]) -> ProposedPair:
    words = _written(pair.shared, forms)
    reason = _("Both say: {words}.").format(words=words) if words else _("They are written almost the same.")
    one, other = every[pair.one], every[pair.other]
    return ProposedPair(key_of("alike", (one, other)), reason, one, other)


def card_ids(values: Iterable[Any]) -> list[UUID]:
    """Raises ValueError for what is no id."""
    return [UUID(str(value)) for value in values]
