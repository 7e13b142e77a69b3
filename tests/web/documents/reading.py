"""Reads the words of a page and of a document, so that one can be looked for in the other."""

from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader

APART = {"thead", "caption", "form", "button", "summary"}
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "h2", "h3", "h4", "blockquote"}
VOID = {"input", "img", "br", "hr", "meta", "link", "wbr", "source", "track"}


def squeezed(text: str) -> str:
    """Without what a line break on paper changes."""
    return "".join(text.split()).replace("\xa0", "").replace("-", "").replace("\xad", "").casefold()


def stands_in(words: str, document: str) -> bool:
    """Whether the document holds the words, perhaps with the end of a page between them."""
    whole = squeezed(words)
    if whole in document:
        return True
    return any(whole[:at] in document and whole[at:] in document for at in range(4, len(whole) - 3))


def words_of_pdf(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def words_of_page(content: bytes, of: str) -> list[str]:
    """The text of each cell, line and paragraph inside elements that `of` names: a tag ("table") or a class (".prose").

    Left out: captions and headings of columns, which a page words for itself, and what only a screen has (forms, buttons, links to help).
    """
    reader = _Blocks(of)
    reader.feed(content.decode())
    return [text for text in (" ".join(words.split()) for words in reader.found) if text not in ("", "–")]


class _Blocks(HTMLParser):
    def __init__(self, of: str) -> None:
        super().__init__()
        self.of = of
        self.open: list[tuple[str, bool]] = []  # tag, whether it or one around it is asked for
        self.text: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        around = bool(self.open and self.open[-1][1])
        named = tag == self.of or (self.of.startswith(".") and self.of[1:] in classes)
        self.open.append((tag, (around or named) and tag not in APART and "buttons" not in classes))
        if tag in BLOCKS:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if tag in BLOCKS or not self.open:
            self._end()
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            self.text.append(data)

    def _end(self) -> None:
        self.found.append("".join(self.text))
        self.text = []
