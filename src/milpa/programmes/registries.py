"""What `programmes` asks of the stages after it. Filled from each package's `registers.py`, imported when the app is ready.

Every function answers for many programmes in one call, with at most one query a package (two where facts and documents meet).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from milpa.programmes.rules.breadth import Enterprise
from milpa.programmes.said import Said

Ids = Iterable[UUID]


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """Whether an evidence key is met for a programme, and if not what is missing, in a sentence ("2 of 3 partners answered")."""

    met: bool
    missing: Said | None = None
    since: datetime | None = None
    link: str = ""  # where one sees it, or does what is missing
    done: int = 0
    all: int = 0
    until: datetime | None = None  # when the answer stops holding by itself


@dataclass(frozen=True, slots=True)
class Wait:
    """Something of a programme that waits for somebody: a role in an institution, or one person.

    A package answers with everything that waits in the programmes, whoever it waits for, as far as the person may know of it: the
    journey shows who must act, each one's home keeps what is theirs.
    """

    programme: UUID
    what: Said
    link: str
    button: Said
    institution: UUID | None = None  # whose people it waits for; None = the programme's owner
    roles: frozenset[str] = frozenset()  # empty = whoever may
    person: UUID | None = None
    since: datetime | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    programme: UUID
    title: Said
    on: date
    until: date | None = None
    link: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Knot:
    """One link of the golden thread as a reader sees it. `quote`: people's own words. `meta`: "Card · workshop of 4 February"."""

    kind: str  # "card", "need", "action", "lesson", "reading"
    id: UUID
    text: str
    meta: Said
    link: str
    quote: bool = False
    not_yet: bool = False


@dataclass(frozen=True, slots=True)
class ThreadKind:
    """`knots(ids, person)` as far as the person may see them; `programme(ids)`; `best(programmes)`: of each programme the few that are
    the best example, best first, from which its journey shows one thread."""

    knots: Callable[[Ids, Any], dict[UUID, Knot]]
    programme: Callable[[Ids], dict[UUID, UUID]]
    best: Callable[[Ids], dict[UUID, list[UUID]]] | None = None


@dataclass(frozen=True, slots=True)
class ThreadEdge:
    """Links between an earlier and a later kind, known by the package of the later: ids -> linked ids, best first."""

    forward: Callable[[Ids], dict[UUID, list[UUID]]]
    back: Callable[[Ids], dict[UUID, list[UUID]]]


@dataclass(frozen=True, slots=True)
class Takes:
    """What a replication may take: shown as a choice, carried out by `take(old, new, person)`."""

    title: Said
    note: Said
    take: Callable[[Any, Any, Any], None]


@dataclass(frozen=True, slots=True)
class Registered:
    """The register of a programme's conglomerate: what is known of each enterprise, and which ones are the board's own."""

    enterprises: Mapping[UUID, Enterprise]
    board: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the programme that a stage offers beside every other: `verb` says who is shown it, `order` where it stands."""

    title: Promise
    url: str  # its name; the programme's id is its only value
    verb: str
    order: int


places: list[Place] = []


@dataclass(frozen=True, slots=True)
class AskedWord:
    """Their own word, asked for at the end of a phase: the words that were said so far (nothing, some, much), and of how many."""

    words: tuple[str, ...]
    asked: int
    link: str = ""  # where they are said


# key -> programmes -> answers. A key that nobody registers is attached by hand, and the page says so.
evidence: dict[str, Callable[[Ids], dict[UUID, EvidenceAnswer]]] = {}
# keys that rest on what cannot touch (statements, memberships) are computed each time and never kept
never_kept: set[str] = set()
waits: dict[str, Callable[[Any, Ids], list[Wait]]] = {}  # package -> (person, programmes) -> what waits
acts: dict[str, Callable[[Ids], dict[UUID, list[Any]]]] = {}  # package -> programmes -> rules.involvement.Act
invited: dict[str, Callable[[Ids], dict[UUID, dict[str, set[UUID]]]]] = {}  # package -> programme -> phase -> enterprises invited
registered: dict[str, Callable[[Ids], dict[UUID, Registered]]] = {}  # one package fills it: the one that keeps the register
own_words: dict[str, Callable[[Ids], dict[UUID, dict[str, AskedWord]]]] = {}  # package -> programme -> phase -> what they say of it
calendar: dict[str, Callable[[Ids], list[CalendarDate]]] = {}
thread_kinds: dict[str, ThreadKind] = {}
thread_edges: dict[tuple[str, str], ThreadEdge] = {}
takes: dict[str, Takes] = {}
