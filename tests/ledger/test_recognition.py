"""Recognise before any rule."""

import pytest
from django.db import transaction

from milpa import ledger
from milpa.people.models import Membership
from tests.world import World


def role(world: World, **changes: object) -> Membership:
    values = {"id": ledger.uuid7(), "by": world.ana, "institution_id": world.institute.id, "person": world.beto, "role": "evaluator"}
    return Membership(**values | changes)


def send(*facts: Membership) -> tuple[list, list]:
    with transaction.atomic():
        known, new = ledger.recognise(facts)
        return known, ledger.append(new)


def test_a_fact_sent_twice_is_stored_once_and_answered_as_stored(world):
    first = role(world)
    send(first)
    known, new = send(role(world, id=first.id))
    assert (len(known), new) == (1, [])
    assert known[0].recorded_at == Membership.objects.get(id=first.id).recorded_at


def test_only_the_new_part_of_a_batch_meets_the_rules(world):
    first = role(world)
    send(first)
    second = role(world, role="support")
    known, new = send(role(world, id=first.id), second)
    assert [fact.id for fact in known] == [first.id]
    assert [fact.id for fact in new] == [second.id]


def test_a_fact_twice_in_one_batch_is_new_once(world):
    fact = role(world)
    _known, new = send(fact, role(world, id=fact.id))
    assert len(new) == 1


@pytest.mark.parametrize("change", [{"role": "legal"}, {"by": "beto"}, {"institution_id": "strangers"}])
def test_another_body_author_or_institution_under_a_known_id_is_a_conflict(world, change):
    first = role(world)
    send(first)
    if change.get("by"):
        change = {"by": world.beto}
    if change.get("institution_id"):
        change = {"institution_id": world.strangers.id}
    with pytest.raises(ledger.Conflict) as refused:
        send(role(world, id=first.id, **change))
    assert refused.value.status == 409


def test_times_and_device_are_no_part_of_the_body(world):
    first = role(world)
    send(first)
    known, _new = send(role(world, id=first.id, device="other phone", said_at=ledger.now()))
    assert len(known) == 1


def test_text_that_looks_the_same_is_the_same_however_its_accents_are_written(world):
    said = {"by": world.ana, "institution_id": world.institute.id, "kind": "people.membership", "target": ledger.uuid7()}
    first = ledger.Voided(id=ledger.uuid7(), why="razo\u0301n", **said)
    again = ledger.Voided(id=first.id, why="raz\u00f3n", **said)
    with transaction.atomic():
        ledger.append([first])
    with transaction.atomic():
        known, _new = ledger.recognise([again])
    assert len(known) == 1


@pytest.mark.django_db(transaction=True)
def test_recognition_outside_a_transaction_is_a_mistake_of_the_code():
    with pytest.raises(RuntimeError):
        ledger.recognise([Membership(id=ledger.uuid7(), role="owner")])
