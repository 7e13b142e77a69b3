"""The words of the field, by language: from the pages beside this file, as the institution has mended them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from uuid import UUID

import yaml

from milpa.workshops.models import ConceptNamed, WordMeant
from milpa.workshops.rules.concepts import Words
from milpa.workshops.words import root_of, words_of

HERE = Path(__file__).parent
LANGUAGES = ("es", "en")
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, ten times faster where libyaml is there


@dataclass(slots=True)
class Concept:
    """`added`: words of the institution itself; `taken_out`: words of the page that do not count here."""

    key: str
    name: str
    words: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    is_own: bool = False

    @property
    def counting(self) -> list[str]:
        return [word for word in (*self.words, *self.added) if word not in self.taken_out]


@cache
def page(language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Concept -> its name and its words and phrases, as the page of that language has them."""
    text = (HERE / f"{language}.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=LOADER)["concepts"]
    return {key: (row["name"], (*row["words"], *row.get("phrases", ()))) for key, row in read.items()}


def concepts_of(institution: UUID | None, language: str) -> dict[str, Concept]:
    """The page with what the institution added, took out and renamed. Two queries; none without an institution."""
    found = {key: Concept(key, name, list(words)) for key, (name, words) in page(language).items()}
    if institution is None:
        return found
    mine = {"institution": institution, "language": language}
    for key, name in ConceptNamed.objects.standing().filter(**mine).in_order().values_list("concept", "name"):
        found.setdefault(key, Concept(key, name, is_own=True)).name = name
    for key, word, means in WordMeant.objects.standing().filter(**mine).in_order().values_list("concept", "word", "means"):
        if key in found:
            _mended(found[key], word, means)
    return {key: concept for key, concept in found.items() if concept.name}


def _mended(concept: Concept, word: str, means: bool) -> None:
    if word in concept.words:
        concept.taken_out = [other for other in concept.taken_out if other != word] + ([] if means else [word])
    else:
        concept.added = [other for other in concept.added if other != word] + ([word] if means else [])


def looked_up(concepts: Mapping[str, Concept], language: str) -> Words:
    """The words by their roots, as cards are compared with them."""
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in concepts.values():
        for word in concept.counting:
            roots = tuple(root_of(part, language) for part in words_of(word))
            if len(roots) == 1:
                words[roots[0]].add(concept.key)
            elif roots:
                phrases[roots].add(concept.key)
    frozen = {root: frozenset(keys) for root, keys in words.items()}
    return Words(frozen, {roots: frozenset(keys) for roots, keys in phrases.items()}, max(map(len, phrases), default=1))
