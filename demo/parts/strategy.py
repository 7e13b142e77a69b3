"""The strategy of `strategy.yaml`: written, negotiated word by word, signed, changed, signed again."""

from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from demo.parts.workshop import need_of
from demo.story import Story, own_words, read

from milpa import ledger
from milpa.strategies.actions.answering import accept_together, answer_suggestion
from milpa.strategies.actions.counting import quote_register
from milpa.strategies.actions.planning import write_row
from milpa.strategies.actions.sending import Sending, read_strategy, send_for_comment
from milpa.strategies.actions.serving import explain_need
from milpa.strategies.actions.sheets import add_action, edit_action
from milpa.strategies.actions.signing import sign_strategy
from milpa.strategies.actions.starting import describe_strategy, start_strategy
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Strategy

AS_THEY_ARE = (
    "kind", "name", "why_no_need", "for_whom", "learning_outcome", "level", "modality", "hours", "weeks", "places", "ict_needed",
    "instructor_profile", "recognition", "event_code", "language", "language_support", "offered_to_workers", "cost",
)  # fmt: skip
ANSWERS = {"answered": "done", "declined": "not_because"}


def plan(story: Story) -> None:
    page = story.text = read("strategy.yaml")
    revisions, (early, *rest) = page["revisions"], page["signatures"]
    story.on(revisions[0]["day"], lambda: written(story))
    for row in page["suggestions"]:
        story.on(row["day"], partial(suggested, story, row), hour=2)
    for row in page["sendings"]:
        story.on(row["day"], partial(sent, story, row), hour=1)
    for revision in revisions[1:]:
        story.on(revision["day"], partial(revise, story, revision), hour=1)
    story.on(early["day"], partial(sign, story, early))
    for row in rest:
        story.on(row["day"], partial(sign, story, row))


def written(story: Story) -> None:
    """The first text, as it was before the changes of its revisions."""
    page, silvia = story.text, story.person["silvia"]
    strategy = story.strategy = start_strategy(silvia, story.programme.id)
    describe_strategy(silvia, strategy.id, _was(story), page["strategy"]["title"], page["strategy"]["currency"])
    quote_register(silvia, strategy.id, _was(story))
    for slug, text in _first_texts(page).items():
        save_section(silvia, strategy.id, _was(story), slug, text)
    for row in page["training_actions"]:
        _action(story, row)
    for row in page["training_actions"]:
        if before := row["depends_on"]:
            edit_action(silvia, strategy.id, _was(story), story.action[row["slug"]], {"depends_on": story.action[before[0]]})
    for row in page["not_answered"]:
        explain_need(silvia, strategy.id, _was(story), need_of(story, row["need"]).id, row["reason"])
    _plan(story, page)


def _was(story: Story) -> int:
    return Strategy.objects.values_list("revision", flat=True).get(id=story.strategy.id)


def _first_texts(page: dict[str, Any]) -> dict[str, str]:
    texts = {row["id"]: row["text"] for row in page["sections"]}
    for revision in reversed(page["revisions"]):
        for change in reversed(revision.get("changes", [])):
            texts[change["section"]] = texts[change["section"]].replace(change["now"], change["was"], 1)
    return texts


def _action(story: Story, row: dict[str, Any]) -> None:
    sheet = {key: row[key] for key in AS_THEY_ARE if row.get(key) is not None}
    sheet |= {
        "hours": Decimal(str(row["hours"])),
        "cost": Decimal(str(row["cost"])),
        "modality_says": row.get("modality_say", ""),
        "standard": row.get("standard_or_profile", ""),
        "person": story.person[row["responsible"]],
        "starts": story.day(row["starts_day"]),
        "answers": [need_of(story, key).id for key in row["answers_needs"]],
    }
    story.action[row["slug"]] = add_action(story.person["silvia"], story.strategy.id, _was(story), ledger.uuid7(), sheet).id


