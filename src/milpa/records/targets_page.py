"""A target as its page shows it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from milpa.ledger import clock
from milpa.records.forwarding.troubles import SAYS
from milpa.records.models import ForwardTarget


@dataclass(frozen=True, slots=True)
class Filter:
    verbs: list[str]
    activities: list[str]
    only_own: bool

    @property
    def says(self) -> str:
        said = [_("Only what our own courses wrote.")] if self.only_own else []
        said += [_("Only these verbs: {verbs}.").format(verbs=", ".join(self.verbs))] if self.verbs else []
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
        "again_at": target.next_at if target.next_at and target.next_at > clock.now() else None,
    }
