"""A training action's sheet as pairs of label and value, for its page and for the documents."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.strategies.figures import cost_per_place
from milpa.strategies.labels import FIELD_LABELS
from milpa.strategies.models.action import KINDS, LANGUAGES, MODALITIES
from milpa.strategies.paper import Action, Paper
from milpa.web.formats import day, money, number


def facts(paper: Paper, action: Action) -> list[tuple[str, str | None]]:
    """In the order of the guide's sheet; what is not said is None."""
    first = paper.action(action.depends_on)
    pairs: list[tuple[str, Any]] = [
        ("kind", dict(KINDS).get(action.kind)),
        ("answers", needs_in_words(paper, action)),
        ("for_whom", action.for_whom),
        ("learning_outcome", action.learning_outcome),
        ("level", action.level),
        ("modality", action.modality_says or dict(MODALITIES).get(action.modality)),
        ("hours", _figure(action.hours)),
        ("weeks", action.weeks),
        ("places", number(action.places) if action.places is not None else None),
        ("cost", cost_in_words(action)),
        ("starts", day(action.starts)),
        ("ict_needed", action.ict_needed),
        ("depends_on", first.name if first else None),
        ("instructor_profile", action.instructor_profile),
        ("recognition", action.recognition),
        ("standard", action.standard),
        ("event_code", action.event_code),
        ("language", ", ".join(str(dict(LANGUAGES).get(code, code)) for code in action.language)),
        ("language_support", action.language_support),
        ("offered_to_workers", _("yes") if action.offered_to_workers else _("no")),
        ("person", paper.who(action)),
    ]
    return [(str(FIELD_LABELS[name]), str(value) if value not in (None, "") else None) for name, value in pairs]


def needs_in_words(paper: Paper, action: Action) -> str:
    """The needs with their place, or what the action is for if it answers none."""
    known = [need for need in (paper.need(id) for id in action.answers) if need is not None]
    return "; ".join(f"{need.place}. {need.title}" if need.place else need.title for need in known) or action.why_no_need


def cost_in_words(action: Action) -> str | None:
    if action.cost is None:
        return None
    each = cost_per_place(action)
    total = money(action.cost, action.currency)
    return _("{total}, {each} for each place").format(total=total, each=money(each, action.currency)) if each is not None else total


def _figure(value: Any) -> str | None:
    return None if value is None else number(value, 0 if value == int(value) else 1)
