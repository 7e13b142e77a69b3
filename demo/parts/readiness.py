"""The practical diagnosis of `readiness.yaml`: done on one's own phone or beside somebody, the choice of levelling, the repeat."""

from functools import partial
from typing import Any

from demo.parts.courses import levelled
from demo.right_paths import raw, right
from demo.story import Story, read

from milpa import ledger
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.actions.recording import record_attempt, record_seen
from milpa.readiness.levelled import gaps_of
from milpa.readiness.rules.gaps import Form, Outcome
from milpa.readiness.rules.offers import Choice

BESIDE = "julio"  # who accompanies where the page names nobody


def plan(story: Story) -> None:
    for row in read("readiness.yaml")["results"]:
        story.on(row["day"], partial(diagnosed, story, row, row), hour=6)
        if row.get("choice"):
            story.on(row["chosen_day"], partial(chosen, story, row), hour=7)
        if again := row.get("again"):
            tasks = list(again["tasks"])
            story.on(again["day"] - 1, partial(levelled, story, row["edition"], row["person"], tasks), hour=9)
            story.on(again["day"], partial(diagnosed, story, row, again), hour=6)


def diagnosed(story: Story, row: dict[str, Any], sitting: dict[str, Any]) -> None:
    person, beside = story.person[row["person"]], story.person[row.get("accompanied_by", BESIDE)]
    form = Form(sitting["form"])
    for task, outcome in sitting["tasks"].items():
        if outcome == "with_help":
            record_seen(beside, person.id, ledger.uuid7(), task, form, Outcome.WITH_HELP)
        elif outcome == "alone":
            record_attempt(person, person.id, ledger.uuid7(), task, form, raw(right(task, form)))
        elif outcome == "not_done":  # opened, and left as it was
            record_attempt(person, person.id, ledger.uuid7(), task, form, raw([]))


def chosen(story: Story, row: dict[str, Any]) -> None:
    person = story.person[row["person"]]
    tasks = sorted(gaps_of(person))
    choose_levelling(person, person.id, ledger.uuid7(), Choice(row["choice"]), tasks, story.programme.id)
