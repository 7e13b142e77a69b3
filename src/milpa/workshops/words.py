"""Short texts as words that can be compared: without accents or capitals, by their stem and by their sound.

Owners write fast, without accents and as it sounds ("comicion"): the stem is Snowball's, and what sounds alike in the Spanish of
Central America (b and v; s, z and c; ll and y; h) counts as the same letter. Kept small: a card has ten words.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = {"es": "spanish", "en": "english"}
WORD = re.compile(r"[a-z0-9]+")
WRITTEN = re.compile(r"[^\W_]+")
MISSPELT_ENDING = re.compile(r"s(ion(?:es)?)$")  # "reserbasion": the stemmer knows the ending by its c
LONG_DRAWN = re.compile(r"([a-z])\1{2,}")
SMALL = Path(__file__).parent / "thesaurus" / "small_words.yaml"


def plain(text: str) -> str:
    """Small letters without accents; letters that are drawn out ("muuuy") once."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return LONG_DRAWN.sub(r"\1", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def forms_in(texts: Iterable[str]) -> dict[str, str]:
    """How each plain word was written, with its accents where somebody wrote them."""
    found: dict[str, str] = {}
    for word in (word.casefold() for text in texts for word in WRITTEN.findall(text)):
        if (key := plain(word)) not in found or word != key:
            found[key] = word
    return found


def words_of(text: str) -> list[str]:
    return WORD.findall(plain(text))


@lru_cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # heavy: when the first word is compared

    return snowballstemmer.stemmer(LANGUAGES.get(language, "spanish"))


@lru_cache(maxsize=20_000)
def root_of(word: str, language: str) -> str:
    """By what a word is recognised. `word`: plain."""
    if word.isdigit():
        return word
    if language != "es":
        return str(_stemmer(language).stemWord(word))
    return sounded(_stemmer(language).stemWord(MISSPELT_ENDING.sub(r"c\1", word)))


SOUNDS = [(r"qu(?=[ei])", "k"), (r"c(?=[eiy])", "s"), (r"g(?=[ei])", "j"), (r"gu(?=[ei])", "g"), (r"ch", "1"), (r"h", ""), (r"ll", "y")]
SOUNDS += [(r"v", "b"), (r"[zx]", "s"), (r"c|q", "k"), (r"w", "u"), (r"([a-z])\1", r"\1")]
RULES = [(re.compile(pattern), letter) for pattern, letter in SOUNDS]


def sounded(word: str) -> str:
    """As it sounds: "reserbasion" and "reservación" are one."""
    for pattern, letter in RULES:
        word = pattern.sub(letter, word)
    return word


@cache
def small_words() -> dict[str, Any]:
    """The lists of that page by name; each a set of words, but how phones spell, which is a table."""
    read = yaml.safe_load(SMALL.read_text(encoding="utf-8"))
    return {name: words if isinstance(words, dict) else frozenset(words) for name, words in read.items()}


def telling(words: Iterable[str], language: str) -> frozenset[str]:
    """The roots by which a card is compared with others: without small words and the verbs of every wish."""
    light, amount = (small_words()[f"{language}_{name}"] for name in ("light", "amount"))
    kept = [word for word in words if word in amount or not (is_stop(word, language) or word in light)]
    return frozenset(root_of(spelt(word, language), language) for word in kept)


def spelt(word: str, language: str) -> str:
    """In full, where phones write it short."""
    return str(small_words()[f"{language}_spelt"].get(word, word))


def is_between(word: str, language: str) -> bool:
    """Whether it may stand between the words of a phrase without mattering."""
    return bool(word in small_words()[f"{language}_between"])


def is_stop(word: str, language: str) -> bool:
    return bool(word in small_words()[language]) or (len(word) < 3 and not word.isdigit())


def language_of(texts: Iterable[str]) -> str:
    """The one whose small words stand in them most; Spanish if none does."""
    said = Counter(word for text in texts for word in words_of(text))
    return max(LANGUAGES, key=lambda language: (sum(said[word] for word in small_words()[language]), language == "es"))
