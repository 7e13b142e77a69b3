"""The first institution of an installation."""

import pytest

from milpa.cli import found
from milpa.cli.__main__ import main
from milpa.people.models import Account, Membership

pytestmark = pytest.mark.django_db(databases=["default", "records"], transaction=True)
LINE = ["found", "Instituto Nuevo", "--person", "Ana Morales", "--email", "ana@example.org"]


def test_its_coordinator_can_sign_in_and_invite(monkeypatch, capsys):
    monkeypatch.setattr(found, "getpass", lambda asks: "una clave larga 1")
    assert main(LINE) == 0
    account = Account.objects.get(email="ana@example.org")
    assert account.check_password("una clave larga 1")
    assert set(Membership.objects.open().values_list("role", flat=True)) == {"coordinator", "administrator"}


def test_a_weak_password_makes_nothing(monkeypatch):
    monkeypatch.setattr(found, "getpass", lambda asks: "corta")
    with pytest.raises(found.Trouble):
        main(LINE)
    assert not Account.objects.exists()
