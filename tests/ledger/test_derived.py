"""Voiding and closing: always the first in order that is not itself voided."""

from datetime import UTC, datetime

from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from milpa import ledger
from milpa.ledger.derived import first_that_counts
from milpa.people.models import Membership, MembershipClosed
from tests.ledger.test_recognition import role, send


def closing(world, membership):
    return MembershipClosed(id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, membership=membership)


def again(fact):
    return type(fact).objects.get(id=fact.id)


def test_a_voided_fact_carries_what_voided_it_and_its_voiding_can_be_voided(world):
    fact = role(world)
    send(fact)
    with transaction.atomic():
        first = ledger.void(fact, by=world.ana, why="por error")
    assert again(fact).voided_by == first.id
    with transaction.atomic():
        ledger.void(first, by=world.ana, why="no era error")
    assert again(fact).voided_by is None


def test_the_first_closing_counts_and_voiding_it_leaves_the_second(world):
    fact = role(world)
    send(fact)
    _k, [first] = send(closing(world, fact))
    _k, [second] = send(closing(world, fact))
    assert again(fact).closed_by == first.id
    with transaction.atomic():
        ledger.void(first, by=world.ana, why="no fue así")
    assert again(fact).closed_by == second.id
    assert not Membership.objects.open().filter(id=fact.id).exists()


def test_a_voiding_that_came_before_its_target_counts_when_the_target_arrives(world):
    fact = role(world)
    early = ledger.Voided(
        id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, kind="people.membership", target=fact.id, why="llegó antes"
    )
    send(early)
    send(fact)
    assert again(fact).voided_by == early.id


moments = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2026, 12, 31), timezones=st.just(UTC))
abouts = st.lists(st.tuples(moments, st.uuids(), st.one_of(st.none(), st.uuids())), max_size=6)


@given(abouts, st.randoms())
def test_the_answer_does_not_depend_on_the_order_of_arrival(facts, random):
    shuffled = list(facts)
    random.shuffle(shuffled)
    assert first_that_counts(facts) == first_that_counts(shuffled)


@given(abouts)
def test_what_counts_is_never_itself_voided(facts):
    answer = first_that_counts(facts)
    standing = {id for _at, id, voided in facts if voided is None}
    assert (answer in standing) if standing else (answer is None)


def test_nothing_said_means_nothing_counts():
    assert first_that_counts([]) is None
