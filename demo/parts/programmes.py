"""The programmes: the historical ones with their sourced rows, the one of the story, and what is attached by hand."""

from datetime import timedelta
from textwrap import shorten
from typing import Any

from demo.story import Story, read

from milpa import ledger
from milpa.guide.loading import load
from milpa.programmes.actions.attaching import Attachment, attach, suffice
from milpa.programmes.actions.creating import Written, create_programme


def historical(story: Story) -> None:
    """Closed programmes of 2010 and 2011: only what their source says. They belong to the institute's archive, and say whose they were."""
    page = read("historical.yaml")
    with story.at(-439):
        for row in page["programmes"]:
            lines = [f"{fact['label']['es']}: {fact['value']['es']}" for fact in row["rows"]]
            written = Written(
                title=row["title"]["es"], edition=load().id, summary="\n\n".join(lines), is_historical=True, source=page["source"]["cited"]
            )
            create_programme(story.person["ana"], ledger.uuid7(), written)


def programme(story: Story) -> None:
    with story.at(-428):
        written = Written(
            title="Hoteles pequeños, Región Demostrativa",
            edition=load().id,
            summary="Capacitación con TIC para hoteles pequeños, hecha con ellos.",
            starts_on=story.today - timedelta(days=428),
        )
        story.programme = create_programme(story.person["ana"], ledger.uuid7(), written)
    for row in read("schedule.yaml")["evidence_by_hand"]:
        if row["step"] in ("team", "anchor", "preliminary_research") and row["by"] in story.person:
            with story.at(row["day"]):
                _attach(story, row)


def _attach(story: Story, row: dict[str, Any]) -> None:
    """Attached by whom the page names; where it stands for a key that only people can answer, the coordinator says that it suffices."""
    text, key = row["text"], row.get("suffices_for") or ""
    said = Attachment(step=row["step"], kind="note", title=shorten(text, 80, placeholder="…"), note=text, key=key if "." in key else "")
    fact = attach(story.person[row["by"]], ledger.uuid7(), story.programme.id, said)
    if key:
        suffice(story.person["ana"], ledger.uuid7(), fact.id, text)
