"""Candidates, weights apart, decision and signatures, as `selection.yaml` tells."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from demo.story import Story, read

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide, sign_selection
from milpa.conglomerates.actions.selecting import add_candidate, set_values, start_selection, treat_gaps
from milpa.conglomerates.actions.weighing import weigh
from milpa.conglomerates.models import Selection
from milpa.people.models import Person


def choice(story: Story) -> None:
    """Candidates, weights apart, decision and signatures, as `selection.yaml` tells."""
    page, ana = read("selection.yaml"), story.person["ana"]
    with story.at(page["days"]["candidates_complete"]):
        selection = start_selection(ana, story.programme.id)
        criteria = dict(zip([row["slug"] for row in page["criteria"]], selection.criteria.all(), strict=True))
        for row in page["candidates"]:
            _candidate(ana, selection.id, row, page["values"], criteria)
        treat_gaps(ana, selection.id, _revision(selection.id), page["missing"]["treatment"])
    for row in page["weights"]:
        with story.at(row["day"]):
            weights = {criteria[slug].id: Decimal(value) for slug, value in row["values"].items()}
            weigh(story.person[row["by"]], selection.id, ledger.uuid7(), weights)
    decision = page["decision"]
    with story.at(decision["day"]):
        name = next(row["title"]["es"] for row in page["candidates"] if row["slug"] == decision["chosen"])
        reasons = "\n".join([decision["text"]["es"], *[f"- {reason}" for reason in decision["reasons"]]])
        decide(ana, selection.id, _revision(selection.id), selection.candidates.get(name=name).id, reasons)
    for row in page["signatures"]:
        with story.at(row["day"], 1):
            sign_selection(story.person[row["by"]], selection.id, _revision(selection.id), ledger.uuid7())


def _candidate(ana: Person, selection: UUID, row: dict[str, Any], values: list[dict[str, Any]], criteria: dict[str, Any]) -> None:
    candidate = add_candidate(ana, selection, _revision(selection), ledger.uuid7(), row["title"]["es"], row["proposed"])
    cells = {
        criteria[cell["criterion"]].id: {
            "value": None if cell["value"] is None else Decimal(str(cell["value"])),
            "no_datum": cell.get("no_datum", False),
            "year": cell["year"],
            "source": cell["source"],
            "scope": cell["scope"],
            "note": cell.get("note", ""),
        }
        for cell in values
        if cell["candidate"] == row["slug"]
    }
    set_values(ana, selection, _revision(selection), candidate.id, cells)


def _revision(selection: UUID) -> int:
    return Selection.objects.values_list("revision", flat=True).get(id=selection)
