"""What can be found: written in the transaction that writes the thing itself."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from milpa.web.models import Findable
from milpa.web.search.words import indexed

WEIGHED = "setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')"  # PostgreSQL's title and text


def index(kind: str, id: UUID, institution: Any, title: str, text: str, url: str, language: str) -> None:
    """From now on the thing is found by the words of its title (which weigh more) and its text, in that language."""
    values = {"institution": institution, "title": title[:300], "text": text, "url": url}
    with transaction.atomic():
        row, _ = Findable.objects.update_or_create(kind=kind, about=id, language=language, defaults=values)
        _write_words(row)


def index_many(kind: str, institution: Any, language: str, things: Iterable[tuple[UUID, str, str, str]]) -> None:
    """The same for many (id, title, text, url) of one institution: a few statements, whatever their number; none for what is known so."""
    with transaction.atomic():
        rows = _unknown(
            [
                Findable(kind=kind, about=id, institution=institution, language=language, title=title[:300], text=text, url=url)
                for id, title, text, url in things
            ]
        )
        written = Findable.objects.bulk_create(
            rows,
            batch_size=200,
            update_conflicts=True,
            unique_fields=["kind", "about", "language"],
            update_fields=["institution", "title", "text", "url"],
        )
        _write_many(written)


def _unknown(rows: list[Findable]) -> list[Findable]:
    """Those whose words are not in the index as they are now. All are of one kind and language."""
    if not rows:
        return rows
    known = Findable.objects.filter(kind=rows[0].kind, language=rows[0].language, about__in=[row.about for row in rows])
    same = set(known.values_list("about", "institution", "title", "text", "url"))
    return [row for row in rows if (row.about, row.institution_id, row.title, row.text, row.url) not in same]


def _write_many(rows: list[Findable]) -> None:
    words = [(indexed(row.title, row.language), indexed(row.text, row.language), row.pk) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(f"UPDATE web_findable SET words = {WEIGHED} WHERE id = %s", words)
            return
        cursor.executemany("DELETE FROM web_findable_words WHERE rowid = %s", [(id,) for _title, _text, id in words])
        cursor.executemany("INSERT INTO web_findable_words (title, text, rowid) VALUES (%s, %s, %s)", words)


def forget(kind: str, id: UUID) -> None:
    """The thing is found no more, in any language."""
    with transaction.atomic():
        rows = Findable.objects.filter(kind=kind, about=id)
        if connection.vendor == "sqlite":
            _run("DELETE FROM web_findable_words WHERE rowid = %s", *[[number] for number in rows.values_list("id", flat=True)])
        rows.delete()


def rebuild() -> int:
    """Stems every text anew: after a new stemmer, or a damaged index. Answers how many there are."""
    count = 0
    with transaction.atomic():
        if connection.vendor == "sqlite":
            _run("DELETE FROM web_findable_words", [])
        for row in Findable.objects.order_by("id").iterator():
            _write_words(row)
            count += 1
    return count


def _write_words(row: Findable) -> None:
    title, text = indexed(row.title, row.language), indexed(row.text, row.language)
    if connection.vendor == "postgresql":
        _run(f"UPDATE web_findable SET words = {WEIGHED} WHERE id = %s", [title, text, row.pk])
        return
    _run("DELETE FROM web_findable_words WHERE rowid = %s", [row.pk])
    _run("INSERT INTO web_findable_words (rowid, title, text) VALUES (%s, %s, %s)", [row.pk, title, text])


def _run(sql: str, *many: list[Any]) -> None:
    with connection.cursor() as cursor:
        for values in many:
            cursor.execute(sql, values)
