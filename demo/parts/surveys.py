"""The surveys of `survey_answers.yaml` and the satisfaction of `practice_answers.yaml`."""

import uuid
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from demo.story import Story, read

from milpa import ledger
from milpa.surveys.actions.answering import answer, answer_anonymously
from milpa.surveys.actions.asking import ask, decline
from milpa.surveys.actions.closing import close_survey
from milpa.surveys.actions.opening import open_survey
from milpa.surveys.models import Survey

KINDS = {"access": "access", "baseline_mercadeo_1": "baseline", "baseline_mercadeo_2": "baseline", "follow_up_mercadeo_1": "followup"}
NOT_ANSWERS = {"enterprise", "person", "way", "day", "result"}
EDITION = "courses.edition"


def plan(story: Story) -> None:
    page = read("survey_answers.yaml")
    for key, kind in KINDS.items():
        rows = page[key]
        story.on(rows["opens_day"], partial(opened, story, key, kind, rows), hour=1)
        for row in rows["answers"]:
            story.on(row["day"], partial(said, story, key, kind, row), hour=8)
        if rows["closes_day"] <= 0:
            story.on(rows["closes_day"], partial(closed, story, key), hour=10)
    story.on(-112, lambda: satisfaction_opened(story), hour=12)


def opened(story: Story, key: str, kind: str, rows: dict[str, Any]) -> None:
    about = {}
    if edition := rows.get("edition"):
        about = {"subject_kind": EDITION, "subject_id": story.edition[edition].id}
    days = {"opens": story.day(rows["opens_day"]), "closes": story.day(rows["closes_day"])}
    story.survey[key] = open_survey(story.person["noemi"], story.programme.id, kind, **about, **days)


def said(story: Story, key: str, kind: str, row: dict[str, Any]) -> None:
    """Answered by oneself on the web, typed from paper or a call; declined, or asked twice without an answer."""
    survey: Survey = story.survey[key]
    noemi, enterprise = story.person["noemi"], story.enterprise[row["enterprise"]]
    result = row.get("result", "answered")
    if result == "declined":
        decline(noemi, survey.id, ledger.uuid7(), enterprise_id=enterprise)
        return
    if result == "asked_twice":
        for _time in (1, 2):
            ask(noemi, survey.id, ledger.uuid7(), enterprise_id=enterprise, way="call")
        return
    person = story.person.get(row.get("person", ""))
    by = person if person is not None and row["way"] == "web" else noemi
    more = {} if by is not noemi else {"enterprise_id": enterprise}
    answer(by, survey.id, ledger.uuid7(), _answers(story, kind, row), way=row["way"], **more)


def _answers(story: Story, kind: str, row: dict[str, Any]) -> dict[str, str | list[str]]:
    day = story.day(row["day"])
    answers = {name: str(value) for name, value in row.items() if name not in NOT_ANSWERS and value is not None}
    answers["answered_on"] = day.isoformat()
    if kind != "access":
        month = day.replace(day=1) - timedelta(days=1)
        answers |= {"month": f"{month.month:02d}", "year": str(month.year)}
    return answers


def closed(story: Story, key: str) -> None:
    close_survey(story.person["noemi"], story.survey[key].id, ledger.uuid7())


def satisfaction_opened(story: Story) -> None:
    """Who answered and what was answered lie apart from the first moment: the rows below say nothing of the people above them."""
    page = read("practice_answers.yaml")["satisfaction"]
    edition: UUID = story.edition[page["edition"]].id
    days = {"opens": story.day(-112), "closes": story.day(-98)}
    survey = open_survey(story.person["noemi"], story.programme.id, "satisfaction", subject_kind=EDITION, subject_id=edition, **days)
    story.survey["satisfaction"] = survey
    for number, (key, row) in enumerate(zip(page["answered"], page["answers"], strict=True)):
        filled = {name: value for name, value in zip(page["columns"], row, strict=True) if value}
        story.on(-110 + number // 2, partial(answer_anonymously, story.person[key], survey.id, uuid.uuid4(), filled), hour=11)
    story.on(-98, partial(close_survey, story.person["noemi"], survey.id, ledger.uuid7()), hour=11)
