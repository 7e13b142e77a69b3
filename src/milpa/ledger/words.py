"""Two versions compared word by word, written once for all documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    how: str  # "same", "out", "in"
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    path: tuple[str, ...]  # where it stands in the content: ("sections", "2", "text")
    pieces: tuple[Piece, ...]

    @property
    def words_out(self) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces if piece.how == "out")

    @property
    def words_in(self) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces if piece.how == "in")


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that stay, go out and come in, whole words with the space around them."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for same, a, b, c, d in _spans(old, new):
        if same:
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece("out", "".join(old[a:b])))
        if d > c:
            pieces.append(Piece("in", "".join(new[c:d])))
    return tuple(pieces)


def _spans(old: list[str], new: list[str]) -> list[tuple[bool, int, int, int, int]]:
    """What is equal and what differs; changed words with only a space between them are one change, as a reader sees it."""
    spans: list[tuple[bool, int, int, int, int]] = []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(codes):
        same = tag == "equal"
        if same and 0 < place < len(codes) - 1 and not "".join(old[a:b]).strip():
            same = False
        if not same and spans and not spans[-1][0]:
            _, a, _, c, _ = spans.pop()
        spans.append((same, a, b, c, d))
    return spans


def texts(content: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every leaf of a plain structure as text. List items that carry an `id` are found again by it, wherever they moved."""
    if isinstance(content, dict):
        for key in sorted(content):
            yield from texts(content[key], (*path, key))
    elif isinstance(content, list):
        for place, item in enumerate(content):
            name = str(item["id"]) if isinstance(item, dict) and "id" in item else str(place)
            yield from texts(item, (*path, name))
    elif content is not None:
        yield path, str(content)


def compare_contents(before: Any, after: Any) -> list[Passage]:
    """The passages that differ, in the order of the newer content; those that are gone come last."""
    old, new = dict(texts(before)), dict(texts(after))
    order = [*new, *(path for path in old if path not in new)]
    return [Passage(path, compare(old.get(path, ""), new.get(path, ""))) for path in order if old.get(path) != new.get(path)]
