"""Which enterprises of a register may be the same one. Only proposed, with the reasons: a person decides.

Rows are compared only within blocks (same tax id, same phone, same beginning of a word of the name in the same place),
and in a large block only with their nearest by name, so that the work grows with the rows and not with their square.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

LIKELY = 0.45  # from this score on a pair is shown
CROWD = 40  # a block larger than this is compared by neighbours only
NEIGHBOURS = 8

# What a name may have or lack and still be the same: forms of company and small words.
LEGAL = {"sa", "srl", "ltda", "cia", "sociedad", "anonima", "limitada", "compania", "copropiedad", "scrl"}
SMALL = {"de", "del", "la", "el", "los", "las", "y", "e", "the", "and"}
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
    words: frozenset[str]
    numbers: frozenset[str]
    letters: frozenset[str]  # pairs of letters
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
    words = name.split()
    joined = f" {name} "
    letters = frozenset(joined[place : place + 2] for place in range(len(joined) - 1))
    numbers = frozenset(word for word in words if word.isdigit())
    return _Key(entry, name, frozenset(words), numbers, letters, normalised_phone(entry.phone), normalised_tax_id(entry.tax_id))


def _alike(one: _Key, other: _Key) -> float:
    """0 to 1: shared pairs of letters (Dice), or 1 where the words are the same in another order."""
    if one.words == other.words:
        return 1.0
    return 2 * len(one.letters & other.letters) / (len(one.letters) + len(other.letters))


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


def _blocks(keys: Sequence[_Key]) -> Iterable[list[_Key]]:
    blocks: dict[tuple[str, ...], list[_Key]] = defaultdict(list)
    common = {word for word, times in Counter(word for key in keys for word in key.words).items() if times > max(CROWD, len(keys) // 20)}
    for key in keys:
        if key.tax_id:
            blocks["tax", key.tax_id].append(key)
        if key.phone:
            blocks["phone", key.phone].append(key)
        blocks["name", " ".join(sorted(key.words))].append(key)
        for word in {word[:3] for word in key.words - common} | {word[-3:] for word in key.words - common}:
            blocks["word", word, key.entry.municipality].append(key)
    return blocks.values()


def _meetings(block: list[_Key]) -> Iterator[tuple[_Key, _Key]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    block = sorted(block, key=lambda key: key.name)
    for place, key in enumerate(block):
        for neighbour in block[place + 1 : place + 1 + NEIGHBOURS]:
            yield key, neighbour


def candidate_pairs(entries: Iterable[Entry], likely: float = LIKELY) -> list[Pair]:
    """Pairs that may be one enterprise, the likeliest first; each pair once, ids sorted within it. Ids must differ."""
    met: set[tuple[str, str]] = set()
    pairs = []
    for block in _blocks([_key(entry) for entry in entries]):
        for one, other in _meetings(block):
            ids = (min(one.entry.id, other.entry.id), max(one.entry.id, other.entry.id))
            if ids not in met:
                met.add(ids)
                pairs.append(_judged(one, other))
    return sorted((pair for pair in pairs if pair.score >= likely), key=lambda pair: (-pair.score, pair.one, pair.other))
