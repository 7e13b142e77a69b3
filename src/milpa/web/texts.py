"""A template's texts in the language of the moment. Each is looked up once a language: a page says dozens."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, gettext
from markupsafe import Markup


def text(message: str, **values: Any) -> Markup:
    """The text with its values, which are escaped. As in every template, a percent sign of its own is written twice."""
    found = _said(get_language(), str(message))
    return found % values if "%" in found else found


@lru_cache(maxsize=10_000)
def _said(language: str | None, message: str) -> Markup:
    """`language`: the one in force, by which the answer is remembered."""
    return Markup(gettext(message))
