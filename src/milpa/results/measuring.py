"""What is worked out of a programme: satisfaction by closed edition and over all, completion, people reached, what changed in the tasks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from milpa.programmes.remembering import Mark, remembered
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.rules.gain import Gain, gain
from milpa.results.editions import EditionRead, editions_of
from milpa.results.rules import completion, satisfaction


@dataclass(frozen=True, slots=True)
class Measured:
    """`completion` is of courses, not of remedial units or the welcome lesson; `people` of all.

    `satisfaction` is None while no questionnaire of an ended edition has closed; `gain` while nobody met a task in both forms.
    """

    editions: tuple[EditionRead, ...]
    satisfaction: satisfaction.ProgrammeSatisfaction | None
    completion: completion.Completion
    by_edition: Mapping[str, completion.Completion]
    people: completion.People
    gain: Gain | None

    def satisfaction_of(self, edition: UUID) -> satisfaction.Satisfaction | None:
        return self.satisfaction.editions.get(str(edition)) if self.satisfaction else None

    def edition(self, id: UUID) -> EditionRead | None:
        return next((read for read in self.editions if read.id == id), None)


def measured(programmes: Sequence[UUID], now: Mark) -> dict[UUID, Measured]:
    """Of each programme, from memory while nothing is recorded; else some ten queries for all of them together."""
    asked = tuple(sorted(programmes))
    found: dict[UUID, Measured] = remembered(now, ("results", asked), lambda: measured_anew(asked))
    return found


def measured_anew(programmes: Sequence[UUID]) -> dict[UUID, Measured]:
    editions = editions_of(programmes)
    people = {UUID(row.person) for reads in editions.values() for read in reads for row in read.enrolments}
    attempts = PracticalTaskDone.objects.by_person(people)
    return {id: _measured(editions.get(id, []), attempts) for id in programmes}


def _measured(editions: Sequence[EditionRead], attempts: Mapping[UUID, list]) -> Measured:
    rows = [row for edition in editions for row in edition.enrolments]
    own = {row.person: attempts.get(UUID(row.person), []) for row in rows}
    return Measured(
        tuple(editions),
        satisfaction_over(editions),
        completion.completion(row for edition in editions if edition.is_completed for row in edition.enrolments),
        completion.by_edition(rows),
        completion.people(rows),
        gain({person: made for person, made in own.items() if made}),
    )


def satisfaction_over(editions: Iterable[EditionRead]) -> satisfaction.ProgrammeSatisfaction | None:
    """Over the editions whose questionnaire has closed. Persons are those who started, each counted once."""
    closed = [edition for edition in editions if edition.counts is not None]
    if not closed:
        return None
    started = {row.person for edition in closed for row in edition.enrolments if row.started or row.completed}
    told = {str(edition.id): (dict(edition.counts or {}), edition.started) for edition in closed}
    return satisfaction.programme_satisfaction(told, len(started))
