"""The three kinds of figures, told apart wherever they stand."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Mark(Enum):
    ILLUSTRATIVE = "illustrative"
    REPORTED = "reported"
    COMPUTED = "computed"

    @property
    def word(self) -> Promise:
        return _WORDS[self][0]

    @property
    def says(self) -> Promise:
        return _WORDS[self][1]


_WORDS = {
    Mark.ILLUSTRATIVE: (_("illustrative"), _("Invented to show how it works; nobody reported it.")),
    Mark.REPORTED: (_("reported"), _("Told by someone; its source is given.")),
    Mark.COMPUTED: (_("computed"), _("Worked out by Milpa from what was recorded.")),
}


def mark(kind: str | Mark) -> Mark:
    """The mark of that name. Raises ValueError for another word."""
    return Mark(kind)
