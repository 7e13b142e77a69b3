"""A section's text with the changes that are suggested in it: what would go out struck through, what would come in underlined."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from milpa.ledger.words import Piece, compare
from milpa.strategies.rules import passages
from milpa.web.prose import markdown

# signs of the private use area stand for the tags while Markdown is read; no text of a person keeps them
_TAGS = {"out": ("\ue000", "\ue001"), "in": ("\ue002", "\ue003")}
_HTML = {"\ue000": "<del>", "\ue001": "</del>", "\ue002": "<ins>", "\ue003": "</ins>"}
_BEGINS = re.compile(r"^\s*(?:(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)+")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|~~")
_OWN = str.maketrans(dict.fromkeys(_HTML))


@dataclass(frozen=True, slots=True)
class Change:
    quote: str
    words: str


def pieces_of(text: str, changes: Iterable[Change]) -> tuple[list[Piece], list[Change]]:
    """The text in pieces, each change compared word by word in its place, and the changes that have no place in it any more.

    Of two that overlap the first is shown; a change without a quote stands at the end.
    """
    placed: list[tuple[int, int, Change]] = []
    lost: list[Change] = []
    for change in changes:
        try:
            start, end = passages.span(text, change.quote) if change.quote.strip() else (len(text), len(text))
        except ValueError:
            lost.append(change)
            continue
        if any(start < other_end and other_start < end for other_start, other_end, _change in placed):
            lost.append(change)
        else:
            placed.append((start, end, change))
    pieces, at = [], 0
    for start, end, change in sorted(placed, key=lambda one: one[:2]):
        pieces += [Piece("same", text[at:start]), *compare(text[start:end], change.words)]
        at = end
    return [piece for piece in [*pieces, Piece("same", text[at:])] if piece.text], lost


def marked(pieces: Iterable[Piece]) -> Markup:
    """The pieces as HTML. Emphasis is left out where something changes, so that tags never cross."""
    known = list(pieces)
    if all(piece.how == "same" for piece in known):
        return markdown("".join(piece.text for piece in known))
    written = "".join(_tagged(piece) for piece in known)
    html = str(markdown(written))
    for sign, tag in _HTML.items():
        html = html.replace(sign, tag)
    return Markup(html.replace("</del><ins>", "</del> <ins>"))


def _tagged(piece: Piece) -> str:
    text = _EMPHASIS.sub("", piece.text.translate(_OWN))
    if piece.how == "same":
        return text
    opens, closes = _TAGS[piece.how]
    return "\n".join("|".join(_wrapped(cell, opens, closes) for cell in line.split("|")) for line in text.split("\n"))


def _wrapped(text: str, opens: str, closes: str) -> str:
    """One run of words; the sign that begins a list or a heading stays outside, and space alone is no change that one sees."""
    begins = _BEGINS.match(text)
    before, said = (begins[0], text[begins.end() :]) if begins else ("", text)
    return f"{before}{opens}{said}{closes}" if said.strip() and set(said.strip()) - set("-:") else text
