"""The story as it is told: who is who, what was made, and an agenda in one order of time with a clock of its own.

Facts keep the moment at which they were recorded, and that never goes back: so whatever happens is put on the agenda with its day, and
the agenda is played from the first moment to the last.
"""

import heapq
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from milpa.ledger import clock
from milpa.people.models import Institution, Person

HERE = Path(__file__).parent
MORNING = 15  # nine o'clock in Guatemala, in UTC


def read(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def own_words(text: str) -> str:
    """The words of an answer without those that its kind says already on the page ("Se hará: …")."""
    for said in ("Se hizo: ", "Se hizo. ", "Se hizo, ", "Se hará: ", "No se hará: "):
        text = text.removeprefix(said)
    return text[:1].upper() + text[1:]


class Story:
    """The people by key, what was made, and what is still to happen."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.pages = read("people.yaml")
        self.staff = {row["key"]: row for row in self.pages["staff"]}
        self.person: dict[str, Person] = {}
        self.institution: dict[str, Institution] = {}
        self.enterprise: dict[str, UUID] = {}
        self.programme: Any = None
        self.second: Any = None  # programme 5
        self.community: Any = None  # its page
        self.historical: dict[str, Any] = {}
        self.invited: dict[str, Any] = {}
        self.selection: Any = None
        self.criteria: dict[str, Any] = {}
        self.alliance: Any = None
        self.room: Any = None  # of the workshop, once it is planned
        self.strategy: Any = None
        self.text: Any = None  # strategy.yaml
        self.suggestion: dict[str, UUID] = {}
        self.action: dict[str, UUID] = {}
        self.survey: dict[str, Any] = {}
        self.taught: Any = None  # editions.yaml
        self.course: dict[str, UUID] = {}
        self.enrolment: dict[tuple[str, str], Any] = {}  # (edition, person)
        self.group: dict[tuple[str, str], UUID] = {}  # (edition, key of its group)
        self.edition: dict[str, Any] = {}  # key of editions.yaml -> CourseEdition
        self._agenda: list[tuple[datetime, int, Callable[[], Any]]] = []
        self._numbers = count()
        self._now = self.moment(-10_000)

    def moment(self, day: int, hour: int = 0, minute: int = 0) -> datetime:
        """That day of the story, nine in the morning and so much later."""
        morning = datetime(self.today.year, self.today.month, self.today.day, MORNING, tzinfo=UTC)
        return min(morning + timedelta(days=day, hours=hour, minutes=minute), datetime.now(UTC))

    def day(self, day: int) -> date:
        return self.today + timedelta(days=day)

    def on(self, day: int, what: Callable[[], Any], hour: int = 0, minute: int = 0) -> None:
        """Puts something on the agenda. Raises ValueError for a moment that is over: the story does not go back."""
        moment = self.moment(day, hour, minute)
        if moment < self._now:
            raise ValueError(f"{what} on day {day} comes after what is played already")
        heapq.heappush(self._agenda, (moment, next(self._numbers), what))

    def play(self, told: Callable[[int, int], None]) -> None:
        """From the first moment to the last; what happens may put more on the agenda."""
        done = 0
        while self._agenda:
            self._now, _number, what = heapq.heappop(self._agenda)
            with clock.at(self._now):
                what()
            done += 1
            told(done, done + len(self._agenda))

    def row(self, institution: str) -> dict[str, Any]:
        return next(row for row in self.pages["institutions"] if row["key"] == institution)

    def enterprise_of(self, person: str) -> UUID:
        """Where an owner or worker of the story works."""
        return self.enterprise[next(row["enterprise"] for row in self.pages["owners_and_workers"] if row["key"] == person)]
