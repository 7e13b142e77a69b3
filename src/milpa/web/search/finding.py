"""Finding: the best matches that this person may see."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.functional import Promise

from milpa.web import limits, registries
from milpa.web.models import Findable
from milpa.web.search.words import folded, plain_words, query

BATCH = 200
BEFORE, AROUND = 60, 200  # letters of an excerpt: before the word that was found, and in all

_SQLITE = """
SELECT f.id FROM web_findable_words w JOIN web_findable f ON f.id = w.rowid
WHERE web_findable_words MATCH %s
ORDER BY f.institution_id = %s DESC, bm25(web_findable_words, 4.0, 1.0), f.id LIMIT %s"""
_POSTGRESQL = """
SELECT f.id FROM web_findable f, to_tsquery('simple', %s) q
WHERE f.words @@ q
ORDER BY (f.institution_id = %s) DESC, ts_rank_cd('{0.1, 0.1, 0.25, 1.0}', f.words, q, 1) DESC, f.id LIMIT %s"""


@dataclass(frozen=True, slots=True)
class Found:
    kind: str
    label: str | Promise  # heading of its group
    id: UUID
    title: str
    url: str
    excerpt: str  # where the words stand in its text


def find(person: Any, words: str) -> list[Found]:
    """Matches that the person may see, best first, those of the person's own institution before others'.

    A thing indexed in several languages is found once. Each kind is asked once per batch which ids are open.
    """
    sought = query(words)
    if not sought:
        return []
    found: dict[tuple[str, UUID], Found] = {}
    for batch in _batches(_matches(sought, person)):
        open_to = _open_to(person, batch)
        for row in batch:
            key = (row.kind, row.about)
            if row.about in open_to[row.kind] and key not in found:
                label = registries.search[row.kind].label
                found[key] = Found(row.kind, label, row.about, row.title, row.url, excerpt(row.text, words))
        if len(found) >= limits.SEARCH_RESULTS:
            break
    return list(found.values())[: limits.SEARCH_RESULTS]


def excerpt(text: str, words: str) -> str:
    """The part of a text where the first of the words stands, or its beginning."""
    plain = " ".join(text.split())
    flat = folded(plain)
    if len(flat) != len(plain):  # a letter that folds to two: places would not agree
        return plain[:AROUND]
    places = [place for word in plain_words(words) if (place := flat.find(folded(word)[:5])) >= 0]
    start = max(0, min(places, default=0) - BEFORE)
    part = plain[start : start + AROUND]
    return f"{'… ' if start else ''}{part.partition(' ')[2] if start else part}{' …' if start + AROUND < len(plain) else ''}"


def _matches(sought: str, person: Any) -> list[int]:
    sql = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    institution = Findable._meta.get_field("institution").get_db_prep_value(person.institution_id, connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, [sought, institution, limits.SEARCH_CANDIDATES])
        return [id for (id,) in cursor.fetchall()]


def _batches(ids: list[int]) -> Iterator[list[Findable]]:
    for start in range(0, len(ids), BATCH):
        rows = Findable.objects.in_bulk(ids[start : start + BATCH])
        yield [rows[id] for id in ids[start : start + BATCH] if id in rows]


def _open_to(person: Any, rows: list[Findable]) -> dict[str, set[UUID]]:
    """The ids of each kind that are open to the person. A kind that nobody registered is open to no one."""
    asked: dict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        asked[row.kind].add(row.about)
    return {kind: registries.search[kind].readable(person, ids) if kind in registries.search else set() for kind, ids in asked.items()}
