"""Targets are made, paused, taken up again, and stopped."""

import pytest
from django.test import override_settings

from milpa.ledger import clock, uuid7
from milpa.records.forwarding import looking
from milpa.records.forwarding.looking import FORGOTTEN, look
from milpa.records.forwarding.passing import pass_on
from milpa.records.forwarding.refusals import NotAnIri, NotEncrypted, TargetNameTaken, WrongSecretKey
from milpa.records.forwarding.sealing import seal, unseal
from milpa.records.forwarding.targets import Wanted, go_on, make_target, pause, retry, stop
from milpa.records.forwarding.waiting import waiting
from milpa.records.models.forwarding import ForwardTarget, TargetChange
from tests.records.forwarding.conftest import INSTITUTE, STRANGERS, stored

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def handed(monkeypatch):
    """The targets that are handed to the worker."""
    seen = []
    monkeypatch.setattr(looking, "forward", type("Task", (), {"enqueue": staticmethod(seen.append)}))
    return seen


def now(target):
    return ForwardTarget.objects.get(pk=target.pk)


def test_key_and_secret_are_kept_so_that_only_this_server_reads_them(other, target):
    kept = bytes(target().sealed)
    assert b"secreto" not in kept and unseal(kept) == ("llave", "secreto")
    with override_settings(SECRET_KEY="another"), pytest.raises(WrongSecretKey):
        unseal(kept)
    assert seal("a", "b") != seal("a", "b")


def test_the_same_form_sent_twice_makes_one_target(other):
    id, wanted = uuid7(), Wanted("Ministerio", other.address, "2.0.0", "llave", "secreto")
    assert make_target(INSTITUTE, wanted, by=None, id=id) == make_target(INSTITUTE, wanted, by=None, id=id)
    assert ForwardTarget.objects.count() == 1


def test_bad_input_is_refused_and_nothing_is_made(other, target):
    with pytest.raises(NotEncrypted):
        target(address="http://lrs.example.org/")
    with pytest.raises(NotAnIri):
        target(verbs=["completed"])
    assert not ForwardTarget.objects.exists()


def test_a_name_is_taken_until_its_target_is_stopped(other, target):
    first = target("Ministerio")
    with pytest.raises(TargetNameTaken):
        target("Ministerio")
    stop(first, by=None)
    assert now(first).sealed == b""
    target("Ministerio")


def test_the_worker_is_handed_what_is_due_and_once(other, target, handed):
    to = target()
    assert look() == 0
    stored(1)
    assert (look(), look(), handed) == (1, 0, [str(to.id)])
    with clock.at(clock.now() + FORGOTTEN * 2):
        assert look() == 1  # the task was lost with its worker


def test_a_pause_is_kept_and_ended_by_hand(other, target, handed):
    to = target()
    stored(1)
    pause(to, by=None)
    assert look() == 0
    go_on(to, by=None)
    assert handed == [str(to.id)]


def test_who_paused_it_and_let_it_go_on_is_written_down_once(other, target, handed):
    to, ana = target(), uuid7()
    for act in (pause, pause, go_on, go_on, stop, stop):
        act(to, by=ana)
    assert list(TargetChange.objects.order_by("at").values_list("what", "by", "number")) == [
        ("paused", ana, 1), ("went_on", ana, 1), ("stopped", ana, 1),
    ]  # fmt: skip


def test_after_a_failure_the_next_try_waits_unless_somebody_asks_for_it_now(other, target, handed):
    to = target()
    stored(1)
    ForwardTarget.objects.update(next_at=clock.now() + FORGOTTEN)
    assert look() == 0
    retry(to)
    assert handed == [str(to.id)]


def test_the_task_does_it_and_lets_go(other, target):
    ids = stored(1, 2)
    to = target()
    ForwardTarget.objects.update(queued_at=clock.now())
    looking.forward.func(str(to.id))
    assert other.ids == ids and now(to).queued_at is None
    stop(to, by=None)
    looking.forward.func(str(to.id))
    assert other.ids == ids


def test_a_turn_that_ends_before_all_is_sent_stands_in_line_again(other, target, monkeypatch):
    monkeypatch.setattr(looking, "pass_on", lambda target: pass_on(target, seconds=0))
    ids = stored(*range(150))
    to = target()
    task, again = looking.forward, []
    monkeypatch.setattr(looking, "forward", type("Task", (), {"enqueue": staticmethod(again.append)}))
    task.func(str(to.id))
    assert other.ids == ids[:100] and again == [str(to.id)]
    ForwardTarget.objects.update(queued_at=None)
    task.func(str(to.id))
    assert other.ids == ids


def test_what_waits_is_counted_by_institution(other, target):
    stored(1, 2, 3)
    stored(1, institution=STRANGERS)
    to = target()
    assert waiting([to]) == {to: 3}
    ForwardTarget.objects.update(position=2)
    assert waiting([now(to)]) == {to: 1}
    assert waiting([]) == {}
