"""Cards as the rules of grouping compare them: by roots, a word that is misspelt by one letter counting as the thesaurus's."""

from collections.abc import Iterable

from milpa.workshops.rules.concepts import Said, Words
from milpa.workshops.words import is_stop, root_of, words_of

LONG = 6  # letters from which one wrong letter is forgiven


def said_of(id: str, text: str, language: str, mending: "Mending") -> Said:
    written = tuple(words_of(text))
    roots = tuple(mending.mended(root_of(word, language)) for word in written)
    content = frozenset(root for word, root in zip(written, roots, strict=True) if not is_stop(word, language))
    return Said(id, roots, written, content)


class Mending:
    """Finds the root of the thesaurus that differs in one letter: both without one of their letters are the same."""

    def __init__(self, thesaurus: Words) -> None:
        self.known = {*thesaurus.words, *(root for phrase in thesaurus.phrases for root in phrase)}
        self.without = {short: root for root in sorted(self.known) if len(root) >= LONG for short in _shortened(root)}

    def mended(self, root: str) -> str:
        if len(root) < LONG or root in self.known or root.isdigit():
            return root
        return next((self.without[short] for short in (root, *_shortened(root)) if short in self.without), root)


def _shortened(root: str) -> Iterable[str]:
    return [root[:at] + root[at + 1 :] for at in range(len(root))]
