"""What somebody asks the stream for: words in an address become filters, and whoever is meant is looked for by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.records.reading import agent_of
from milpa.records.store.finding import Filters

NAMES = 8  # people of the same name who are offered
LONGEST = 500
FIELDS = ("person", "who", "verb", "activity", "from", "to")


@dataclass(slots=True)
class Asked:
    """`typed` as it came, to be shown again; `errors` by field; `offered` are (id, name) of several people of that name."""

    typed: dict[str, str]
    filters: Filters = field(default_factory=Filters)
    errors: dict[str, str] = field(default_factory=dict)
    offered: Sequence[tuple[UUID, str]] = ()
    name: str = ""  # of the one person that was meant

    @property
    def is_narrowed(self) -> bool:
        return any(self.typed.values())

    def address(self, **changed: str) -> str:
        """`?who=…`; what is changed to nothing is left out."""
        return "?" + urlencode({name: value for name, value in (self.typed | changed).items() if value})


def asked(institution: UUID, words: Mapping[str, str]) -> Asked:
    """At most one query, for the person."""
    typed = {name: words.get(name, "").strip()[:LONGEST].replace("\0", "") for name in FIELDS}
    found = Asked(typed)
    agent = _agent(institution, found)
    since, until = _day(found, "from"), _day(found, "to")
    found.filters = Filters(
        agent=agent,
        verb=typed["verb"],
        activity=typed["activity"],
        related_activities=bool(typed["activity"]),
        since=_begins(since) - timedelta(microseconds=1) if since else None,
        until=_begins(until + timedelta(days=1)) - timedelta(microseconds=1) if until else None,
    )
    return found


def _agent(institution: UUID, found: Asked) -> str:
    own = Person.objects.filter(institution=institution)
    if who := found.typed["who"]:
        found.typed["person"] = ""
        if "@" in who:
            return f"mbox:mailto:{who.removeprefix('mailto:')}"
        people = list(own.filter(name__icontains=who).order_by("name", "id").values_list("id", "name")[: NAMES + 1])
    elif person := _uuid(found.typed["person"]):
        people = list(own.filter(id=person).values_list("id", "name"))
    else:
        found.typed["person"] = ""
        return ""
    if len(people) == 1:
        found.typed |= {"who": "", "person": str(people[0][0])}
        found.name = people[0][1]
        return agent_of(people[0][0])
    found.offered = people[:NAMES]
    found.errors["who"] = (
        _("Several people are called so. Choose one:")
        if people
        else _("Nobody of that name learns here. Write a part of the name, or an e-mail.")
    )
    return "nobody"


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(found: Asked, name: str) -> date | None:
    if not (text := found.typed[name]):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        found.errors[name] = _("Write the day as 2026-02-28.")
        return None
    if not 1970 < day.year < 9000:
        found.errors[name] = _("Write the day as 2026-02-28.")
        return None
    return day


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
