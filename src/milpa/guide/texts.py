"""Reference texts in the guide's languages."""

from django.utils.translation import get_language


class Text(dict[str, str]):
    """A reference text in the guide's languages; `str()` says it in the reader's, or in Spanish where that one is missing."""

    def __str__(self) -> str:
        return self.get(get_language() or "es") or self.get("es") or next(iter(self.values()), "")
