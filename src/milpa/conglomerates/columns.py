"""The columns of a list: what each seems to be, and what a person said they are."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates.refusals import ColumnIsMissing, ColumnTwice
from milpa.conglomerates.rules import area
from milpa.conglomerates.rules.columns import guess_columns
from milpa.conglomerates.rules.municipalities import Gazetteer

REQUIRED = ("name", "municipality")
EXAMPLES = 3

FIELDS = {
    "name": gettext_lazy("Name of the enterprise"),
    "municipality": gettext_lazy("Municipality"),
    "department": gettext_lazy("Department"),
    "activity": gettext_lazy("Activity (ISIC)"),
    "workers": gettext_lazy("Workers"),
    "tax_id": gettext_lazy("Tax number"),
    "leader": gettext_lazy("Who leads it"),
    "leader_sex": gettext_lazy("Sex of who leads it"),
    "language": gettext_lazy("Language in which one prefers to learn"),
    "phone": gettext_lazy("Telephone"),
    "email": gettext_lazy("E-mail"),
    "address": gettext_lazy("Address"),
    "area": gettext_lazy("Rural or urban"),
}


def guessed(
    headings: Sequence[str], sample: Sequence[Sequence[str]], places: Gazetteer, activities: frozenset[str], departments: Sequence[str]
) -> list[dict[str, Any]]:
    """What each column seems to be, how sure that is and why, with the first things written in it."""
    found = []
    for guess in guess_columns(headings, sample, places, activities, departments):
        said = {"field": guess.field, "confidence": guess.confidence, "because": guess.because}
        if not guess.field and area.is_heading(guess.heading):
            said = {"field": "area", "confidence": 1.0, "because": "heading"}
        written = [row[guess.column] for row in sample if guess.column < len(row) and row[guess.column]]
        found.append(said | {"examples": [text[:60] for text in written[:EXAMPLES]]})
    return found


def of_guesses(guesses: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """field -> column, by the guesses alone."""
    return {guess["field"]: column for column, guess in enumerate(guesses) if guess["field"]}


def said(by_column: Mapping[int, str]) -> dict[str, int]:
    """field -> column, as a person said it (column -> field, "" for none of ours). Raises ColumnTwice, ColumnIsMissing."""
    columns: dict[str, int] = {}
    for column, name in sorted(by_column.items()):
        if not name:
            continue
        if name in columns:
            raise ColumnTwice(field=FIELDS[name])
        columns[name] = column
    refuse_lacking(columns)
    return columns


def refuse_lacking(columns: Mapping[str, int]) -> None:
    for name in REQUIRED:
        if name not in columns:
            raise ColumnIsMissing(field=FIELDS[name])


def because_in_words(code: str) -> str:
    return {
        "heading": _("by its heading"),
        "values": _("by what is written in it"),
        "both": _("by its heading and what is written in it"),
        "nothing": _("not recognised"),
    }[code]
