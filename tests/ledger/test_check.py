"""`milpa check` finds what is not as it must be, and mends what can be computed again."""

import pytest
from django.db import connection, transaction

from milpa import ledger
from milpa.ledger.check import problems, repair
from milpa.ledger.models.documents import Revision
from milpa.people.models import Membership
from tests.ledger.test_recognition import role, send

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def faults():
    return list(problems())


def test_a_sound_database_has_no_problems(world):
    assert faults() == []


def test_bytes_that_were_tampered_with_are_found(world):
    Revision.objects.filter(document=world.id).update(content=b"{}")
    assert any("programmes.programme" in fault for fault in faults())


def test_a_document_changed_behind_the_ledger_is_found(world):
    type(world.programme).objects.filter(id=world.id).update(title="a escondidas")
    assert len(faults()) == 1


def test_a_lost_voiding_is_found_and_repaired(world):
    fact = role(world)
    send(fact)
    with transaction.atomic():
        ledger.void(fact, by=world.ana, why="por error")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_membership SET voided_by = NULL")
    assert len(faults()) == 1
    with transaction.atomic():
        repair()
    assert faults() == []
    assert Membership.objects.get(id=fact.id).voided_by is not None
