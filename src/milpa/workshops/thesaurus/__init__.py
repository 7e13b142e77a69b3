"""The words of the field, by language: from the pages beside this file, as the institution has mended them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from milpa.workshops.lemmas import listed, of_phrase
from milpa.workshops.models import ConceptNamed, WordMeant
from milpa.workshops.rules.evidence import HINT, Words
from milpa.workshops.words import is_between, is_stop, words_of

HERE = Path(__file__).parent
LANGUAGES = ("es", "en")
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, ten times faster where libyaml is there
KINDS = ("words", "exact", "phrases", "hints")


@dataclass(slots=True)
class Concept:
    """`added`: words of the institution itself; `taken_out`: words of the page that do not count here.

    words: telling by themselves; exact: the same, only as written; phrases: several words; hints: only where nothing clearer is said.
    """

    key: str
    name: str
    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    theme: str = ""
    near: tuple[str, ...] = ()
    weight: float = 1.0
    added: list[str] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    is_own: bool = False

    @property
    def of_the_page(self) -> tuple[str, ...]:
        return (*self.words, *self.exact, *self.phrases, *self.hints)

    @property
    def counting(self) -> list[str]:
        return [word for word in (*self.of_the_page, *self.added) if word not in self.taken_out]

    def left(self, kind: str) -> list[str]:
        """Of the page's words, phrases or hints those that count here."""
        return [word for word in getattr(self, kind) if word not in self.taken_out]


@dataclass(frozen=True, slots=True)
class Theme:
    """Matters under one heading. `weight`: what a word of the trade itself counts beside one of what is to be learnt."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Page:
    themes: Mapping[str, Theme]
    concepts: Mapping[str, Mapping[str, Any]]


@cache
def page(language: str) -> Page:
    """The page of that language, as it was written."""
    read = yaml.load((HERE / f"{language}.yaml").read_text(encoding="utf-8"), Loader=LOADER)
    themes = {key: Theme(row["name"], row.get("weight", 1.0)) for key, row in read["themes"].items()}
    return Page(themes, {key: _row(row, themes[row["theme"]]) for key, row in read["concepts"].items()})


def _row(row: dict[str, Any], theme: Theme) -> dict[str, Any]:
    lists = {kind: tuple(row.get(kind, ())) for kind in (*KINDS, "near")}
    return {"name": row["name"], "theme": row["theme"], "weight": row.get("weight", theme.weight), **lists}


def concepts_of(institution: UUID | None, language: str) -> dict[str, Concept]:
    """The page with what the institution added, took out and renamed. Two queries; none without an institution."""
    found = {key: Concept(key, **row) for key, row in page(language).concepts.items()}
    if institution is None:
        return found
    mine = {"institution": institution, "language": language}
    for key, name in ConceptNamed.objects.standing().filter(**mine).in_order().values_list("concept", "name"):
        found.setdefault(key, Concept(key, name, is_own=True)).name = name
    for key, word, means in WordMeant.objects.standing().filter(**mine).in_order().values_list("concept", "word", "means"):
        if key in found:
            _mended(found[key], word, means)
    return {key: concept for key, concept in found.items() if concept.name}


def by_theme(concepts: Mapping[str, Concept], language: str) -> list[tuple[str, list[Concept]]]:
    """Name of the theme and its matters, as the page has them; those of the institution itself first, without a theme."""
    themes = page(language).themes
    ordered = [("", [concept for concept in concepts.values() if concept.theme not in themes])]
    ordered += [(theme.name, [concept for concept in concepts.values() if concept.theme == key]) for key, theme in themes.items()]
    return [(name, found) for name, found in ordered if found]


def _mended(concept: Concept, word: str, means: bool) -> None:
    if word in concept.of_the_page:
        concept.taken_out = [other for other in concept.taken_out if other != word] + ([] if means else [word])
    else:
        concept.added = [other for other in concept.added if other != word] + ([word] if means else [])


@cache
def looked_up_page(language: str) -> Words:
    """The page as no institution mended it: read once."""
    return looked_up(concepts_of(None, language), language)


def looked_up(concepts: Mapping[str, Concept], language: str) -> Words:
    """The words under all their keys, as cards are compared with them."""
    words: dict[str, dict[str, float]] = defaultdict(dict)
    phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in concepts.values():
        for kind in (*KINDS, "added"):
            for word in concept.left(kind):
                keys, phrase = _looked_up(word, language, exact=kind == "exact")
                if phrase:
                    phrases[phrase].add(concept.key)
                for key in keys:
                    words[key][concept.key] = max(HINT if kind == "hints" else 1.0, words[key].get(concept.key, 0.0))
    return Words(
        words,
        {phrase: frozenset(keys) for phrase, keys in phrases.items()},
        {key: concept.near for key, concept in concepts.items()},
        {key: concept.weight for key, concept in concepts.items()},
    )


def _looked_up(said: str, language: str, *, exact: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of a word, or the marks of a phrase: what is left of it without the words that may stand between."""
    plain = words_of(said)
    telling = [word for word in plain if not is_between(word, language)] if len(plain) > 1 else plain
    if len(telling) > 1:
        return (), tuple(sorted(of_phrase(word, language) for word in telling))
    if not telling or (len(plain) > 1 and is_stop(telling[0], language)):
        return (), ()
    return listed(telling[0], language, exact=exact), ()
