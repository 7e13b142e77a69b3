"""Facts are never edited, also by hand-written SQL."""

import pytest
from django.db import DatabaseError, connection, transaction

from milpa import ledger
from milpa.ledger import triggers
from milpa.ledger.derived import empty
from milpa.people.models import Invitation, Membership
from tests.ledger.test_recognition import role, send


def by_hand(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_every_table_of_facts_is_guarded(db):
    assert triggers.missing("default") == []


def test_a_column_of_the_body_cannot_be_changed_by_hand(world):
    send(role(world))
    with pytest.raises(DatabaseError, match="never edited"):
        by_hand("UPDATE people_membership SET role = 'administrator'")


def test_a_migration_that_drops_the_trigger_gets_it_back(world):
    name = "never_edited_people_membership"
    by_hand(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else " ON people_membership"))
    assert triggers.missing("default") == ["people_membership"]
    triggers.make("default")
    assert triggers.missing("default") == []


def test_free_text_can_be_emptied_but_not_filled_again(world):
    asked = Invitation(
        id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, token_hash="x", role="owner", name="Rosa", until=ledger.now()
    )
    with transaction.atomic():
        ledger.append([asked])
    empty("people.invitation", asked.id)
    assert Invitation.objects.get(id=asked.id).name == ""
    with pytest.raises(DatabaseError, match="never edited"):
        by_hand("UPDATE people_invitation SET name = 'Otra'")


def test_derived_columns_may_change(world):
    send(role(world))
    by_hand("UPDATE people_membership SET closed_by = NULL")
    assert Membership.objects.filter(role="evaluator").exists()
