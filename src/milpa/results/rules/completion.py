"""How many of those who started finished, and how many people that is: everybody counted once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from milpa.measures.proportion import Proportion


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person in one edition. started: attended once or opened one lesson. left: said so, or was taken off."""

    person: str
    edition: str
    enterprise: str | None = None
    sex: str = ""
    started: bool = False
    completed: bool = False
    left: bool = False
    attendances: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    """`under_way`: started, neither finished nor left. Who left after finishing has finished."""

    enrolled: int
    started: int
    completed: int
    left: int
    under_way: int

    @property
    def percent(self) -> Decimal | None:
        """Of those who started; None while nobody has."""
        return Proportion(self.completed, self.started).percentage if self.started else None


@dataclass(frozen=True, slots=True)
class People:
    """ "340 asistencias, 212 personas, 118 mujeres, 43 empresas": of those who started, each counted once."""

    attendances: int
    people: int
    women: int
    enterprises: int


def completion(enrolments: Iterable[Enrolment]) -> Completion:
    """Who completed has started, whatever else is on record. Who left before starting is enrolled and nothing more."""
    own = list(enrolments)
    started = [enrolment for enrolment in own if enrolment.started or enrolment.completed]
    completed = sum(enrolment.completed for enrolment in started)
    left = sum(enrolment.left and not enrolment.completed for enrolment in started)
    return Completion(len(own), len(started), completed, left, len(started) - completed - left)


def by_edition(enrolments: Iterable[Enrolment]) -> Mapping[str, Completion]:
    """Edition -> its completion, in the order in which editions first appear. Their sum is that of `completion` over all."""
    own: dict[str, list[Enrolment]] = {}
    for enrolment in enrolments:
        own.setdefault(enrolment.edition, []).append(enrolment)
    return {edition: completion(them) for edition, them in own.items()}


def people(enrolments: Iterable[Enrolment]) -> People:
    started = [enrolment for enrolment in enrolments if enrolment.started or enrolment.completed]
    persons = {enrolment.person: enrolment for enrolment in started}
    women = sum(enrolment.sex == "woman" for enrolment in persons.values())
    enterprises = {enrolment.enterprise for enrolment in started if enrolment.enterprise}
    return People(sum(enrolment.attendances for enrolment in started), len(persons), women, len(enterprises))
