"""A statement that voids another takes it out of every answer and every sum, whichever comes first."""

from uuid import UUID, uuid4

import pytest

from milpa.records.models import Progress, Statement
from milpa.records.refusals import VoidingIsKept
from milpa.records.statements import HOME
from milpa.records.store.finding import one
from tests.records.store.told import HERE, put, put_and_index, told, voiding

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def passed(registration, scaled):
    return told(
        actor={"account": {"homePage": HOME, "name": str(UUID(int=9))}},
        context={"registration": str(registration)},
        result={"score": {"scaled": scaled}, "completion": True},
    )


def test_the_voiding_statement_may_come_first():
    wrong = told()
    void = voiding(str(wrong.id))
    put(void)
    put(wrong)
    assert Statement.objects.get(id=wrong.id).voided_by == void.id
    assert one(HERE, wrong.id)[1]


def test_a_voiding_statement_cannot_be_voided_and_nothing_of_its_batch_is_stored():
    wrong = told()
    void = voiding(str(wrong.id))
    put(wrong, void)
    batch = put(told(), voiding(str(void.id)))
    assert isinstance(batch.failed, VoidingIsKept)
    assert Statement.objects.count() == 2


def test_another_institution_voids_nothing_here():
    mine = told()
    put(voiding(str(mine.id), UUID(int=2)))
    put(mine)
    put(voiding(str(mine.id), UUID(int=2)))
    assert not one(HERE, mine.id)[1]


def test_progress_forgets_what_was_voided():
    registration = uuid4()
    good, wrong = passed(registration, 0.4), passed(registration, 1.0)
    put_and_index(good, wrong)
    assert Progress.objects.get().best == 1.0
    put_and_index(voiding(str(wrong.id)))
    row = Progress.objects.get()
    assert (row.best, row.statements) == (0.4, 1)


def test_what_was_voided_before_it_came_never_counts():
    registration = uuid4()
    wrong = passed(registration, 1.0)
    put_and_index(voiding(str(wrong.id)))
    put_and_index(wrong)
    assert not Progress.objects.exists()
