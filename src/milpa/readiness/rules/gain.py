"""What changed between the diagnosis and its repeat, by parallel forms, with its uncertainty.

A pair is one task of one person, first in one form and later in the other. Where only gaps are repeated nobody could do
them before, so part of the change is chance: it is "change observed", never proof of what levelling did.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from milpa.measures.paired import PairedChange, paired_change
from milpa.measures.suppression import K
from milpa.measures.wilson import Interval, wilson
from milpa.readiness.rules.gaps import Attempt, Form, Outcome


@dataclass(frozen=True, slots=True)
class Pair:
    task: str
    first_form: Form
    before: bool  # done alone
    after: bool


@dataclass(frozen=True, slots=True)
class PersonGain:
    """Of the tasks met in both forms."""

    person: str
    pairs: tuple[Pair, ...]

    @property
    def before(self) -> int:
        return sum(pair.before for pair in self.pairs)

    @property
    def after(self) -> int:
        return sum(pair.after for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Gain:
    """`change` joins all pairs; those of one person are not independent, so its interval is a little too narrow."""

    people: tuple[PersonGain, ...]  # with at least one pair
    change: PairedChange
    before: Interval  # Wilson 95 % of the share done alone
    after: Interval
    by_task: dict[str, PairedChange]  # one pair a person
    by_first_form: dict[Form, PairedChange]  # alike, if the forms are parallel
    only_gaps: bool  # nobody could do before what was repeated
    is_shown: bool  # five persons or more


def pairs_of(attempts: Sequence[Attempt]) -> tuple[Pair, ...]:
    """One person's attempts in the order they were made -> one pair a task: the first attempt, and the last in the other
    form after it. Ways out ("never used this") are no attempts."""
    made = [attempt for attempt in attempts if attempt.outcome is not Outcome.NOT_ATTEMPTED]
    pairs = []
    for task in dict.fromkeys(attempt.task for attempt in made):
        first, *later = [attempt for attempt in made if attempt.task == task]
        if again := [attempt for attempt in later if attempt.form is first.form.other]:
            pairs.append(Pair(task, first.form, first.outcome is Outcome.ALONE, again[-1].outcome is Outcome.ALONE))
    return tuple(pairs)


def _change(pairs: Sequence[Pair]) -> PairedChange:
    both = sum(pair.before and pair.after for pair in pairs)
    gained = sum(pair.after and not pair.before for pair in pairs)
    lost = sum(pair.before and not pair.after for pair in pairs)
    return paired_change(both, gained, lost, len(pairs) - both - gained - lost)


def gain(attempts: Mapping[str, Sequence[Attempt]]) -> Gain | None:
    """`attempts`: person -> attempts in order. None while nobody has met a task in both forms."""
    people = tuple(PersonGain(person, pairs) for person, own in attempts.items() if (pairs := pairs_of(own)))
    if not people:
        return None
    everything = [pair for person in people for pair in person.pairs]
    change = _change(everything)
    by_task = {task: _change([pair for pair in everything if pair.task == task]) for task in dict.fromkeys(p.task for p in everything)}
    by_form = {form: _change(own) for form in Form if (own := [pair for pair in everything if pair.first_form is form])}
    return Gain(
        people,
        change,
        wilson(change.before, change.pairs),
        wilson(change.after, change.pairs),
        by_task,
        by_form,
        change.before == 0,
        len(people) >= K,
    )
