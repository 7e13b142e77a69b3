"""What people did on the practice phone, and what they chose: two facts. Gaps and offers are derived from them."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.readiness.rules.gaps import Attempt, Form, Outcome
from milpa.readiness.rules.offers import Choice

OUTCOMES = [
    (Outcome.ALONE.value, _("alone")),
    (Outcome.WITH_HELP.value, _("with help")),
    (Outcome.NOT_DONE.value, _("not yet")),
    (Outcome.NOT_ATTEMPTED.value, _("not attempted")),
]
CHOICES = [
    (Choice.BEFORE.value, _("before the course")),
    (Choice.ALONGSIDE.value, _("at the same time as the course")),
    (Choice.ACCOMPANIED.value, _("with somebody beside me")),
    (Choice.NONE.value, _("not to do it")),
]

People = Iterable[Any]  # persons or their ids


def _ids(people: People) -> list[UUID]:
    return [getattr(person, "pk", person) for person in people]


@lru_cache(maxsize=500)  # some tasks, two forms, four outcomes: a group of people repeats them hundreds of times
def _attempt(task: str, form: str, outcome: str) -> Attempt:
    return Attempt(task, Form(form), Outcome(outcome))


class PracticalTaskDoneQuerySet(FactQuerySet):
    def standing(self) -> "PracticalTaskDoneQuerySet":
        return self.filter(voided_by=None)

    def by_person(self, people: People) -> dict[UUID, list[Attempt]]:
        """Each of these persons' attempts in the order in which they were made; nobody is missing from the answer. One query."""
        attempts: dict[UUID, list[Attempt]] = {person: [] for person in _ids(people)}
        rows = self.standing().filter(person__in=list(attempts)).in_order()
        for person, task, form, outcome in rows.values_list("person", "task", "form", "outcome"):
            attempts[person].append(_attempt(task, form, outcome))
        return attempts

    def latest_by_person(self, people: People) -> dict[UUID, dict[str, "PracticalTaskDone"]]:
        """Each person's newest attempt of each task. One query."""
        latest: dict[UUID, dict[str, PracticalTaskDone]] = {person: {} for person in _ids(people)}
        for fact in self.standing().filter(person__in=list(latest)).in_order():
            latest[fact.person_id][fact.task] = fact
        return latest


class PracticalTaskDone(Fact):
    """One task in one form. The outcome was read from the events when they arrived, or seen by who stood beside."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="practical_tasks")
    task = models.CharField(max_length=4)
    form = models.CharField(max_length=1)
    outcome = models.CharField(max_length=16, choices=OUTCOMES)
    hints = models.PositiveSmallIntegerField(default=0)
    reasons = models.CharField(max_length=300, blank=True, default="")  # codes of the check, with spaces between
    events = models.TextField(blank=True, default="")  # as `tasks.events.written`, empty where somebody watched
    accompanied_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = PracticalTaskDoneQuerySet.as_manager()
    said = _("did a practical task")
    erasable = ("events",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["person", "recorded_at"])]


class LevellingChosenQuerySet(FactQuerySet):
    def newest_by_person(self, people: People, programme: UUID | None = None) -> dict[UUID, "LevellingChosen"]:
        """Each person's newest choice: for this programme or for any, or only for any if none is given. One query."""
        for_it = models.Q(programme=None) | (models.Q(programme=programme) if programme else models.Q())
        rows = self.filter(for_it, voided_by=None, person__in=_ids(people)).only("person", "choice", "tasks")
        return {fact.person_id: fact for fact in rows.in_order()}


class LevellingChosen(Fact):
    """When, and whether, a person does the units of these tasks. The newest that covers the gaps counts."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="levelling_choices")
    choice = models.CharField(max_length=12, choices=CHOICES)
    tasks = models.CharField(max_length=60)  # ids with spaces between: the gaps that were on the screen
    programme = models.ForeignKey("programmes.Programme", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = LevellingChosenQuerySet.as_manager()
    said = _("chose when to do remedial units")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["person", "recorded_at"])]

    def covers(self, gaps: Collection[str]) -> bool:
        return set(gaps) <= set(self.tasks.split())


def choice_that_counts(choice: LevellingChosen | None, gaps: Collection[str]) -> Choice | None:
    """None: nothing chosen yet, or a gap was found since."""
    return Choice(choice.choice) if choice is not None and choice.covers(gaps) else None
