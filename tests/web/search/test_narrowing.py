"""A list narrowed by words finds the same whether few things match or many, and keeps what narrowed it before."""

from typing import Any

import pytest
from django.db import connection

from milpa.ledger import uuid7
from milpa.web import limits
from milpa.web.models import StoredFile
from milpa.web.search import index_many
from milpa.web.search.narrowing import entered_by, narrowed
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(world: World) -> list[StoredFile]:
    rows = [StoredFile(sha256=f"{n}", kind="pdf" if n % 2 else "png", size=n, name=f"{n}", institution=world.institute) for n in range(8)]
    StoredFile.objects.bulk_create(rows)
    things = [(row.id, f"Hotel número {n}" if n < 6 else "Taller", "", "/") for n, row in enumerate(rows)]
    index_many("file", world.institute, "es", [*things, (uuid7(), "Hotel de otra lista", "", "/")])
    index_many("other", world.institute, "es", [(rows[7].id, "Hotel", "", "/")])
    return rows


@pytest.mark.parametrize("most", [1_000, 3])
def test_few_or_many_the_rows_that_match_every_word_are_left(files: list[StoredFile], monkeypatch: Any, most: int) -> None:
    monkeypatch.setattr(limits, "COUNTED_ROWS", most)
    pdf = StoredFile.objects.filter(kind="pdf")
    assert list(narrowed(pdf, "file", "hoteles").order_by("size")) == [files[1], files[3], files[5]]
    assert list(narrowed(pdf, "file", "hotel numero 3")) == [files[3]]
    assert list(narrowed(pdf, "file", "nada")) == []
    assert list(narrowed(StoredFile.objects.all(), "file", "hotel").exclude(size__gt=1).order_by("size")) == files[:2]


def test_rows_that_are_few_are_entered_by_their_ids(files: list[StoredFile]) -> None:
    chosen = entered_by(StoredFile.objects.filter(institution=files[0].institution_id, kind="pdf"), [row.id for row in files[:4]])
    assert set(chosen) == {files[1], files[3]} and set(chosen.filter(size=3)) == {files[3]}
    if connection.vendor == "sqlite":
        assert "(id=?)" in chosen.order_by("name").explain()
