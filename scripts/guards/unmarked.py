"""Words that a template says without `_()`: a person who reads the other language would meet them as they are.

Looks at what stands between tags, in the attributes that are read aloud, and at strings handed to components.
`translate="no"` on an element leaves its words out: a name, a code.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.guards import tracked

READ_ALOUD = {"title", "alt", "aria-label", "aria-description", "placeholder", "label"}
SAME_IN_BOTH = {"milpa", "pdf", "csv", "xlsx", "docx", "qr", "pin", "url", "xapi", "xlsform", "isic", "gtq", "kb", "mb", "id", "ok", "json"}
SILENT = {"script", "style", "code", "svg"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
WORD = re.compile(r"[^\W\d_]{2,}")
FOR_A_PERSON = re.compile(r"[A-ZÁÉÍÓÚÑ¿¡][^\W\d_]")
JINJA = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"])
HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"


def problems(root: Path) -> Iterator[str]:
    for path in filter(tracked.ours, tracked.files(root, ".html")):
        name = path.relative_to(root)
        if name.parts[:2] != ("src", "milpa") or "templates" not in name.parts:
            continue
        source = path.read_text(encoding="utf-8")
        try:
            found = [*said(without_code(source)), *unmarked_strings(source)]
        except TemplateSyntaxError as error:
            yield f"{name}:{error.lineno}: {error.message}"
            continue
        for line, words in found:
            yield f"{name}:{line}: not marked for translation: {words!r}"


def without_code(source: str) -> str:
    """The template's own text: an expression leaves a hole; statements, and what `trans` marks, only their line ends."""
    kept: list[str] = []
    inside_trans = opening = False
    for _line, kind, value in JINJA.lex(source):
        if kind == "block_begin":
            opening = True
        elif kind == "name" and opening:
            opening = False
            inside_trans = value == "trans" or (inside_trans and value != "endtrans")
        if kind == "variable_begin":
            kept.append("computed" if "".join(kept[-2:]).endswith(("<", "</")) else HOLE)  # an element's name may be computed
        kept.append(value if kind == "data" and not inside_trans else "\n" * value.count("\n"))
    return "".join(kept)


def unmarked_strings(source: str) -> Iterator[tuple[int, str]]:
    """Strings in expressions that read like words for a person, such as `button("Save")`, outside a translating call."""
    tree = JINJA.parse(source)
    marked = {id(node) for call in tree.find_all(nodes.Call) if _translates(call) for node in call.find_all(nodes.Const)}
    for constant in tree.find_all(nodes.Const):
        text = constant.value
        if isinstance(text, str) and id(constant) not in marked and FOR_A_PERSON.match(text) and _has_words(text):
            yield constant.lineno, text


def _translates(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in {"_", "gettext", "ngettext", "pgettext", "npgettext"}


def _has_words(text: str) -> bool:
    return any(word.lower() not in SAME_IN_BOTH for word in WORD.findall(text))


def said(plain: str) -> list[tuple[int, str]]:
    """Lines and words of an HTML text that a person would see or hear."""
    reader = _Reader()
    reader.feed(plain)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.left_out: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if self.left_out or tag in SILENT or given.get("translate") == "no":
            if tag not in VOID:
                self.left_out.append(tag)
            return
        for name in READ_ALOUD & given.keys():
            self._say(given[name] or "")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name in READ_ALOUD & dict(attributes).keys():
            self._say(dict(attributes)[name] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.left_out:
            del self.left_out[len(self.left_out) - 1 - self.left_out[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self._say(data)

    def _say(self, text: str) -> None:
        if _has_words(text):
            self.found.append((self.getpos()[0], " ".join(text.replace(HOLE, "…").split())[:60]))
