"""What is written in one statement for all rows is the same on both databases."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from milpa.ledger.router import RECORDS
from milpa.records.models import Term
from milpa.records.store import dialect

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])

HERE = UUID(int=1)
TERM = {"institution": "uuid", "kind": "smallint", "value": "text", "uses": "bigint"}


def terms(*rows):
    with dialect.Cursor() as cursor:
        cursor.insert("records_term", TERM, [(dialect.uid(HERE), kind, value, uses) for kind, value, uses in rows])


def stored():
    return list(Term.objects.order_by("kind", "value").values_list("institution", "kind", "value", "uses"))


def test_rows_are_inserted_together_whatever_stands_in_them():
    terms()
    terms((1, 'a "quoted" {word}, with ñ and \\', 0), (2, "", 5_000_000_000), (2, "NULL", 1))
    assert stored() == [(HERE, 1, 'a "quoted" {word}, with ñ and \\', 0), (HERE, 2, "", 5_000_000_000), (HERE, 2, "NULL", 1)]


def test_each_row_rises_by_its_own_amount():
    terms((1, "one", 0), (1, "other", 7), (1, "untouched", 3))
    one, other, _untouched = Term.objects.order_by("value").values_list("id", flat=True)
    with dialect.Cursor() as cursor:
        cursor.add("records_term", "uses", {other: 2, one: 40})
    assert [row[3] for row in stored()] == [40, 9, 3]


def test_what_is_written_together_fails_as_djangos_own_writing_does():
    terms((1, "one", 0))
    with pytest.raises(IntegrityError), transaction.atomic(using=RECORDS), dialect.together():
        terms((1, "other", 0), (1, "one", 0))
    assert [row[2] for row in stored()] == ["one"]


def test_a_moment_without_microseconds_is_read_as_it_was_written():
    at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert dialect.read_moment(dialect.moment(at)) == at
