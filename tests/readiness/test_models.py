from milpa import ledger
from milpa.ledger.voiding import void
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.rules.gaps import Attempt, Form, Outcome
from tests.readiness.doing import attempt


def test_attempts_stand_in_the_order_in_which_they_were_made(world):
    attempt(world.rosa, "B3", alone=False)
    attempt(world.rosa, "B3", "B")
    assert PracticalTaskDone.objects.by_person([world.rosa, world.tomas]) == {
        world.rosa.pk: [Attempt("B3", Form.A, Outcome.NOT_DONE), Attempt("B3", Form.B, Outcome.ALONE)],
        world.tomas.pk: [],
    }


def test_persons_or_their_ids_may_be_asked_for(world):
    attempt(world.rosa, "B3")
    assert PracticalTaskDone.objects.by_person([world.rosa]) == PracticalTaskDone.objects.by_person([world.rosa.pk])


def test_the_latest_of_each_task_is_one_row(world):
    attempt(world.rosa, "B3", alone=False)
    attempt(world.rosa, "B3", "B")
    attempt(world.rosa, "B4")
    latest = PracticalTaskDone.objects.latest_by_person([world.rosa])[world.rosa.pk]
    assert {task: fact.form for task, fact in latest.items()} == {"B3": "B", "B4": "A"}


def test_a_voided_attempt_no_longer_counts(world, django_assert_num_queries):
    fact = attempt(world.rosa, "B3")
    void(fact, by=world.beto, why="it was somebody else's phone", id=ledger.uuid7())
    with django_assert_num_queries(1):
        assert PracticalTaskDone.objects.by_person([world.rosa]) == {world.rosa.pk: []}
