"""Finds statements: by id at once, by everything else through the postings.

The rarest term leads, the others are looked up beside it, so that a question costs what its rarest term costs and no more than it shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from milpa.records.rules import found
from milpa.records.store import dialect
from milpa.records.store.counting import Numbers
from milpa.records.store.indexing import short

AT_LEAST = 20  # candidates of one look


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. `agent` is a key of `rules.found`; `since` is exclusive, `until` inclusive, both stored times."""

    agent: str = ""
    related_agents: bool = False
    verb: str = ""
    activity: str = ""
    related_activities: bool = False
    registration: str = ""
    writer: str = ""  # only what this credential stored
    since: datetime | None = None
    until: datetime | None = None

    def terms(self) -> list[tuple[int, str, tuple[int, ...]]]:
        asked = [
            (found.AGENT, self.agent, (0, 1) if self.related_agents else (0,)),
            (found.VERB, self.verb, (0,)),
            (found.ACTIVITY, self.activity, (0, 1) if self.related_activities else (0,)),
            (found.REGISTRATION, self.registration.lower(), (0,)),
            (found.WRITER, self.writer, (0,)),
        ]
        return [(kind, short(value), related) for kind, value, related in asked if value] or [(found.ANY, "", (0,))]


@dataclass(frozen=True, slots=True)
class Row:
    arrived: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """`following`: the number after which the next page begins, if there is one."""

    rows: list[Row]
    following: int | None
    consistent_through: datetime


def find(institution: UUID, filters: Filters, limit: int, *, ascending: bool = False, after: int | None = None) -> Page:
    """Unvoided statements of an institution, newest first unless `ascending`, from after number `after` of an earlier page."""
    numbers = Numbers.read()
    low, high = _bounds(filters, numbers)
    if after is not None:
        low, high = (after, high) if ascending else (low, after - 1)
    rows: list[Row] = []
    for candidates in _candidates(institution, filters.terms(), low, high, ascending, limit + 1):
        rows += _unvoided(candidates, ascending)
        if len(rows) > limit:
            break
    more = rows[limit - 1].arrived if len(rows) > limit else None
    return Page(rows[:limit], more, numbers.consistent_through())


def _bounds(filters: Filters, numbers: Numbers) -> tuple[int, int]:
    """(after which, up to which) number."""
    low = _last_until(filters.since, numbers) if filters.since else 0
    high = _last_until(filters.until, numbers) if filters.until else numbers.indexed
    return low, min(high, numbers.indexed)


def _last_until(at: datetime, numbers: Numbers) -> int:
    """The last number that was stored at or before `at`. Stored times rise with the numbers: halved, not searched."""
    low, high = 0, numbers.arrived
    with dialect.Cursor() as cursor:
        while low < high:
            middle = (low + high + 1) // 2
            cursor.execute("SELECT recorded_at FROM records_statement WHERE arrived = %s", [middle])
            row = cursor.fetchone()
            if row is None or dialect.read_moment(row[0]) <= at:
                low = middle
            else:
                high = middle - 1
    return low


def _candidates(
    institution: UUID, terms: list[tuple[int, str, tuple[int, ...]]], low: int, high: int, ascending: bool, wanted: int
) -> Iterator[list[int]]:
    """Numbers of statements that have all terms, in order, a look at a time."""
    asked = _numbered(institution, terms)
    if asked is None:
        return
    (lead, related), others = asked[0], asked[1:]
    beside = "".join(
        " AND EXISTS (SELECT 1 FROM records_posting o WHERE o.term = %s AND o.related IN "
        f"({', '.join(map(str, other))}) AND o.arrived = p.arrived AND o.source = p.source)"
        for _number, other in others
    )
    arm = (
        "SELECT p.arrived AS arrived FROM records_posting p "
        f"WHERE p.term = %s AND p.related = %s AND p.arrived > %s AND p.arrived <= %s{beside}"
    )
    order = "ASC" if ascending else "DESC"
    sql = " UNION ALL ".join([arm] * len(related)) + f" ORDER BY arrived {order} LIMIT %s"
    most = max(AT_LEAST, wanted)
    while low < high:
        values = [item for one in related for item in (lead, one, low, high, *(number for number, _related in others))]
        with dialect.Cursor() as cursor:
            cursor.execute(sql, [*values, most])
            numbers = [row[0] for row in cursor.fetchall()]
        yield list(dict.fromkeys(numbers))
        if len(numbers) < most:
            return
        low, high = (numbers[-1], high) if ascending else (low, numbers[-1] - 1)
        most = min(2 * most, 1000)


def _numbered(institution: UUID, terms: list[tuple[int, str, tuple[int, ...]]]) -> list[tuple[int, tuple[int, ...]]] | None:
    """The terms' numbers, the rarest first; None if nothing has one of them."""
    found_: list[tuple[int, int, tuple[int, ...]]] = []
    with dialect.Cursor() as cursor:
        for kind, value, related in terms:
            cursor.execute(
                "SELECT id, uses FROM records_term WHERE institution = %s AND kind = %s AND value = %s",
                [dialect.uid(institution), kind, value],
            )
            row = cursor.fetchone()
            if row is None:
                return None
            found_.append((row[1], row[0], related))
    return [(number, related) for _uses, number, related in sorted(found_)]


def _unvoided(candidates: list[int], ascending: bool) -> list[Row]:
    rows: list[Row] = []
    with dialect.Cursor() as cursor:
        for some in dialect.chunks(candidates):
            cursor.execute(
                f"SELECT arrived, content FROM records_statement WHERE arrived IN ({dialect.marks(len(some))}) AND voided_by IS NULL", some
            )
            rows += [Row(arrived, bytes(content)) for arrived, content in cursor.fetchall()]
    return sorted(rows, key=lambda row: row.arrived, reverse=not ascending)


def one(institution: UUID, id: UUID) -> tuple[bytes, bool] | None:
    """(its JSON, whether it is voided) of a statement; None for one that is not there, or another institution's. Never lags."""
    with dialect.Cursor() as cursor:
        cursor.execute(
            "SELECT s.content, s.voided_by FROM records_known k JOIN records_statement s ON s.arrived = k.arrived "
            "WHERE k.key = %s AND s.institution = %s",
            [id.bytes, dialect.uid(institution)],
        )
        row = cursor.fetchone()
    return row and (bytes(row[0]), row[1] is not None)