def _plan(story: Story, page: dict[str, Any]) -> None:
    for row in page["objectives"]:
        same = ("text", "indicator", "formula", "unit", "source", "frequency")
        values = {key: row[key] for key in same} | {
            "disaggregation": ", ".join(row.get("disaggregation", [])),
            "baseline": _number(row["baseline"]),
            "baseline_when": row.get("baseline_when") or "",
            "target": _number(row["target"]),
            "target_says": row.get("target_say", ""),
        }
        _row(story, "objectives", values)
    for row in page["budget"]:
        shares = [(story.institution[key].id, "", Decimal(amount)) for key, amount in row["contributions"].items()]
        values = {"text": row["text"], "amount": Decimal(row["amount"]), "in_kind": row.get("in_kind", False)}
        _row(story, "budget", values | {"action_id": story.action.get(row["action"])}, shares)
    for row in page["calendar"]:
        until = row.get("until_day")
        values = {"text": row["text"], "starts": story.day(row["day"]), "ends": story.day(until) if until is not None else None}
        _row(story, "calendar", values | _who(story, row))
    for row in page["risks"]:
        values = {"text": row["risk"], "likelihood": row["likelihood"], "impact": row["impact"], "what": row["what"]}
        _row(story, "risks", values | _who(story, row))


def _who(story: Story, row: dict[str, Any]) -> dict[str, Any]:
    person = story.person.get(row.get("who", ""))
    return {"person": person}


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _row(story: Story, kind: str, values: dict[str, Any], shares: list[tuple[UUID, str, Decimal]] | None = None) -> None:
    write_row(story.person["silvia"], story.strategy.id, _was(story), kind, ledger.uuid7(), values, shares or ())


def revise(story: Story, revision: dict[str, Any]) -> None:
    """A revision that takes up suggestions does so by accepting them; any other is written."""
    by = story.person[revision["by"]]
    taken = [row for row in story.text["suggestions"] if row.get("in_revision") == revision["number"]]
    if taken:
        accepted = [(story.suggestion[row["key"]], ledger.uuid7(), own_words(row["answer"]["text"])) for row in taken]
        accept_together(by, story.strategy.id, _was(story), accepted, revision["why"])
        return
    for change in revision["changes"]:
        section = story.strategy.sections.get(slug=change["section"])
        now = section.text.replace(change["was"], change["now"], 1) if change["was"] else section.text + change["now"]
        save_section(by, story.strategy.id, _was(story), change["section"], now, revision["why"])


def sent(story: Story, row: dict[str, Any]) -> None:
    """Sent for comment; the days after, some say that they read it."""
    enterprises = {story.enterprise_of(key) for key in row["to"]}
    sending = Sending(enterprises, row["board"], row["way"], story.day(row["day"]), story.day(row["until_day"]))
    send_for_comment(story.person[row["by"]], story.strategy.id, ledger.uuid7(), _was(story), sending)
    for later, key in enumerate(row["read_by"], start=1):
        story.on(row["day"] + later, partial(read_by, story, key), hour=7)


def read_by(story: Story, key: str) -> None:
    read_strategy(story.person[key], story.strategy.id, ledger.uuid7(), _was(story))


def suggested(story: Story, row: dict[str, Any]) -> None:
    """Put beside the text; what is not taken up is answered in words on its day."""
    beside = Beside(kind=row["kind"], section=row["section"], quote=row.get("was", ""), words=row.get("now", ""), text=row["said"])
    made = suggest(story.person[row["by"]], story.strategy.id, ledger.uuid7(), beside, number=_was(story))
    story.suggestion[row["key"]] = made.id
    if row["outcome"] != "accepted":
        answer, kind = row["answer"], ANSWERS[row["outcome"]]
        by = story.person[answer["by"]]
        story.on(answer["day"], lambda: answer_suggestion(by, made.id, ledger.uuid7(), kind, own_words(answer["text"])), hour=3)


def sign(story: Story, row: dict[str, Any]) -> None:
    """The association signs too early, and again when two of its changes are taken up and all sign."""
    sign_strategy(story.person[row["by"]], story.strategy.id, _was(story), ledger.uuid7(), row.get("after", "")[:120])
