import pytest
from django.db import connection

from milpa.cli.__main__ import main
from milpa.people.models import Institution

pytestmark = pytest.mark.django_db(databases=["default", "records"], transaction=True)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def committed():
    from tests.world import institution

    return institution("Instituto Ejemplo", "vti")


def test_sound_data_has_no_fault(committed, capsys):
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "No fault.\n"


def test_a_document_changed_behind_the_ledgers_back_is_named(committed, capsys):
    Institution.objects.filter(id=committed.id).update(name="Instituto Cambiado")
    assert main(["check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert str(committed.id) in said[0]
    assert said[-1].startswith("1 faults.")


def test_a_guard_that_was_dropped_is_missed_and_made_again_by_repair(committed, capsys):
    table = "people_membership"
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    connection.cursor().execute(f"DROP TRIGGER never_edited_{table}{on}")
    assert main(["check"]) == 1
    assert table in capsys.readouterr().out
    assert main(["check", "--repair"]) == 0
