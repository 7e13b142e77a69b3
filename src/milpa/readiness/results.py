"""One person's result as plain sentences: what they do alone, what they may practise, what is offered, what they chose."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from milpa.ledger.ids import uuid7
from milpa.people.models import Person
from milpa.readiness.models import CHOICES, LevellingChosen, PracticalTaskDone, choice_that_counts
from milpa.readiness.rules.gaps import Attempt, Form, Outcome, Readiness, readiness
from milpa.readiness.rules.offers import Choice, Offers, offers
from milpa.readiness.sittings import in_language, title_of
from milpa.readiness.tasks import catalogue

BUTTONS = {
    Choice.BEFORE: _("Do them before the course"),
    Choice.ALONGSIDE: _("Do them at the same time as the course"),
    Choice.ACCOMPANIED: _("Do them with somebody beside me"),
    Choice.NONE: _("Not do them"),
}
UNITS = {task: task for task in catalogue.TASKS if task.startswith("B")}  # one ten-minute unit for each of B1 to B10


@dataclass(frozen=True, slots=True)
class Practised:
    """A task as the person reads it: `why` says in sentences what was missing the last time."""

    task: str
    title: str
    outcome: Outcome
    why: tuple[str, ...]
    has_unit: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    person: Person
    state: Readiness
    alone: tuple[Practised, ...]
    gaps: tuple[Practised, ...]
    not_attempted: tuple[Practised, ...]
    waiting: tuple[str, ...]
    offers: Offers
    choices: tuple[tuple[str, str], ...]  # (value, words of its button), the one that is offered first at the front
    chosen: LevellingChosen | None  # the newest, if it covers today's gaps
    form_id: Any
    programme: str

    @property
    def gap_tasks(self) -> str:
        return " ".join(self.state.gaps)

    @property
    def chosen_words(self) -> str:
        return str(dict(CHOICES)[self.chosen.choice]) if self.chosen else ""


def result_of(person: Person, programme: str = "") -> Result:
    """Two queries: attempts and choices."""
    facts = list(PracticalTaskDone.objects.standing().filter(person=person).in_order())
    latest = {fact.task: fact for fact in facts}
    state = readiness([Attempt(fact.task, Form(fact.form), Outcome(fact.outcome)) for fact in facts])
    offered = offers(state, UNITS)
    chosen = LevellingChosen.objects.filter(person=person, voided_by=None).select_related("by").in_order().last()
    return Result(
        person=person,
        state=state,
        alone=_practised(state.alone, latest),
        gaps=_practised(state.gaps, latest),
        not_attempted=_practised(state.not_attempted, latest),
        waiting=tuple(title_of(task) for task in state.waiting),
        offers=offered,
        choices=_first_at_the_front(offered.first),
        chosen=chosen if choice_that_counts(chosen, state.gaps) else None,
        form_id=uuid7(),
        programme=programme,
    )


def _practised(tasks: tuple[str, ...], latest: dict[str, PracticalTaskDone]) -> tuple[Practised, ...]:
    return tuple(
        Practised(task, title_of(task), Outcome(latest[task].outcome), why(latest[task]), task in UNITS, latest[task].recorded_at)
        for task in tasks
    )


def why(fact: PracticalTaskDone) -> tuple[str, ...]:
    known = catalogue.task(fact.task).reasons
    return tuple(in_language(known[code]) for code in fact.reasons.split() if code in known)


def _first_at_the_front(first: Choice) -> tuple[tuple[str, str], ...]:
    words = [(choice.value, str(label)) for choice, label in BUTTONS.items()]
    return tuple(sorted(words, key=lambda choice: choice[0] != first))
