"""What is wrong with what was sent, and where: the path in the statement, a sentence for the person, and the values it names.

Sentences are English message ids; who shows them translates them, as a rule knows nothing of languages of pages.
"""

from typing import Any, Literal

Version = Literal["1.0.3", "2.0.0"]
PLAIN_KEY_LENGTH = 60


def said(sentence: str) -> str:
    """Marks a sentence for translation."""
    return sentence


ABSENT = said("This is missing.")
UNKNOWN = said("The standard knows no such property here.")
OTHER_CASE = said("Write this property as “{known}”, with the same capitals.")
NOT_AN_OBJECT = said("This has to be an object.")
NOT_A_LIST = said("This has to be a list.")
NOT_TEXT = said("This has to be text.")
NOT_A_BOOLEAN = said("This has to be true or false, without quotes.")
NOT_A_NUMBER = said("This has to be a number, without quotes.")
NOT_A_WHOLE_NUMBER = said("This has to be a whole number, not negative.")
NOT_ONE_OF = said("This has to be one of: {these}. Capitals count.")
NOT_AN_IRI = said("This has to be a complete address (an IRI with its scheme, such as https://example.org/lesson).")
NOT_A_UUID = said("This has to be a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12.")
NOT_A_LANGUAGE = said("This has to be a language as RFC 5646 writes them, such as es-GT.")
NOT_A_DURATION = said("This has to be a duration as ISO 8601 writes them, such as PT1H30M.")
NOT_A_TIME = said("This has to be a moment as RFC 3339 writes them, such as 2026-11-24T10:00:00.000Z, and not with the offset -00:00.")
TOO_DEEP = said("This goes more than {deepest} levels deep.")


class Malformed(Exception):
    """What was sent isn't as the standard says. `path` is where, such as `context.contextActivities.parent[0].id`."""

    def __init__(self, path: str, sentence: str, **values: Any) -> None:
        super().__init__(path, sentence)
        self.path = path
        self.sentence = sentence
        self.values = values

    def within(self, piece: str | int) -> "Malformed":
        """The same problem seen from one level higher: the path is built while the error climbs, and only then."""
        self.path = _joined(piece, self.path)
        return self

    def __str__(self) -> str:
        said_in_english = self.sentence.format(**self.values)
        return f"{self.path}: {said_in_english}" if self.path else said_in_english


class Unsupported(Malformed):
    """It is well said, but in a way that this store does not speak: a version, an algorithm."""


def _joined(piece: str | int, rest: str) -> str:
    if isinstance(piece, int):
        start = f"[{piece}]"
    elif piece.isidentifier():
        start = piece
    else:
        start = f'["{piece[:PLAIN_KEY_LENGTH]}"]'
    return f"{start}.{rest}" if rest and not rest.startswith("[") else f"{start}{rest}"
