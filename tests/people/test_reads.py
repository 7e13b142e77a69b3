"""Who asks is read in one query, and is what the models would say."""

from typing import Any

import pytest

from milpa import ledger
from milpa.ledger import uuid7
from milpa.people import reads
from milpa.people.models import Account, Membership, MembershipClosed
from milpa.people.standing import roles_of

pytestmark = pytest.mark.django_db


def every_field(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_the_account_its_person_and_institution_are_as_the_models_read_them(world, django_assert_num_queries):
    expected = Account.objects.select_related("person__institution").get(person=world.ana)
    with django_assert_num_queries(1):
        found = reads.account(expected.pk)
        assert found is not None
        person = found.person
        assert person is not None
        said = [every_field(found), every_field(person), every_field(person.institution)]
        roles = roles_of(person)
    assert said == [every_field(expected), every_field(expected.person), every_field(expected.person.institution)]
    assert roles == frozenset(Membership.objects.open().filter(person=world.ana).values_list("role", flat=True)) != frozenset()


def test_a_role_counts_from_when_it_is_given_until_it_is_ended(world):
    account, about = Account.objects.get(person=world.beto), {"by": world.ana, "institution": world.ana.institution}

    def roles() -> frozenset[str]:
        found = reads.account(account.pk)
        assert found is not None
        return roles_of(found.person)

    before = roles()
    [given] = ledger.append([Membership(id=uuid7(), person=world.beto, role="instructor", **about)])
    assert roles() == before | {"instructor"} != before
    ledger.append([MembershipClosed(id=uuid7(), membership=given, **about)])
    assert roles() == before


def test_an_account_that_was_closed_is_nobody(world):
    account = Account.objects.get(person=world.ana)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert reads.account(account.pk) is None
    assert reads.account(0) is None


def test_an_account_without_a_person_is_an_account(db):
    account = Account.objects.create_user("nobody@example.org", "a long password")
    found = reads.account(account.pk)
    assert found == account and found.person is None
