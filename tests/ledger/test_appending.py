"""Order everywhere is (recorded_at, id), and the node's counter has no holes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from milpa import ledger
from milpa.ledger import clock
from milpa.people.models import Membership
from tests.ledger.test_recognition import role, send

NOON = datetime(2027, 5, 4, 12, tzinfo=UTC)


def test_each_fact_of_a_batch_has_its_own_number_and_moment(world):
    _known, new = send(*(role(world, role=slug) for slug in ("legal", "finance", "support")))
    assert [fact.arrived - new[0].arrived for fact in new] == [0, 1, 2]
    assert len({fact.recorded_at for fact in new}) == 3


def test_time_rises_even_when_the_clock_stands_still_or_goes_back(world):
    with clock.at(NOON):
        _k, [first] = send(role(world))
        _k, [second] = send(role(world, role="legal"))
    with clock.at(NOON - timedelta(hours=3)):
        _k, [third] = send(role(world, role="finance"))
    assert first.recorded_at < second.recorded_at < third.recorded_at == NOON + timedelta(microseconds=2)


def test_what_is_read_back_is_what_was_appended(world):
    fact = role(world)
    send(fact)
    read = Membership.objects.get(id=fact.id)
    assert (read.role, read.by, read.person, bytes(read.salt)) == ("evaluator", world.ana, world.beto, fact.salt)
    assert len(bytes(read.body_hash)) == 32


def test_a_broken_constraint_is_an_error_and_never_swallowed(world):
    fact = role(world)
    fact.role = None
    with pytest.raises(IntegrityError), transaction.atomic():
        ledger.append([fact])


def test_a_transaction_that_fails_gives_its_numbers_back(world):
    _k, [before] = send(role(world))
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        ledger.append([role(world, role="legal")])
        raise ZeroDivisionError
    _k, [after] = send(role(world, role="finance"))
    assert after.arrived == before.arrived + 1


@pytest.mark.parametrize("verb", ["update", "delete", "create", "bulk_create"])
def test_fact_querysets_have_no_other_verb(world, verb):
    values = {"update": ((), {"role": "x"}), "delete": ((), {}), "create": ((), {}), "bulk_create": (([],), {})}
    args, kwargs = values[verb]
    with pytest.raises(TypeError):
        getattr(Membership.objects.all(), verb)(*args, **kwargs)
