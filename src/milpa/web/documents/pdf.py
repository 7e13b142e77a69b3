"""PDF from a template: the same HTML that a person could read on a screen, typeset.

It takes seconds and a hundred megabytes, so it runs in the worker: a task calls `jobs.working.carry_out` with work that renders and keeps.
"""

import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from milpa.web.documents.paper import paper_of
from milpa.web.models import StoredFile
from milpa.web.uploads import storing

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
Given = bytes | StoredFile


def render(
    template: str, context: Mapping[str, Any], language: str, *, country: str = "GT", files: Mapping[str, Given] | None = None
) -> bytes:
    """The PDF, tagged for screen readers (PDF/UA), with the language and the title that the template says.

    template: extends `web/document.html`. files: pictures by name; the template shows one as `milpa:file/<name>`. Nothing else is
    ever fetched: whatever a person wrote into a text, no address leads outside. Raises what the template raises.
    """
    weasyprint = _weasyprint()
    with translation.override(language):
        html = render_to_string(template, {"paper": paper_of(country), **context}, using="jinja2")
    fetcher = _fetcher(files or {})
    document = weasyprint.HTML(string=html, base_url="milpa:document", url_fetcher=fetcher)
    sheets = [_letters(), weasyprint.CSS(string=_size(paper_of(country)))]
    content: bytes = document.write_pdf(
        stylesheets=sheets, font_config=_fonts(), pdf_variant="pdf/ua-1", optimize_images=True, jpeg_quality=80, dpi=200,
    )  # fmt: skip
    return content


def _size(paper: str) -> str:
    return f"@page {{ size: {paper} }} @page certificate {{ size: {paper} landscape }}"


@cache
def _weasyprint() -> Any:
    """Imported when first needed: it takes 1.8 s, and pages never do."""
    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)  # it says each page three times
    import weasyprint

    return weasyprint


@lru_cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@lru_cache
def _letters() -> Any:
    """The style of all documents and its letters, read once a process."""
    return _weasyprint().CSS(
        string=(HERE / "document.css").read_text(), base_url="milpa:document", url_fetcher=_fetcher({}), font_config=_fonts()
    )


def _fetcher(files: Mapping[str, Given]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):
        """Vendored letters and the files that were given. No network, no disk."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("milpa:font/"):
                return URLFetcherResponse(url, _font(url.removeprefix("milpa:font/")), {"Content-Type": "font/ttf"})
            name = url.removeprefix("milpa:file/")
            if url.startswith("milpa:file/") and name in files:
                return URLFetcherResponse(url, _content(files[name]))
            raise PermissionError(f"documents fetch nothing from {url[:80]}")

    return OnlyOurs(allowed_protocols={"milpa"})


def _font(name: str) -> bytes:
    known = {path.name: path for path in FONTS.glob("*.ttf")}
    return known[name].read_bytes()


def _content(given: Given) -> bytes:
    if isinstance(given, bytes):
        return given
    with storing.opened(given) as file:
        return file.read()
