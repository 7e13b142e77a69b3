"""The dates of a programme in order: those written here, the last days of its steps, and those that the packages know of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.urls import reverse
from django.utils import dateformat
from django.utils.translation import gettext as _

from milpa.ledger import clock
from milpa.programmes import registries
from milpa.programmes.registries import CalendarDate
from milpa.programmes.remembering import mark, remembered


@dataclass(frozen=True, slots=True)
class Dated:
    """`entry`: the programme's own, which may be changed."""

    title: str
    on: date
    until: date | None = None
    place: str = ""
    url: str = ""
    kind: str = ""
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    name: str  # "marzo de 2026"
    is_past: bool
    dates: tuple[Dated, ...]


def dates_of(programme: Any) -> list[Dated]:
    """Everything with a day, the earliest first. Three queries, and one a package unless nothing was recorded since."""
    found = [Dated(row.title, row.on, row.until, row.place, kind=row.kind, entry=row.id) for row in programme.entries.all()]
    for step, due in programme.assignments.exclude(due_on=None).values_list("step", "due_on"):
        if step in programme.guide.steps:
            title = _("Last day: {step}").format(step=programme.guide.steps[step].title)
            found.append(Dated(title, due, url=reverse("programmes:step", args=[programme.id, step]), kind="deadline"))
    told: list[CalendarDate] = remembered(mark(), ("calendar", programme.id), lambda: _of_packages(programme.id))
    found += [Dated(str(row.title), row.on, row.until, url=row.link, kind=row.kind) for row in told]
    return sorted(found, key=lambda dated: (dated.on, dated.title))


def _of_packages(programme: UUID) -> list[CalendarDate]:
    return [row for answer in registries.calendar.values() for row in answer([programme])]


def months(dates: Sequence[Dated], today: date) -> list[Month]:
    """By month, those to come first and then the past ones, the newest past month first."""
    by_month: dict[tuple[int, int], list[Dated]] = {}
    for dated in dates:
        by_month.setdefault((dated.on.year, dated.on.month), []).append(dated)
    this = (today.year, today.month)
    coming = [key for key in by_month if key >= this]
    past = sorted((key for key in by_month if key < this), reverse=True)
    return [Month(_name(*key), key < this, tuple(by_month[key])) for key in (*coming, *past)]


def _name(year: int, month: int) -> str:
    return _("{month} of {year}").format(month=dateformat.format(date(year, month, 1), "F"), year=year).lower()


def as_icalendar(programme: Any, dates: Sequence[Dated]) -> str:
    """The dates as a feed (RFC 5545). Whole days; the same date keeps its id from one time to the next."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Milpa//ES", f"X-WR-CALNAME:{_escaped(programme.title)}"]
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    for dated in dates:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_id(programme.id, dated)}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{dated.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{(dated.until or dated.on) + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(dated.title)}",
            *([f"LOCATION:{_escaped(dated.place)}"] if dated.place else []),
            "END:VEVENT",
        ]
    return "\r\n".join(part for line in [*lines, "END:VCALENDAR"] for part in _folded(line)) + "\r\n"


def _id(programme: UUID, dated: Dated) -> UUID:
    return uuid5(NAMESPACE_URL, f"{programme}/{dated.entry or dated.url}/{dated.title}")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """At most 75 octets a line; what goes on begins with a space. No letter is cut in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > (75 if not parts else 74):
            parts.append(part)
            part = ""
        part += letter
    parts.append(part)
    return [parts[0], *(f" {rest}" for rest in parts[1:])]
