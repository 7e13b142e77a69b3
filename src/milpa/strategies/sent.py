"""What was sent for comment, as its page shows it, and the register from which the enterprises are chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.conglomerates.models import Enterprise
from milpa.ledger import clock
from milpa.strategies.models import Strategy, StrategySent
from milpa.strategies.refusals import NoSuchName
from milpa.strategies.sides import same


@dataclass(frozen=True, slots=True)
class Sent:
    id: UUID
    on: date
    until: date | None
    number: int
    way: str
    whom: str
    who: str


def sendings_of(strategy: Strategy) -> list[StrategySent]:
    """The oldest first. One query."""
    return list(StrategySent.objects.standing().filter(strategy=strategy).select_related("by").in_order())


def told_of(rows: Sequence[StrategySent]) -> list[Sent]:
    """As the page shows them, the newest first."""
    return [
        Sent(row.id, row.on, row.until, row.number, str(row.get_way_display()), _whom(row), row.by.name if row.by else "")
        for row in reversed(rows)
    ]


def _whom(row: StrategySent) -> str:
    n = len(row.enterprises)
    enterprises = ngettext("{n} enterprise", "{n} enterprises", n).format(n=n)
    if not row.board:
        return enterprises
    return _("{enterprises} and the board").format(enterprises=enterprises) if n else _("the board")


def until_of(strategy: Strategy) -> date | None:
    """Until when their word is asked for, by what was sent last; None once that day is over. One query."""
    still = StrategySent.objects.standing().filter(strategy=strategy, until__gte=clock.today(strategy.institution.zone))
    found = still.order_by("-recorded_at", "-id").first()
    return found.until if found else None


@dataclass(frozen=True, slots=True)
class Register:
    """The programme's enterprises. `rest`: those to which the text was not sent yet."""

    names: Mapping[UUID, str]
    rest: frozenset[UUID]

    def chosen(self, whom: str, names: str) -> list[UUID]:
        """`names`: one a line, for those named. Raises NoSuchName."""
        if whom == "named":
            return self._named([line.strip() for line in names.splitlines() if line.strip()])
        return list(self.names) if whom == "all" else list(self.rest) if whom == "rest" else []

    def _named(self, lines: list[str]) -> list[UUID]:
        by_name: dict[str, list[UUID]] = {}  # two of one name received it both
        for id, name in self.names.items():
            by_name.setdefault(same(name), []).append(id)
        if unknown := [line for line in lines if same(line) not in by_name]:
            raise NoSuchName(names="; ".join(unknown[:6]))
        return list(dict.fromkeys(id for line in lines for id in by_name[same(line)]))


def register_of(strategy: Strategy) -> Register:
    """Two queries."""
    names = dict(Enterprise.objects.standing().filter(programme=strategy.programme_id).values_list("id", "name"))
    sent = StrategySent.objects.standing().filter(strategy=strategy).values_list("enterprises", flat=True)
    return Register(names, frozenset(names) - {UUID(id) for ids in sent for id in ids})
