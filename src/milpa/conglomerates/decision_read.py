"""A revision of the choice as a reader reads it: the decision, its reasons, how gaps are treated, and each value."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates.models.selection import GAPS
from milpa.guide.texts import Text


def reading(content: dict[str, Any]) -> list[dict[str, str]]:
    """The ranking of that moment is left out: it follows from the rest."""
    criteria = {row["id"]: row for row in content["criteria"]}
    names = {row["id"]: row["name"] for row in content["candidates"]}
    said = [
        {"id": _("The conglomerate that was chosen"), "text": names.get(content["decided"], "")},
        {"id": _("Reasons"), "text": content["reasons"]},
        {"id": _("Where there is no datum"), "text": str(dict(GAPS)[content["gaps"]])},
        {"id": _("Criteria"), "text": ", ".join(str(Text(row["title"])) for row in content["criteria"])},
        {"id": _("Candidates"), "text": ", ".join(names.values())},
    ]
    return said + [
        {"id": f"{candidate['name']}: {Text(criteria[cell['id']]['title'])}", "text": _cell(cell, criteria[cell["id"]])}
        for candidate in content["candidates"]
        for cell in candidate["values"]
        if cell["id"] in criteria
    ]


def _cell(cell: dict[str, Any], criterion: dict[str, Any]) -> str:
    value = _("no datum") if cell["no_datum"] else f"{cell['value'] or ''} {Text(criterion['unit'])}"
    return " ".join(str(part) for part in (value, cell["year"] or "", cell["source"], cell["note"]) if part)
