"""Writes the postings by which statements are found, in the order they arrived; a batch sorted, so that a page is touched once."""

from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import transaction

from milpa.ledger.canonical import fingerprint
from milpa.ledger.router import RECORDS
from milpa.records import agents_known, definitions, registries
from milpa.records.rules import found
from milpa.records.store import dialect
from milpa.records.store.counting import Numbers
from milpa.records.store.told import Told, read_back

DEEPEST = 20  # a statement that refers to one that refers to one that ...
REMEMBERED = 50_000  # terms whose numbers a writer knows by heart

TERM = {"institution": "uuid", "kind": "smallint", "value": "text", "uses": "bigint"}
POSTING = {"term": "bigint", "related": "smallint", "arrived": "bigint", "source": "bigint"}

Term = tuple[UUID, int, str]
Row = tuple[int, int, int, int]  # term, related, arrived, source


class Terms:
    """The numbers of terms; one writer's memory of them."""

    def __init__(self) -> None:
        self.numbers: dict[Term, int] = {}
        self.learnt: set[tuple[Hashable, ...]] = set()

    def forget(self) -> None:
        """What a transaction that was rolled back had written is not there."""
        self.numbers.clear()
        self.learnt.clear()

    def is_news(self, *told: Hashable) -> bool:
        """Whether this writer has not told it before: courses say the same with each statement."""
        if len(self.learnt) > REMEMBERED:
            self.learnt.clear()
        is_news = told not in self.learnt
        self.learnt.add(told)
        return is_news

    def of(self, terms: Iterable[Term]) -> dict[Term, int]:
        """Gives new ones a number."""
        if len(self.numbers) > REMEMBERED:
            self.numbers.clear()
        missing = [term for term in set(terms) if term not in self.numbers]
        if missing:
            self.numbers |= stored_numbers(missing)
            new = [(dialect.uid(term[0]), *term[1:], 0) for term in missing if term not in self.numbers]
            if new:
                with dialect.Cursor() as cursor:
                    cursor.insert("records_term", TERM, new)
                self.numbers |= stored_numbers([term for term in missing if term not in self.numbers])
        return self.numbers


def stored_numbers(terms: Iterable[Term]) -> dict[Term, int]:
    """The numbers of those terms that have one."""
    values: dict[tuple[UUID, int], list[str]] = {}
    for institution, kind, value in terms:
        values.setdefault((institution, kind), []).append(value)
    numbers: dict[Term, int] = {}
    with dialect.Cursor() as cursor:
        for (institution, kind), asked in values.items():
            for some in dialect.chunks(asked):
                sql = f"SELECT id, value FROM records_term WHERE institution = %s AND kind = %s AND value IN ({dialect.marks(len(some))})"
                cursor.execute(sql, [dialect.uid(institution), kind, *some])
                numbers |= {(institution, kind, value): id for id, value in cursor.fetchall()}
    return numbers


def index(told: list[Told], terms: Terms) -> None:
    """Makes these statements findable. They must be the next ones after what is indexed."""
    if not told:
        return
    own = {one.arrived: _terms(one) for one in told}
    through = _through(told, own)
    asked = {(institution, kind, value) for institution, found_ in [*own.values(), *through.values()] for kind, value in found_}
    numbers = terms.of(asked)
    rows: list[Row] = []
    uses: dict[int, int] = {}
    for (arrived, source), (institution, found_) in [*(((one, one), own[one]) for one in own), *through.items()]:
        for (kind, value), related in found_.items():
            number = numbers[institution, kind, value]
            rows.append((number, related, arrived, source))
            uses[number] = uses.get(number, 0) + 1
    rows.sort()
    with dialect.together(), dialect.Cursor() as cursor:
        cursor.insert("records_posting", POSTING, rows)
        cursor.add("records_term", "uses", uses)
    _learn(told, terms)
    for recount in registries.recounts.values():
        recount(told)


Found = tuple[UUID, dict[found.Key, int]]


def _terms(told: Told) -> Found:
    return told.institution, {(kind, short(value)): related for (kind, value), related in found.terms(told.statement, told.writer).items()}


def short(value: str) -> str:
    """A term of any length in a row that an index takes."""
    return value if len(value) <= 300 else f"{value[:200]}#{fingerprint(value.encode()).hex()}"


