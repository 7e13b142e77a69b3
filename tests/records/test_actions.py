"""Statements are stored once, numbered without holes, and rolled up in the same transaction."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from milpa.records.actions import append, rebuild
from milpa.records.models import Counter, Progress, Statement
from milpa.records.refusals import StatementDiffers
from milpa.records.statements import Said, activity_id

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])

NINE = datetime(2026, 5, 4, 15, tzinfo=UTC)
ENROLMENT, PERSON, INSTITUTION, LESSON = uuid4(), uuid4(), uuid4(), uuid4()


def said(verb="experienced", **changes):
    values = {
        "id": uuid4(), "institution": INSTITUTION, "person": PERSON, "verb": verb, "activity": activity_id("lesson", LESSON),
        "name": "Una foto que invita", "language": "es", "registration": ENROLMENT, "at": NINE,
    }  # fmt: skip
    return Said(**values | changes)


def test_a_statement_sent_twice_is_stored_once():
    one = said()
    append([one])
    again = append([one])
    assert (Statement.objects.count(), again) == (1, [])


def test_the_same_id_with_other_words_is_refused_and_leaves_nothing_of_its_batch():
    one, other = said(), said()
    append([one])
    with pytest.raises(StatementDiffers):
        append([other, replace(one, verb="completed")])
    assert not Statement.objects.filter(id=other.id).exists()


def test_numbers_have_no_holes_and_stored_times_rise():
    append([said(), said()])
    append([said()])
    rows = list(Statement.objects.order_by("arrived").values_list("arrived", "recorded_at"))
    assert [number for number, _at in rows] == [1, 2, 3] == list(range(1, Counter.objects.get().arrived + 1))
    assert sorted({at for _number, at in rows}) == [at for _number, at in rows]


def test_progress_follows_whatever_the_order_of_arrival():
    early, late = NINE - timedelta(hours=1), NINE + timedelta(hours=1)
    append([said("passed", at=late, scaled=0.5), said(at=NINE)])
    append([said("passed", at=early, scaled=0.9)])
    [row] = Progress.objects.all()
    assert (row.first_at, row.last_at, row.passed_at, row.best, row.statements) == (early, late, early, 0.9, 3)


def test_rebuilding_gives_the_same_answer():
    append([said(), said("completed"), said("passed", activity=activity_id("quiz", LESSON), scaled=1.0)])
    kept = [name.attname for name in Progress._meta.concrete_fields if name.name != "id"]
    before = list(Progress.objects.order_by("activity").values(*kept))
    told = []
    rebuild(lambda done, total: told.append((done, total)), batch=2)
    assert list(Progress.objects.order_by("activity").values(*kept)) == before
    assert told[-1] == (3, 3)
