"""A target as its page shows it, and what was done with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from milpa.ledger import clock
from milpa.people.models import Person
from milpa.records.forwarding.changing import AGAIN, CREDENTIALS
from milpa.records.forwarding.troubles import SAYS
from milpa.records.models import ForwardTarget, TargetChange
from milpa.records.models.forwarding import MADE_OTHERWISE
from milpa.records.sentences import verb_words

MOST_SHOWN = 20
LABELS: dict[str, Promise] = {
    "name": gettext_lazy("Who gets them"), "address": gettext_lazy("Address"), "version": gettext_lazy("Version"),
    "only_own": gettext_lazy("Only what our own courses wrote"), "verbs": gettext_lazy("Only these verbs"),
    "activities": gettext_lazy("Only activities that begin with"), CREDENTIALS: gettext_lazy("New key and secret"),
    AGAIN: gettext_lazy("Everything is sent again, from the first statement on"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that was changed, with what it was and what it is now; without both where only that it is new is known."""

    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did with a target, and when."""

    who: str
    what: str
    at: datetime
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    verbs: list[str]
    activities: list[str]
    only_own: bool

    @property
    def says(self) -> str:
        said = [_("Only what our own courses wrote.")] if self.only_own else []
        verbs = ", ".join(verb_words(verb, None, get_language() or "es") for verb in self.verbs)
        said += [_("Only these verbs: {verbs}.").format(verbs=verbs)] if verbs else []
        said += (
            [_("Only activities that begin with {beginnings}.").format(beginnings=", ".join(self.activities))] if self.activities else []
        )
        return " ".join(said) or _("Everything.")


def state_words(target: ForwardTarget) -> str:
    if target.paused_at:
        return _("paused")
    if target.error:
        return _("held up")
    return _("at work")


def state_kind(target: ForwardTarget) -> str:
    return "waiting" if target.paused_at else "wrong" if target.error else "good"


def shown_target(target: ForwardTarget) -> dict[str, Any]:
    """Its values for the template; nothing of its key and secret."""
    return {
        "target": target,
        "state": state_words(target),
        "state_kind": state_kind(target),
        "filter": Filter(target.verbs, target.activities, target.only_own),
        "trouble": SAYS.get(target.error, "") if target.error else "",
        "history": history(target),
        "again_at": target.next_at if target.next_at and target.next_at > clock.now() and not target.paused_at else None,
    }


def history(target: ForwardTarget, after: int | None = None) -> list[Done]:
    """What was done with it, the newest first; `after`: only what made later revisions. Two queries."""
    rows = target.changes.order_by("-at", "-id")
    found = list(rows[:MOST_SHOWN] if after is None else rows.filter(number__gt=after, what=MADE_OTHERWISE))
    known = Person.objects.filter(institution=target.institution, id__in={row.by for row in found if row.by})
    people = dict(known.values_list("id", "name"))
    return [_done(row, people.get(row.by, "")) for row in found]


def _done(row: TargetChange, name: str) -> Done:
    who = name or (_("somebody who has left") if row.by else _("a command on the server"))
    changed = [Changed(str(LABELS[field]), *(_words(value) for value in values)) for field, values in row.said.items()]
    return Done(who, row.get_what_display(), row.at, tuple(changed))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(value) or _("all of them") if isinstance(value, list) else str(value)
