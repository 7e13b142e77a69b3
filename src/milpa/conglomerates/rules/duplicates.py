"""Which enterprises of a register may be the same one. Only proposed, with the reasons: a person decides.

Rows are compared only within blocks (same tax id, same phone, same beginning of a word of the name in the same place),
and in a large block only with their nearest by name, so that the work grows with the rows and not with their square.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LIKELY = 0.45  # from this score on a pair is shown
CROWD = 40  # a block larger than this is compared by neighbours only
NEIGHBOURS = 8

# What a name may have or lack and still be the same: forms of company and small words.
LEGAL = {"sa", "srl", "ltda", "cia", "sociedad", "anonima", "limitada", "compania", "copropiedad", "scrl"}
SMALL = {"de", "del", "la", "el", "los", "las", "y", "e", "the", "and"}
ALPHABET = " abcdefghijklmnopqrstuvwxyz0123456789"  # what `plain` leaves
NO_TAX_ID = {"", "CF", "NA", "ND", "SN", "SD", "0"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the register as it is written; `municipality` by code, "" where unknown."""

    id: str
    name: str
    phone: str = ""
    tax_id: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """`reasons`: same_tax_id, other_tax_id, same_phone, same_name, similar_name, other_number, same_municipality,
    other_municipality; those that speak against are named too."""

    one: str
    other: str
    score: float  # 0 to 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    entry: Entry
    name: str
    words: str  # each once, in order: a set of them for each row took a third of the memory
    numbers: str
    letters: int  # pairs of letters, each a bit
    phone: str
    tax_id: str


def plain(text: str) -> str:
    """Lower case, without accents (ñ counts as n), marks or doubled spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"[’'`´.\u0300-\u036f]", "", apart)).split())


def normalised_name(name: str) -> str:
    """The name's words without forms of company and small words; all its words where nothing else is left."""
    words = plain(name).split()
    return " ".join([word for word in words if word not in LEGAL and word not in SMALL] or words)


def normalised_phone(phone: str) -> str:
    """The last eight digits (Guatemala's length, without 502); "" where there are fewer."""
    digits = re.sub(r"\D", "", phone)
    return digits[-8:] if len(digits) >= 8 else ""


def normalised_tax_id(tax_id: str) -> str:
    """Letters and digits only, upper case; "" for "CF" (final consumer) and other ways of having none."""
    plain_id = re.sub(r"[^0-9A-Z]", "", tax_id.upper())
    return "" if plain_id in NO_TAX_ID else plain_id


def _key(entry: Entry) -> _Key:
    name = normalised_name(entry.name)
    words = sorted(set(name.split()))
    numbers = " ".join(word for word in words if word.isdigit())
    return _Key(entry, name, " ".join(words), numbers, _letters(name), normalised_phone(entry.phone), normalised_tax_id(entry.tax_id))


def _letters(name: str) -> int:
    """The pairs of neighbouring letters of a normalised name as bits: a set of texts took ten times the memory."""
    places = [ALPHABET.index(letter) for letter in f" {name} "]
    bits = 0
    for first, second in pairwise(places):
        bits |= 1 << (first * len(ALPHABET) + second)
    return bits


def _alike(one: _Key, other: _Key) -> float:
    """0 to 1: shared pairs of letters (Dice), or 1 where the words are the same in another order."""
    if one.words == other.words:
        return 1.0
    return 2 * (one.letters & other.letters).bit_count() / (one.letters.bit_count() + other.letters.bit_count())


def _judged(one: _Key, other: _Key) -> Pair:
    score, reasons = 0.0, []
    if one.tax_id and other.tax_id:
        same = one.tax_id == other.tax_id
        score += 0.55 if same else -0.35
        reasons.append("same_tax_id" if same else "other_tax_id")
    if one.phone and one.phone == other.phone:
        score += 0.3
        reasons.append("same_phone")
    alike = _alike(one, other)
    if one.numbers != other.numbers:  # "Posada 2" is not "Posada 3"
        reasons.append("other_number")
    elif alike >= 0.75:
        score += 0.45 * alike
        reasons.append("same_name" if alike == 1 else "similar_name")
    places = one.entry.municipality, other.entry.municipality
    if all(places):
        score += 0.1 if places[0] == places[1] else -0.15
        reasons.append("same_municipality" if places[0] == places[1] else "other_municipality")
    first, second = sorted((one.entry.id, other.entry.id))
    return Pair(first, second, round(min(1.0, max(0.0, score)), 3), tuple(reasons))


def _blocks(keys: Sequence[_Key]) -> Iterable[list[int]]:
    """Places in `keys` of those that share something."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    counted = Counter(word for key in keys for word in key.words.split())
    common = {word for word, times in counted.items() if times > max(CROWD, len(keys) // 20)}
    for place, key in enumerate(keys):
        if key.tax_id:
            blocks["tax", key.tax_id].append(place)
        if key.phone:
            blocks["phone", key.phone].append(place)
        blocks["name", key.words].append(place)
        words = set(key.words.split()) - common
        for word in {word[:3] for word in words} | {word[-3:] for word in words}:
            blocks["word", word, key.entry.municipality].append(place)
    return (block for block in blocks.values() if len(block) > 1)


def _meetings(keys: Sequence[_Key]) -> Iterator[tuple[_Key, _Key]]:
    """Each two that share a block and are near in it, once. What was met is remembered for one row at a time, never for all."""
    near: list[list[tuple[list[int], int, int]]] = [[] for _key in keys]  # of each row: blocks, and from where to where in them
    for block in _blocks(keys):
        whole = (block, 0, len(block))
        if len(block) > CROWD:
            block.sort(key=lambda place: keys[place].name)
        for at, place in enumerate(block):
            near[place].append(whole if len(block) <= CROWD else (block, max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1))
    for place, own in enumerate(near):
        met = {other for block, start, end in own for other in block[start:end] if other > place}
        yield from ((keys[place], keys[other]) for other in sorted(met))


def candidate_pairs(entries: Iterable[Entry], likely: float = LIKELY) -> list[Pair]:
    """Pairs that may be one enterprise, the likeliest first; each pair once, ids sorted within it. Ids must differ."""
    judged = (_judged(one, other) for one, other in _meetings([_key(entry) for entry in entries]))
    return sorted((pair for pair in judged if pair.score >= likely), key=lambda pair: (-pair.score, pair.one, pair.other))
