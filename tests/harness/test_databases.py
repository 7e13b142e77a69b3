import threading

import pytest
from django.db import connection, connections

from milpa.people.models import Institution


def test_the_world_is_there_and_gone_again_afterwards(world):
    assert Institution.objects.filter(name="Instituto Ejemplo").exists()


@pytest.mark.django_db
def test_a_test_begins_with_no_institution():
    assert not Institution.objects.exists()


@pytest.mark.django_db(transaction=True, databases=["default", "records"])
def test_another_thread_sees_what_a_transactional_test_has_committed(transactional_db):
    from tests.world import institution

    institution("Instituto Ejemplo", "vti")
    seen: list[int] = []

    def look() -> None:
        seen.append(Institution.objects.count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


@pytest.mark.django_db(transaction=True, databases=["default", "records"])
@pytest.mark.parametrize("alias", ["default", "records"])
def test_both_databases_have_their_own_tables(alias):
    tables = connections[alias].introspection.table_names()
    assert ("people_institution" in tables) == (alias == "default")


@pytest.mark.django_db
def test_records_stay_closed_for_those_who_do_not_ask():
    with pytest.raises(Exception, match="not allowed"):
        connections["records"].cursor()
