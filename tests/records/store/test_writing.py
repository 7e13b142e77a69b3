"""One transaction for all who wait: each batch whole or not at all, whatever the others bring."""

import json
from uuid import UUID, uuid4

import pytest

from milpa.records.models import Statement
from milpa.records.refusals import StatementDiffers
from milpa.records.store import writing
from milpa.records.store.counting import Numbers
from milpa.records.store.writing import Batch, Call, write
from tests.records.store.told import catch_up, put, statement, told

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def test_batches_of_one_transaction_stand_and_fall_alone():
    known = told()
    put(known)
    good, bad, twin = Batch([told()]), Batch([told(), told(id=str(known.id), result={"success": True})]), Batch([known])
    write([good, bad, twin])
    assert isinstance(bad.failed, StatementDiffers)
    assert (good.failed, twin.failed, len(good.stored), twin.stored) == (None, None, 1, [])
    assert Statement.objects.count() == 2


def test_two_batches_of_one_transaction_that_bring_the_same_id_are_compared():
    first = statement()
    same, other = told(**first), told(**first | {"verb": {"id": "https://example.org/other"}})
    batches = [Batch([told(**first)]), Batch([same]), Batch([other])]
    write(batches)
    assert [batch.failed is None for batch in batches] == [True, True, False]
    assert Statement.objects.count() == 1


def test_an_id_that_another_institution_has_stored_is_refused():
    one = told()
    put(one)
    other = put(told(UUID(int=2), id=str(one.id)))
    assert isinstance(other.failed, StatementDiffers)


def test_a_call_that_fails_takes_nothing_else_with_it():
    def broken():
        Statement.objects.filter(arrived=1).count()
        raise ValueError("as a test")

    batch, call, good = Batch([told()]), Call(broken), Call(lambda: 7)
    write([batch, call, good])
    assert (len(batch.stored), type(call.failed), good.result) == (1, ValueError, 7)
    assert Statement.objects.count() == 1


def test_stored_time_rises_by_at_least_a_microsecond_and_stands_in_the_statement():
    put(told(), told())
    put(told())
    rows = list(Statement.objects.order_by("arrived").values_list("arrived", "recorded_at", "content"))
    assert [row[0] for row in rows] == [1, 2, 3]
    assert len({row[1] for row in rows}) == 3
    assert [json.loads(bytes(row[2]))["stored"] for row in rows] == [row[1].strftime("%Y-%m-%dT%H:%M:%S.%fZ") for row in rows]


def test_a_statement_without_a_time_is_told_when_it_is_stored():
    plain = statement()
    del plain["timestamp"]
    from milpa.records.store.told import packed

    put(packed(UUID(int=1), plain))
    stored = json.loads(bytes(Statement.objects.get().content))
    assert stored["timestamp"] == stored["stored"]


def test_few_are_findable_at_once_and_many_lag_behind(monkeypatch):
    put(*[told() for _ in range(writing.AT_ONCE)])
    assert Numbers.read().lag == 0
    put(*[told() for _ in range(writing.AT_ONCE + 1)])
    assert Numbers.read().lag == writing.AT_ONCE + 1
    put(told())  # not before those that came earlier
    assert Numbers.read().lag == writing.AT_ONCE + 2
    catch_up(most=10)
    assert Numbers.read().lag == 0


def test_what_is_told_by_milpas_own_people_without_a_registration_makes_no_progress():
    from milpa.records.models import Progress
    from milpa.records.statements import HOME

    put(told(actor={"account": {"homePage": HOME, "name": str(uuid4())}}, result={"completion": True}))
    assert not Progress.objects.exists()
