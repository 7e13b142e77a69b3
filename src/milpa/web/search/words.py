"""Words as the index keeps them: stemmed, without accents, so that "capacitacion" finds "capacitaciones"."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.db import connection

from milpa.web import limits

LANGUAGES = {"es": "spanish", "en": "english"}
_GLOTTALS = re.compile("[ʼꞌ’'‘`´]")  # Kʼicheʼ is typed in five ways; all of them are one word
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Small letters without accents or glottal marks."""
    apart = unicodedata.normalize("NFD", _GLOTTALS.sub("", text).casefold())
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def plain_words(text: str) -> list[str]:
    return _WORD.findall(_GLOTTALS.sub("", unicodedata.normalize("NFC", text)).lower())


@lru_cache(maxsize=50_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """What a word is found by: itself without accents, and its stem taken with accents and without.

    Snowball stems "joven" to "jov" but "jóvenes" to "joven", and leaves "años" whole: together, and without a final s, they meet.
    """
    if word.isdigit():
        return (word,)
    import snowballstemmer  # 10 MB for all its languages: when the first word is looked for

    stemmer = snowballstemmer.stemmer(LANGUAGES.get(language, "spanish"))  # a new one: it keeps its word, and threads share this function
    bare = folded(word)
    one = bare.removesuffix("s") if len(bare) > 3 else bare
    return tuple(dict.fromkeys((bare, one, folded(stemmer.stemWord(word)), folded(stemmer.stemWord(bare)))))


def indexed(text: str, language: str) -> str:
    """The text as it goes into the index."""
    return " ".join(form for word in plain_words(text) for form in forms(word, language))


def query(typed: str) -> str:
    """What a person typed, in the words of this database's index: every word, in any of its forms or as a beginning.

    Empty if there is no word in it.
    """
    words = plain_words(typed[: limits.SEARCH_LENGTH])[: limits.SEARCH_WORDS]
    postgresql = connection.vendor == "postgresql"
    every = [_any_form(word, postgresql) for word in words]
    return (" & " if postgresql else " AND ").join(every)


def _any_form(word: str, postgresql: bool) -> str:
    beginning = folded(word)
    known = dict.fromkeys(form for language in LANGUAGES for form in forms(word, language))
    if postgresql:
        return "(" + " | ".join([f"'{beginning}':*", *(f"'{form}'" for form in known)]) + ")"
    return "(" + " OR ".join([f'"{beginning}"*', *(f'"{form}"' for form in known)]) + ")"


def ids_matching(kind: str, typed: str) -> tuple[str, list[Any]]:
    """SQL and its values: the ids of the things of a kind that match, for a list that is narrowed by words."""
    sought = query(typed)
    if connection.vendor == "postgresql":
        return "SELECT about FROM web_findable WHERE kind = %s AND words @@ to_tsquery('simple', %s)", [kind, sought]
    return (
        "SELECT about FROM web_findable WHERE kind = %s AND id IN (SELECT rowid FROM web_findable_words WHERE web_findable_words MATCH %s)",
        [kind, sought],
    )
