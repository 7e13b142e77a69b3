"""Text that people write: Markdown in, safe HTML out."""

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

# fmt: off
TAGS = {"p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a",
        "table", "thead", "tbody", "tr", "th", "td"}
# fmt: on
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])


def _below(tokens: list[Token], level: int) -> None:
    """A heading of the text stands under the page's own: `#` becomes h{level}."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + level - 1)}"


def markdown(text: str | None, level: int = 3) -> Markup:
    """Safe HTML of what someone wrote. No pictures, no raw HTML; links open without telling where from.

    level: the heading that `#` becomes, so that a page keeps its one h1.
    """
    tokens = _reader.parse(text or "")
    _below(tokens, level)
    html = _reader.renderer.render(tokens, _reader.options, {})
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"))
