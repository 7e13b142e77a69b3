"""The story as it is told: who is who, what was made, and the clock of the day on which a thing happens."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from milpa.ledger import clock
from milpa.people.models import Institution, Person
from milpa.programmes.models import Programme

HERE = Path(__file__).parent
MORNING = 15  # nine o'clock in Guatemala, in UTC


def read(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


class Story:
    """The people by key, the programme, and the day on which the story is built."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.pages = read("people.yaml")
        self.staff = {row["key"]: row for row in self.pages["staff"]}
        self.person: dict[str, Person] = {}
        self.institution: dict[str, Institution] = {}
        self.programme: Programme | None = None

    def at(self, day: int, hour: int = 0) -> Any:
        """Now is that day of the story, nine in the morning and `hour` hours later."""
        moment = datetime(self.today.year, self.today.month, self.today.day, MORNING, tzinfo=UTC) + timedelta(days=day, hours=hour)
        return clock.at(moment)

    def row(self, institution: str) -> dict[str, Any]:
        return next(row for row in self.pages["institutions"] if row["key"] == institution)
