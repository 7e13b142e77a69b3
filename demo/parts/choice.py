"""Candidates, weights apart, decision and signatures, as `selection.yaml` tells."""

from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from demo.story import Story, read

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide, sign_selection
from milpa.conglomerates.actions.selecting import add_candidate, set_values, start_selection, treat_gaps
from milpa.conglomerates.actions.weighing import weigh
from milpa.conglomerates.models import Selection
from milpa.people.models import Person


def plan(story: Story) -> None:
    page = story.selection = read("selection.yaml")
    story.on(page["days"]["candidates_complete"], lambda: candidates(story))
    for row in page["weights"]:
        story.on(row["day"], partial(give_weights, story, row))
    story.on(page["decision"]["day"], lambda: decided(story))
    for row in page["signatures"]:
        story.on(row["day"], partial(signed, story, row["by"]), hour=1)


def candidates(story: Story) -> None:
    page, ana = story.selection, story.person["ana"]
    selection = start_selection(ana, story.programme.id)
    story.criteria = dict(zip([row["slug"] for row in page["criteria"]], selection.criteria.all(), strict=True))
    for row in page["candidates"]:
        _candidate(ana, selection.id, row, page["values"], story.criteria)
    treat_gaps(ana, selection.id, _revision(selection.id), page["missing"]["treatment"])


def _chosen(story: Story) -> Selection:
    return Selection.objects.get(programme=story.programme)


def give_weights(story: Story, row: dict[str, Any]) -> None:
    weights = {story.criteria[slug].id: Decimal(value) for slug, value in row["values"].items()}
    weigh(story.person[row["by"]], _chosen(story).id, ledger.uuid7(), weights)


def decided(story: Story) -> None:
    page, selection = story.selection, _chosen(story)
    decision = page["decision"]
    name = next(row["title"]["es"] for row in page["candidates"] if row["slug"] == decision["chosen"])
    reasons = "\n".join([decision["text"]["es"], *[f"- {reason}" for reason in decision["reasons"]]])
    decide(story.person["ana"], selection.id, selection.revision, selection.candidates.get(name=name).id, reasons)


def signed(story: Story, by: str) -> None:
    selection = _chosen(story)
    sign_selection(story.person[by], selection.id, selection.revision, ledger.uuid7())


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
