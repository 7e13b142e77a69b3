"""Markdown as plain blocks, for documents that know no mark-up: paragraphs, headings, lists, tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

_reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])


@dataclass(frozen=True, slots=True)
class Block:
    """kind: paragraph, heading, bullets, numbers, table. `rows`: one cell a row, but in a table."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


def read(text: str) -> list[Block]:
    return list(_blocks(iter(_reader.parse(text))))


def _blocks(tokens: Iterator[Any]) -> Iterator[Block]:
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            closing = token.type.replace("open", "close")
            items = [_words(inner) for inner in _until(tokens, closing, token.type) if inner.type == "inline"]
            yield Block("bullets" if token.type.startswith("bullet") else "numbers", tuple((item,) for item in items))
        elif token.type == "table_open":
            yield Block("table", _rows(_until(tokens, "table_close", token.type)))
        elif token.type in ("heading_open", "paragraph_open"):
            inline = next(tokens)
            yield Block("heading" if token.type == "heading_open" else "paragraph", ((_words(inline),),))


def _until(tokens: Iterator[Any], closing: str, opening: str) -> list[Any]:
    """The tokens inside, inner ones of the same kind too."""
    depth, found = 1, []
    for token in tokens:
        depth += (token.type == opening) - (token.type == closing)
        if not depth:
            break
        found.append(token)
    return found


def _rows(tokens: list[Any]) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_words(token))
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _words(inline: Any) -> str:
    """The text without its marks."""
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or [])
