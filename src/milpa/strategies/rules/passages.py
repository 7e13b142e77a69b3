"""Where a quoted passage stands in a text, and what the text reads like with other words in its place.

A person quotes what they read: without the marks of Markdown, and with spaces where a line ends. The text keeps both.
"""

import re


class NotInText(ValueError):
    """The passage does not stand in the text."""


class MoreThanOnce(ValueError):
    """The passage stands in the text more than once, so nobody knows which one is meant."""


_MARKS = r"[*_~`]*"


def span(text: str, quote: str) -> tuple[int, int]:
    """From where to where `quote` stands in `text`: exactly as written if it does, else without marks and with any space.

    Raises NotInText, also for a blank quote; MoreThanOnce.
    """
    found = [match.span() for match in re.finditer(re.escape(quote), text)] if quote.strip() else []
    if not found and quote.strip():
        found = [_with_its_marks(text, *match.span()) for match in _loosely(quote).finditer(text)]
    if not found:
        raise NotInText(quote)
    if len(found) > 1:
        raise MoreThanOnce(quote)
    return found[0]


def _loosely(quote: str) -> re.Pattern[str]:
    """Between two words stands space, or the border of a table's cell; around every word there may be marks."""
    words = [_MARKS.join(re.escape(letter) for letter in re.split(r"(\w+)", word) if letter) for word in quote.split()]
    between = rf"{_MARKS}(?:\s*\|\s*|\s+){_MARKS}"
    return re.compile(between.join(words))


def _with_its_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, made wider by the marks that touch it where otherwise one of a pair would stay behind."""
    before, after = re.search(rf"{_MARKS}$", text[:start]), re.match(_MARKS, text[end:])
    wider_start, wider_end = (before.start() if before else start), end + (after.end() if after else 0)
    tried = ((start, end), (wider_start, end), (start, wider_end), (wider_start, wider_end))
    return next((span for span in tried if _is_paired(text[slice(*span)])), (start, end))


def _is_paired(text: str) -> bool:
    double = text.count("**")
    return double % 2 == 0 and (text.count("*") - 2 * double) % 2 == 0


def replaced(text: str, quote: str, words: str) -> str:
    """The text with `words` in place of `quote`; with a blank quote they are added at the end.

    Raises NotInText, MoreThanOnce.
    """
    if not quote.strip():
        return text.rstrip("\n") + words
    start, end = span(text, quote)
    return text[:start] + words + text[end:]
