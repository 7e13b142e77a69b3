"""A list that somebody pasted: one option a line, without the dashes and numbers of a list before them, each once."""

import re

MARK = re.compile(r"^\s*(?:[-*•·–—▪]+|\d{1,3}[.)°]|[a-zA-Z][.)])\s+")


def in_lines(text: str) -> list[str]:
    """The options in the order of the list. Two that differ only in capitals or spaces are one, as first written."""
    lines = (" ".join(MARK.sub("", line).split()) for line in text.splitlines())
    found: dict[str, str] = {}
    for line in filter(None, lines):
        found.setdefault(line.casefold(), line)
    return list(found.values())