def _through(told: list[Told], own: dict[int, Found]) -> dict[tuple[int, int], Found]:
    """(statement, source) -> the terms that a statement has through what it refers to: what it refers to may have come before or after."""
    through: dict[tuple[int, int], Found] = {}
    before = _referring(told)
    last = told[-1].arrived
    for one in told:
        new = [(one.arrived, source) for source in _referred(one, last)]
        for arrived in before.get(one.arrived, ()):
            chain = _referred(_by_number(arrived), last)
            reached = next((place for place, source in enumerate(chain) if source.id == one.id), len(chain))
            new += [(arrived, source) for source in chain[reached:]]
        through |= {(arrived, source.arrived): own.get(source.arrived) or _terms(source) for arrived, source in new}
    return through


def _referred(one: Told, last: int) -> list[Told]:
    """The statements that it refers to, one through the other, as far as they are here up to number `last`; in a circle, not itself."""
    chain: list[Told] = []
    seen = {one.id}
    while len(chain) < DEEPEST and (id := found.target((chain[-1] if chain else one).statement)):
        following = by_id(UUID(id))
        if following is None or following.arrived > last or following.id in seen or following.institution != one.institution:
            break
        seen.add(following.id)
        chain.append(following)
    return chain


def by_id(id: UUID) -> Told | None:
    found_ = _stored("arrived = (SELECT arrived FROM records_known WHERE key = %s)", [id.bytes])
    return found_[0] if found_ else None


def _by_number(arrived: int) -> Told:
    return _stored("arrived = %s", [arrived])[0]


def _stored(where: str, values: list[Any]) -> list[Told]:
    with dialect.Cursor() as cursor:
        cursor.execute(f"SELECT arrived, recorded_at, institution, content FROM records_statement WHERE {where}", values)
        rows = cursor.fetchall()
    return [read_back(row[0], dialect.read_moment(row[1]), dialect.read_uid(row[2]), bytes(row[3])) for row in rows]


def _referring(told: list[Told]) -> dict[int, set[int]]:
    """arrived -> earlier indexed statements that refer to it, one through the other."""
    found_: dict[int, set[int]] = {}
    asked = {(one.institution, found.TARGET, str(one.id)): one.arrived for one in told}
    numbers = stored_numbers(asked)
    for term, number in numbers.items():
        found_[asked[term]] = _posted(number)
    return found_


def _posted(number: int) -> set[int]:
    """A statement that refers to another has all the other's terms, so also this one of what the other refers to."""
    with dialect.Cursor() as cursor:
        cursor.execute("SELECT arrived FROM records_posting WHERE term = %s AND related = 0", [number])
        return {row[0] for row in cursor.fetchall()}


def _learn(told: list[Told], terms: Terms) -> None:
    """What the statements say of activities and of people's names, for the resources of these names."""
    defined: dict[UUID, list[tuple[str, dict[str, Any], datetime]]] = {}
    named: dict[UUID, list[dict[str, Any]]] = {}
    for one in told:
        place, hour = one.institution, int(one.at.timestamp() // 3600)
        for activity in found.activities(one.statement):
            definition = activity.get("definition")
            if definition and terms.is_news(place, activity["id"], hour, orjson.dumps(definition)):
                defined.setdefault(place, []).append((activity["id"], definition, one.at))
        for agent in found.named(one.statement):
            if terms.is_news(place, found.key(agent), agent["name"]):
                named.setdefault(place, []).append(agent)
    for institution, some in defined.items():
        definitions.learn(institution, some)
    for institution, people in named.items():
        agents_known.learn(institution, people)


def catch_up(most: int, terms: Terms) -> Numbers:
    """Indexes up to `most` statements in one transaction. Returns how far it is."""
    try:
        with transaction.atomic(using=RECORDS):
            numbers = Numbers.locked()
            told = _next(numbers.indexed, most)
            index(told, terms)
            numbers.reached(told)
            numbers.write()
    except BaseException:
        terms.forget()
        raise
    return numbers


def _next(after: int, most: int) -> list[Told]:
    return _stored("arrived > %s ORDER BY arrived LIMIT %s", [after, most])
