"""Cards as the rules of grouping compare them; a word that is misspelt by one letter counts as the thesaurus's."""

from collections.abc import Iterable

from milpa.workshops.lemmas import in_phrase, keys, light
from milpa.workshops.rules.evidence import Said, Words, Written
from milpa.workshops.words import is_between, is_stop, root_of, sounded, spelt, telling, words_of

LONG = 6  # letters from which one wrong letter is forgiven


def said_of(id: str, text: str, language: str, mending: "Mending") -> Said:
    plain = words_of(text)
    written = tuple(_written(word, language, mending) for word in plain)
    return Said(id, written, telling(plain, language))


def _written(word: str, language: str, mending: "Mending") -> Written:
    found = keys(word, language)[:1] if is_stop(word, language) else mending.mended(word, language)
    return Written(word, found, in_phrase(word, language), root_of(spelt(word, language), language), is_between(word, language))


class Mending:
    """Finds the word of the thesaurus that differs in one letter: both without one of their letters are the same."""

    def __init__(self, thesaurus: Words) -> None:
        self.known = thesaurus.words
        roots = sorted(key.removeprefix("~") for key in self.known if key[0] not in "=-" and ":" not in key)
        self.without = {short: root for root in reversed(roots) if len(root) >= LONG for short in (root, *_shortened(root))}

    def mended(self, word: str, language: str) -> tuple[str, ...]:
        found = keys(word, language)
        if any(key in self.known for key in found):
            return found
        root = sounded(light(word)) if language == "es" else root_of(word, language)
        if len(root) < LONG or word.isdigit():
            return found
        tried = [self.without[short] for short in (root, *_shortened(root)) if short in self.without]
        near = next((other for other in tried if other[0] == root[0]), None)
        return found if near is None else (*found, f"~{near}" if language == "es" else near)


def _shortened(root: str) -> Iterable[str]:
    return [root[:at] + root[at + 1 :] for at in range(len(root))]
