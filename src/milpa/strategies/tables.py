"""The rows of the strategy as tables: the same for its page, its PDF and its DOCX."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.strategies.figures import answering, cost_of
from milpa.strategies.models.action import MODALITIES
from milpa.strategies.models.plan import HOW_MUCH
from milpa.strategies.paper import Need, Objective, Paper
from milpa.web.formats import day, money, number


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`, `rows` and `foot` as the macros of tables take them; `says`: a sentence below it. `ids`: of the rows, in order."""

    caption: str
    columns: Sequence[dict[str, Any]]
    rows: Sequence[dict[str, Any]]
    foot: dict[str, Any] | None = None
    says: str = ""
    ids: Sequence[UUID] = field(default_factory=tuple)


def column(key: str, label: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "label": label, **more}


def tables_of(paper: Paper, section: str) -> list[Table]:
    """What a section shows below its text; a table without rows is none."""
    makers: dict[str, Sequence[Callable[[Paper], Table]]] = {
        "needs": [needs],
        "actions": [actions],
        "objectives": [objectives],
        "budget": [budget, contributions],
        "calendar": [calendar],
        "risks": [risks],
    }
    return [table for table in (make(paper) for make in makers.get(section, ())) if table.rows]


def needs(paper: Paper) -> Table:
    columns = [
        column("place", _("Place"), numeric=True),
        column("title", _("Need"), head=True),
        column("votes", _("Votes"), numeric=True),
        column("how", _("How it is attended to")),
    ]
    rows = [
        {"place": need.place, "title": need.title, "votes": need.votes if need.place else None, "how": attended(paper, need)}
        for need in paper.needs
    ]
    return Table(_("The needs in their order, and what answers them"), columns, rows, ids=[need.id for need in paper.needs])


def attended(paper: Paper, need: Need) -> str:
    """In words: the actions that answer it, to whom it was handed, or why nothing does."""
    actions = answering(paper, need.id)
    if actions:
        return "; ".join(action.name for action in actions)
    if need.by_training is False:
        handed = _("Handed to {whom}").format(whom=need.handed_to) if need.handed_to else _("Training does not solve it")
        return f"{handed}. {need.reason}".strip(" .") if need.reason else handed
    return need.reason or _("Nothing answers it yet")


def actions(paper: Paper) -> Table:
    columns = [
        column("number", _("No."), numeric=True),
        column("name", _("Training action"), head=True),
        column("modality", _("Modality")),
        column("hours", _("Hours"), numeric=True),
        column("places", _("Places"), numeric=True),
        column("starts", _("Starts")),
        column("cost", _("Cost"), numeric=True),
    ]
    modalities = dict(MODALITIES)
    rows = [
        {
            "number": row.number,
            "name": row.name,
            "modality": str(modalities.get(row.modality, "")) or None,
            "hours": _amount(row.hours),
            "places": number(row.places) if row.places is not None else None,
            "starts": day(row.starts) or None,
            "cost": money(row.cost, row.currency) if row.cost is not None else None,
        }
        for row in paper.actions
    ]
    return Table(_("Training actions"), columns, rows, ids=[row.id for row in paper.actions])


def _amount(value: Any) -> str | None:
    """A figure as people write it: 20, 2.5."""
    return None if value is None else number(value, 0 if value == int(value) else 1)


def objectives(paper: Paper) -> Table:
    columns = [
        column("text", _("Objective"), head=True),
        column("indicator", _("Indicator")),
        column("baseline", _("Baseline")),
        column("target", _("Target")),
        column("source", _("Source")),
    ]
    rows = [
        {
            "text": row.text,
            "indicator": row.indicator or None,
            "baseline": baseline(row) or None,
            "target": target(row) or None,
            "source": ", ".join(part for part in (row.source, row.frequency) if part) or None,
        }
        for row in paper.objectives
    ]
    return Table(_("Objectives and indicators"), columns, rows, ids=[row.id for row in paper.objectives])


def _with_unit(value: Any, unit: str) -> str:
    return "" if value is None else f"{_amount(value)} {unit}".strip()


