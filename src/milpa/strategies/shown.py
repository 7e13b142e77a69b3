"""What the pages of the strategy say about it: how it stands, what is missing, who signed, what was said beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.strategies import tables
from milpa.strategies.figures import completeness_of
from milpa.strategies.labels import FIELD_LABELS
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper
from milpa.strategies.rules.completeness import Lack
from milpa.strategies.sides import COUNTERPART, OWNER
from milpa.strategies.standing import SideStanding
from milpa.web.formats import day

WHAT = {
    "outcome": "learning_outcome",
    "modality": "modality",
    "hours": "hours",
    "places": "places",
    "cost": "cost",
    "responsible": "person",
    "indicator": "indicator",
    "target": "target",
    "baseline": "baseline",
}


def state(paper: Paper, number: int, unanswered: int, standings: Sequence[SideStanding]) -> str:
    """How things stand, in a sentence or two, and who acts."""
    lacks = len(completeness_of(paper).lacks)
    if lacks:
        return ngettext("The draft lacks {n} thing.", "The draft lacks {n} things.", lacks).format(n=lacks)
    if unanswered:
        said = ngettext("{n} suggestion waits for an answer.", "{n} suggestions wait for an answer.", unanswered).format(n=unanswered)
        return " ".join([_("The draft is complete."), said])
    done = sum(one.covers for one in standings)
    if done == len(standings):
        return _("All sides signed revision {number}.").format(number=number)
    return _("The draft is complete: {done} of {all} sides signed revision {number}.").format(done=done, all=len(standings), number=number)


@dataclass(frozen=True, slots=True)
class Missing:
    where: str
    what: str
    url: str


def missing(paper: Paper, programme: Any) -> list[Missing]:
    """What the draft lacks, each with the page on which it is written; several things of one row in one line."""
    found: dict[tuple[str, str], list[Lack]] = {}
    for lack in completeness_of(paper).lacks:
        found.setdefault((lack.where, lack.id), []).append(lack)
    return [_missing(paper, programme, where, id, lacks) for (where, id), lacks in found.items()]


def _missing(paper: Paper, programme: Any, where: str, id: str, lacks: Sequence[Lack]) -> Missing:
    what = ", ".join(str(FIELD_LABELS[WHAT[lack.what]]).lower() for lack in lacks if lack.what in WHAT)
    if where == "section":
        section = next(row for row in paper.sections if row.id == id)
        return Missing(f"{section.number}. {section.title}", _("empty"), reverse("strategies:section", args=[programme, id]))
    if where == "action":
        if not id:
            return Missing(_("Training actions"), _("there is none"), reverse("strategies:add_action", args=[programme]))
        row = next(row for row in paper.actions if str(row.id) == id)
        return Missing(row.name, what, reverse("strategies:edit_action", args=[programme, id]))
    if not id:
        return Missing(_("Objectives"), _("there is none"), reverse("strategies:add_row", args=[programme, "objectives"]))
    objective = next(row for row in paper.objectives if str(row.id) == id)
    return Missing(objective.text, what, reverse("strategies:row", args=[programme, "objectives", id]))


def linked_tables(paper: Paper, programme: Any, *, may_edit: bool) -> dict[str, list[tables.Table]]:
    """section -> its tables; actions lead to their page, the other rows to their form where the person may change them."""
    found = {section.id: tables.tables_of(paper, section.id) for section in paper.sections}
    for section, known in found.items():
        for place, table in enumerate(known):
            if table.ids and section == "actions":
                known[place] = tables.linked(table, lambda id: reverse("strategies:action", args=[programme, id]))
            elif table.ids and may_edit and section in row_words():
                known[place] = tables.linked(table, lambda id, kind=section: reverse("strategies:row", args=[programme, kind, id]))
    return found


def row_words() -> dict[str, str]:
    """The button that adds a row, by the section that shows the rows."""
    return {
        "objectives": _("Add an objective"),
        "budget": _("Add a budget line"),
        "calendar": _("Add a date"),
        "risks": _("Add a risk"),
    }


def signatures(
    strategy: Strategy, standings: Sequence[SideStanding], changed: dict[int, tuple[int, int]], unanswered: int
) -> list[dict[str, Any]]:
    """The block of signatures: each side, whether its signature covers the text, and which words changed since."""
    return [_side(strategy, one, changed, unanswered) for one in standings]


def _side(strategy: Strategy, one: SideStanding, changed: dict[int, tuple[int, int]], unanswered: int) -> dict[str, Any]:
    part = {COUNTERPART: _("speaks for the enterprises"), OWNER: _("owner of the programme")}.get(one.side.part, _("contributes"))
    shown = {"who": one.side.name, "capacity": part}
    if one.declined:
        return shown | {"state": "refused", "says": one.declined.why}
    if one.covers:
        return shown | {"state": "signed", "says": "; ".join(_signed(fact) for fact in one.signed)}
    if one.signed:
        names = ", ".join(one.missing)
        return shown | {
            "state": "waiting",
            "says": ". ".join(["; ".join(_signed(fact) for fact in one.signed), _("Missing: {names}").format(names=names)]),
        }
    if one.before:
        out, come = changed.get(one.before.number, (0, 0))
        says = _("Signed revision {number} on {day}. It does not cover revision {newest}: {out} words go out, {come} come in.").format(
            number=one.before.number, day=day(one.before.recorded_at), newest=strategy.revision, out=out, come=come
        )
        url = reverse("strategies:compare", args=[strategy.programme_id]) + f"?from={one.before.number}&to={strategy.revision}"
        return shown | {"state": "uncovered", "says": says, "url": url}
    if one.side.part == OWNER and unanswered:
        return shown | {"state": "waiting", "says": _("Signs when everything has an answer")}
    return shown | {"state": "waiting", "says": ""}


def _signed(fact: Any) -> str:
    who = ", ".join(part for part in (fact.by.name, fact.capacity) if part)
    return _("{who}, {day}, revision {number}").format(who=who, day=day(fact.recorded_at), number=fact.number)
