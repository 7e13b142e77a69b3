"""Languages: tags of RFC 5646, maps from them to text, and which one a reader gets (RFC 4647 lookup)."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

LONGEST_KEPT = 60
MOST_WISHED = 50
_IRREGULAR = (
    "en-GB-oed|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE|"
    "i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu"
)
_REGULAR = "art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang"
_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*)"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"
    rf"|x(?:-[a-z0-9]{{1,8}})+|{_IRREGULAR}|{_REGULAR}",
    re.IGNORECASE | re.ASCII,
).fullmatch
_WISH = re.compile(r"\s*([A-Za-z0-9-]+|\*)\s*(?:;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*)?", re.ASCII).fullmatch


def _well_formed(tag: str) -> bool:
    found = _TAG(tag)
    if found is None:
        return False
    variants = (found["variants"] or "").lower().split("-")[1:]
    singletons = [part for part in (found["extensions"] or "").lower().split("-") if len(part) == 1]
    return len(set(variants)) == len(variants) and len(set(singletons)) == len(singletons)


_kept = lru_cache(maxsize=2048)(_well_formed)


def is_language(tag: str) -> bool:
    """Whether the tag is well-formed; a variant or an extension's letter said twice isn't (RFC 5646, 2.2.5 and 2.2.6)."""
    return _kept(tag) if len(tag) <= LONGEST_KEPT else _well_formed(tag)


def language(value: Any) -> None:
    if value.__class__ is not str or not is_language(value):
        raise Malformed("", problems.NOT_A_LANGUAGE)


def language_map(value: Any) -> None:
    """From a language to text; it may be empty."""
    if value.__class__ is not dict:
        raise Malformed("", problems.said("This has to be an object with a text for each language."))
    for tag, text in value.items():
        if not is_language(tag):
            raise Malformed("", problems.NOT_A_LANGUAGE).within(tag)
        if text.__class__ is not str:
            raise Malformed("", problems.NOT_TEXT).within(tag)


def wished(header: str) -> list[str]:
    """The languages of an Accept-Language header, best first; "*" stands for any. What isn't well said is passed over."""
    weighed = []
    for place, wish in enumerate(header.split(",")[:MOST_WISHED]):
        if (found := _WISH(wish)) and (weight := float(found[2] or 1)) > 0:
            weighed.append((-weight, place, found[1]))
    return [tag for _weight, _place, tag in sorted(weighed)]


def best(texts: Iterable[str], wishes: Iterable[str]) -> str | None:
    """The tag among `texts` that suits best: the same, a longer one (es-GT for es), a shorter one (es for es-GT), else the first.

    None when there is no text at all.
    """
    there = list(texts)
    lower = [tag.lower() for tag in there]
    for wish in wishes:
        if wish == "*":
            break
        subtags = wish.lower().split("-")
        for length in range(len(subtags), 0, -1):
            shorter = "-".join(subtags[:length])
            if shorter in lower:
                return there[lower.index(shorter)]
            for place, tag in enumerate(lower):
                if tag.startswith(shorter + "-"):
                    return there[place]
    return there[0] if there else None


def in_one(texts: Mapping[str, str], wishes: Iterable[str]) -> dict[str, str]:
    """The map with the one text that suits the wishes best."""
    tag = best(texts, wishes)
    return {} if tag is None else {tag: texts[tag]}
