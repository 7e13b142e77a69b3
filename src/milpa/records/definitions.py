"""What is known of an activity: everything that statements told of it, joined (IEEE 9274.1.1, 4.1.6.4 and 4.2.2.3).

A definition is taken apart into leaves ("type", "name es", "extensions <iri>", ...), each kept with the hour of the newest statement
that told it. Of two values of one leaf the one of the later hour stays, within an hour the one whose text sorts last: so the order in
which statements arrive, and how often, changes nothing, and a course that goes on telling the same is written once an hour.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from milpa.ledger import clock
from milpa.records.addresses import address
from milpa.records.agents_known import is_plain
from milpa.records.rules.activities import COMPONENTS, SUPPORTED
from milpa.records.store import dialect
from milpa.records.store.told import encoded

MOST = 64_000  # letters of one activity's leaves, as JSON
MAPS = ("name", "description", "extensions")
PLAIN = ("type", "moreInfo", "interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps")
ORDER = ("type", "name", "description", "moreInfo", "extensions", *PLAIN[2:])

WRITE = (
    "INSERT INTO records_activitydefinition (id, institution, activity, leaves, told, hour) VALUES (%s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (id) DO UPDATE SET leaves = excluded.leaves, told = excluded.told, hour = excluded.hour"
)

NOTHING = UUID(int=0)

Definition = dict[str, Any]
Leaves = dict[str, list[Any]]  # leaf -> [hour, value]
Telling = tuple[int, UUID, Definition]  # hour, print of the definition, definition


def learn(institution: UUID, told: Iterable[tuple[str, Definition, *tuple[datetime, ...]]]) -> None:
    """Joins the definitions of a batch of statements, in the writer's transaction: (activity id, definition, the statement's time).

    Without a time it is told now. Where all is known already this is one SELECT.
    """
    now = clock.now()
    tellings: dict[UUID, list[Telling]] = {}
    names: dict[UUID, str] = {}
    for activity, definition, *at in told:
        id = address(str(institution), activity)
        names[id] = activity
        tellings.setdefault(id, []).append((_hour(min(at[0], now) if at else now), _print(definition), definition))
    news = {id: some for id, some in tellings.items() if is_plain(names[id])}
    for id, known, hour in _rows(list(news), "told", "hour"):
        if all(each == dialect.read_uid(known) and at <= hour for at, each, _definition in news[id]):
            del news[id]
    if news:
        _join(institution, names, news)


def definitions_of(institution: UUID, ids: Iterable[str]) -> dict[str, Definition]:
    """The joined definitions of those activities that have one."""
    asked = {address(str(institution), activity): activity for activity in ids}
    return {asked[id]: definition_of(json.loads(leaves)) for id, leaves in _rows(list(asked), "leaves")}


def leaves_of(hour: int, definition: Definition) -> Leaves:
    leaves = {name: [hour, definition[name]] for name in PLAIN if name in definition}
    for name in MAPS:
        for key, value in (definition.get(name) or {}).items():
            leaves[f"{name} {key}"] = [hour, value]
    return leaves


def joined(one: Leaves, other: Leaves) -> Leaves:
    """Leaf by leaf the later. What would grow over `MOST` is left out."""
    result = {**one, **{leaf: told for leaf, told in other.items() if leaf not in one or _is_later(told, one[leaf])}}
    return result if len(json.dumps(result)) <= MOST else _within(one, result)


def _is_later(told: list[Any], known: list[Any]) -> bool:
    return told[0] > known[0] or (told[0] == known[0] and _text(told[1]) > _text(known[1]))


def _within(one: Leaves, result: Leaves) -> Leaves:
    """As much of the result as there is room for, one leaf after the other."""
    kept = dict(one)
    for leaf, told in result.items():
        if len(json.dumps({**kept, leaf: told})) > MOST:
            break
        kept[leaf] = told
    return kept


def definition_of(leaves: Leaves) -> Definition:
    parts: Definition = {}
    for leaf, (_hour_told, value) in sorted(leaves.items()):
        name, _, key = leaf.partition(" ")
        if key:
            parts.setdefault(name, {})[key] = value
        else:
            parts[name] = value
    unfit = COMPONENTS.difference(SUPPORTED.get(parts.get("interactionType", ""), ()))
    return {name: parts[name] for name in ORDER if name in parts and name not in unfit}


def _join(institution: UUID, names: dict[UUID, str], news: dict[UUID, list[Telling]]) -> None:
    _lock(institution)
    known = {
        id: (json.loads(leaves), (hour, dialect.read_uid(told))) for id, leaves, hour, told in _rows(list(news), "leaves", "hour", "told")
    }
    rows = []
    for id, some in sorted(news.items()):
        before, told = known.get(id, ({}, (0, NOTHING)))
        leaves = before
        for hour, _print_of, definition in some:
            leaves = joined(leaves, leaves_of(hour, definition))
        if leaves != before or id not in known:
            hour, last = max(told, *(each[:2] for each in some))
            text = json.dumps(leaves, separators=(",", ":"))
            rows.append((dialect.uid(id), dialect.uid(institution), names[id], text, dialect.uid(last), hour))
    if rows:
        with dialect.Cursor() as cursor:
            cursor.executemany(WRITE, rows)


def _rows(ids: list[UUID], *columns: str) -> Iterator[tuple[Any, ...]]:
    """id and these columns."""
    with dialect.Cursor() as cursor:
        for some in dialect.chunks([dialect.uid(id) for id in ids]):
            sql = f"SELECT {', '.join(('id', *columns))} FROM records_activitydefinition WHERE id IN ({dialect.marks(len(some))})"
            cursor.execute(sql, some)
            yield from ((dialect.read_uid(id), *values) for id, *values in cursor.fetchall())


def _lock(institution: UUID) -> None:
    """What is joined is read, joined and written: on PostgreSQL two writers could each lose the other's words."""
    if not dialect.is_sqlite():
        with dialect.Cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [institution.int & 0x7FFF_FFFF_FFFF_FFFF])


def _hour(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() // 3600)


def _print(definition: Definition) -> UUID:
    return UUID(bytes=sha256(encoded(definition)).digest()[:16])


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
