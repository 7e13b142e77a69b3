from datetime import UTC, datetime

import pytest

from milpa import ledger
from milpa.ledger.erasing import erase_texts
from milpa.people.models import Person
from milpa.readiness.actions.recording import record_attempt, record_seen
from milpa.readiness.models import PracticalTaskDone
from milpa.readiness.refusals import TaskUnreadable
from milpa.readiness.rules.gaps import Form, Outcome
from milpa.readiness.tasks.events import reread
from tests.readiness.doing import attempt
from tests.readiness.tasks.right_paths import raw, right


def send(by, person, id=None, task="B3", form=Form.A, events=None, **more):
    return record_attempt(by, person.pk, id or ledger.uuid7(), task, form, raw(right(task, form)) if events is None else events, **more)


def test_a_task_done_on_the_phone_is_stored_with_its_outcome_and_its_events(world):
    fact = send(world.rosa, world.rosa, said_at=datetime(2026, 3, 2, tzinfo=UTC))
    stored = PracticalTaskDone.objects.get(id=fact.id)
    assert (stored.outcome, stored.hints, stored.reasons, stored.accompanied_by) == (Outcome.ALONE, 0, "", None)
    assert [event.did for event in reread(stored.events)] == ["begin", *(act[0] for act in right("B3", "A")), "finish"]
    assert stored.said_at == datetime(2026, 3, 2, tzinfo=UTC)


def test_the_server_decides_and_not_the_phone(world):
    stored = send(world.rosa, world.rosa, events=raw([("connect", "wifi"), ("stored", "2")]))
    assert (stored.outcome, stored.reasons) == (Outcome.NOT_DONE, "lesson_not_stored")


def test_a_hint_is_help_and_never_used_is_not_attempted(world):
    helped = send(world.rosa, world.rosa, events=raw([("hint", "1"), *right("B3", "A")]))
    left = send(world.rosa, world.rosa, events=raw([], last="never_used"))
    assert [fact.outcome for fact in (helped, left)] == [Outcome.WITH_HELP, Outcome.NOT_ATTEMPTED]


def test_a_task_sent_twice_by_a_phone_that_lost_the_answer_counts_once(world):
    id = ledger.uuid7()
    assert send(world.rosa, world.rosa, id).pk == send(world.rosa, world.rosa, id).pk
    assert PracticalTaskDone.objects.count() == 1


def test_another_task_under_a_known_id_is_a_conflict(world):
    id = ledger.uuid7()
    send(world.rosa, world.rosa, id)
    with pytest.raises(ledger.Conflict):
        send(world.rosa, world.rosa, id, events=raw([]))
    with pytest.raises(ledger.Conflict):
        send(world.lidia, world.lidia, id)


@pytest.mark.parametrize(("task", "events"), [("B3", "none"), ("B3", [{"at_ms": 0, "did": "fly"}]), ("B99", [])])
def test_what_no_practice_phone_sends_is_refused_and_nothing_is_stored(world, task, events):
    with pytest.raises(TaskUnreadable):
        record_attempt(world.rosa, world.rosa.pk, ledger.uuid7(), task, Form.A, events)
    assert not PracticalTaskDone.objects.exists()


def test_beside_a_facilitator_it_is_the_persons_own_and_says_who_was_there(world):
    fact = attempt(world.rosa, "B1", by=world.beto)
    assert (fact.person, fact.by, fact.accompanied_by) == (world.rosa, world.beto, world.beto)


def test_what_a_facilitator_saw_at_the_door_is_on_record_without_events(world):
    fact = record_seen(world.beto, world.rosa.pk, ledger.uuid7(), "B1", Form.A, Outcome.WITH_HELP)
    assert (fact.outcome, fact.events, fact.accompanied_by) == (Outcome.WITH_HELP, "", world.beto)


def test_seen_twice_with_one_id_it_is_once(world):
    id = ledger.uuid7()
    for _ in range(2):
        record_seen(world.beto, world.rosa.pk, id, "B1", Form.A, Outcome.ALONE)
    assert PracticalTaskDone.objects.count() == 1


def test_an_unknown_task_was_not_seen(world):
    with pytest.raises(TaskUnreadable):
        record_seen(world.beto, world.rosa.pk, ledger.uuid7(), "B99", Form.A, Outcome.ALONE)


@pytest.mark.parametrize("who", ["tomas", "carmen", "elena", "diego"])
def test_who_does_not_accompany_can_record_nothing_for_another(world, who):
    with pytest.raises(Person.DoesNotExist):
        send(getattr(world, who), world.rosa)
    with pytest.raises(Person.DoesNotExist):
        record_seen(getattr(world, who), world.rosa.pk, ledger.uuid7(), "B1", Form.A, Outcome.ALONE)


def test_a_facilitator_cannot_reach_another_institutions_owner(world, fatima):
    with pytest.raises(Person.DoesNotExist):
        send(world.beto, fatima)


def test_at_her_wish_what_rosa_touched_is_emptied_and_the_outcome_stays(world):
    fact = send(world.rosa, world.rosa)
    erase_texts(world.rosa)
    stored = PracticalTaskDone.objects.get(id=fact.id)
    assert (stored.events, stored.outcome) == ("", Outcome.ALONE)
    assert send(world.rosa, world.rosa, fact.id).pk == fact.pk  # a repeat of what was erased is answered as stored