def baseline(row: Objective) -> str:
    on = _("it is taken on {day}").format(day=day(row.baseline_on)) if row.baseline_on else ""
    return ". ".join(part for part in (_with_unit(row.baseline, row.unit), row.baseline_when.rstrip("."), on) if part)


def target(row: Objective) -> str:
    return row.target_says or _with_unit(row.target, row.unit)


def budget(paper: Paper) -> Table:
    columns = [
        column("text", _("Line"), head=True),
        column("action", _("Training action")),
        column("who", _("Who contributes")),
        column("amount", _("Amount"), numeric=True),
    ]
    rows = [
        {
            "text": _("{line} (in kind)").format(line=row.text) if row.in_kind else row.text,
            "action": getattr(paper.action(row.action), "name", None),
            "who": "; ".join(_share(share, paper) for share in row.shares) or None,
            "amount": money(row.amount, row.currency),
        }
        for row in paper.budget
    ]
    cost = cost_of(paper)
    foot = {"text": _("Total"), "action": "", "who": "", "amount": money(cost.total, cost.currency)}
    return Table(_("Budget"), columns, rows, foot, per_place(paper), [row.id for row in paper.budget])


def _share(share: Any, paper: Paper) -> str:
    return f"{share.name} ({money(share.amount, paper.currency)})"


def per_place(paper: Paper) -> str:
    """The cost for each participant, with the places it is divided by."""
    cost = cost_of(paper)
    if cost.per_place is None or not paper.budget:
        return ""
    said = ngettext("{each} for each of {n} place.", "{each} for each of {n} places.", cost.places)
    text = said.format(each=money(cost.per_place, cost.currency), n=number(cost.places))
    if all(action.answers for action in paper.actions) or not any(action.answers for action in paper.actions):
        return text
    why = _("The places are those of the actions that answer needs; what serves them all is in the total and counts no place apart.")
    return f"{text} {why}"


def linked(table: Table, address: Callable[[UUID], str]) -> Table:
    """The same with each row's head leading to the row's own page."""
    head = next(column["key"] for column in table.columns if column.get("head"))
    rows = [{**row, head: {"text": row[head], "url": address(id)}} for row, id in zip(table.rows, table.ids, strict=True)]
    return replace(table, rows=rows)


def contributions(paper: Paper) -> Table:
    cost = cost_of(paper)
    rows = [{"name": name, "amount": money(amount, cost.currency)} for name, amount in cost.by]
    if rows and cost.not_shared:
        rows.append({"name": _("Nobody has said yet who"), "amount": money(cost.not_shared, cost.currency)})
    columns = [column("name", _("Contribution of"), head=True), column("amount", _("Amount"), numeric=True)]
    foot = {"name": _("Total"), "amount": money(cost.total, cost.currency)}
    return Table(_("What each contributes"), columns, rows, foot)


def calendar(paper: Paper) -> Table:
    columns = [column("when", _("When")), column("text", _("What"), head=True), column("who", _("Who answers for it"))]
    rows = [{"when": _days(row), "text": row.text, "who": paper.who(row) or None} for row in paper.calendar]
    return Table(_("Calendar"), columns, rows, ids=[row.id for row in paper.calendar])


def _days(row: Any) -> str:
    return _("{day} to {until}").format(day=day(row.starts), until=day(row.ends)) if row.ends else day(row.starts)


def risks(paper: Paper) -> Table:
    columns = [
        column("text", _("Risk"), head=True),
        column("likelihood", _("Likelihood")),
        column("impact", _("Impact")),
        column("what", _("What will be done")),
        column("who", _("Who answers for it")),
    ]
    words = dict(HOW_MUCH)
    rows = [
        {
            "text": row.text,
            "likelihood": str(words.get(row.likelihood, "")),
            "impact": str(words.get(row.impact, "")),
            "what": row.what,
            "who": paper.who(row) or None,
        }
        for row in paper.risks
    ]
    return Table(_("Risks"), columns, rows, ids=[row.id for row in paper.risks])
