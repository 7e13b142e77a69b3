"""The programmes: the historical ones with their sourced rows, the one of the story, and what is attached by hand."""

from functools import partial
from textwrap import shorten
from typing import Any

from demo.story import Story, read

from milpa import ledger
from milpa.guide.loading import load
from milpa.programmes.actions.attaching import Attachment, attach, suffice
from milpa.programmes.actions.creating import Written, create_programme


def plan(story: Story) -> None:
    story.on(-439, lambda: historical(story))
    story.on(-428, lambda: programme(story))
    for row in read("schedule.yaml")["evidence_by_hand"]:
        story.on(row["day"], partial(attach_row, story, row), hour=5)


def historical(story: Story) -> None:
    """Closed programmes of 2010 and 2011: only what their source says. They belong to the institute's archive, and say whose they were."""
    page = read("historical.yaml")
    for row in page["programmes"]:
        lines = [f"{fact['label']['es']}: {fact['value']['es']}" for fact in row["rows"]]
        written = Written(
            title=row["title"]["es"], edition=load().id, summary="\n\n".join(lines), is_historical=True, source=page["source"]["cited"]
        )
        story.historical[row["key"]] = create_programme(story.person["ana"], ledger.uuid7(), written)


def programme(story: Story) -> None:
    written = Written(
        title="Hoteles pequeños, Región Demostrativa",
        edition=load().id,
        summary="Capacitación con TIC para hoteles pequeños, hecha con ellos.",
        starts_on=story.day(-428),
    )
    story.programme = create_programme(story.person["ana"], ledger.uuid7(), written)


def attach_row(story: Story, row: dict[str, Any]) -> None:
    """Attached by whom the page names; where it stands for a key that only people can answer, the coordinator says that it suffices."""
    text, key = row["text"], row.get("suffices_for") or ""
    said = Attachment(step=row["step"], kind="note", title=shorten(text, 80, placeholder="…"), note=text, key=key if "." in key else "")
    fact = attach(story.person[row["by"]], ledger.uuid7(), story.programme.id, said)
    if key:
        suffice(story.person["ana"], ledger.uuid7(), fact.id, text)
