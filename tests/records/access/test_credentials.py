"""Credentials are made, get a new secret, and are revoked."""

from datetime import timedelta

import pytest

from milpa.ledger import uuid7
from milpa.records.access.credentials import make_credential, revoke, rotate
from milpa.records.access.refusals import BadGrace, NameMissing, NameTaken, NoScope, Revoked, UnknownScope
from milpa.records.models.access import Credential, CredentialSecret
from tests.records.access.conftest import INSTITUTE

pytestmark = pytest.mark.django_db(databases=["records"])


def test_the_secret_is_given_back_once_and_only_its_digest_is_kept(made):
    shown = made()
    kept = bytes(CredentialSecret.objects.get().digest)
    assert len(shown.secret) == 43 and len(kept) == 32
    assert shown.secret.encode() not in kept


def test_the_same_form_sent_twice_makes_one_credential_and_shows_its_secret_once():
    id = uuid7()
    first = make_credential(INSTITUTE, "Biblioteca", ["all"], by=None, id=id)
    again = make_credential(INSTITUTE, "Biblioteca", ["all"], by=None, id=id)
    assert again.credential == first.credential and first.secret and not again.secret
    assert CredentialSecret.objects.count() == 1


def test_a_name_is_taken_until_its_credential_is_revoked(made):
    first = made("Biblioteca")
    with pytest.raises(NameTaken):
        made("  Biblioteca ")
    revoke(first.credential, by=None)
    assert made("Biblioteca").credential.key != first.credential.key


def test_another_institution_may_use_the_same_name(made):
    made("Biblioteca")
    assert make_credential(uuid7(), "Biblioteca", ["all"], by=None).secret


@pytest.mark.parametrize(("name", "scopes", "refused"), [
    ("", ["all"], NameMissing), ("n" * 121, ["all"], NameMissing), ("Uno", [], NoScope), ("Uno", ["all", "everything"], UnknownScope),
])  # fmt: skip
def test_what_is_missing_or_unknown_is_refused_and_nothing_is_made(name, scopes, refused):
    with pytest.raises(refused):
        make_credential(INSTITUTE, name, scopes, by=None)
    assert not Credential.objects.exists()


def test_scopes_stand_in_the_tables_order_each_once():
    shown = make_credential(INSTITUTE, "Uno", ["state", "statements/write", "state"], by=None)
    assert shown.credential.scopes == "statements/write state"


def test_a_rotation_sent_twice_makes_one_new_secret(made):
    shown, id = made(), uuid7()
    assert rotate(shown.credential, timedelta(days=1), by=None, id=id).secret
    assert rotate(shown.credential, timedelta(days=1), by=None, id=id).secret == ""
    assert CredentialSecret.objects.count() == 2


def test_a_second_rotation_does_not_lengthen_the_first_grace(made):
    shown = made()
    rotate(shown.credential, timedelta(hours=1), by=None)
    before = CredentialSecret.objects.exclude(until=None).get()
    rotate(shown.credential, timedelta(days=3), by=None)
    assert CredentialSecret.objects.get(id=before.id).until == before.until
    rotate(shown.credential, timedelta(0), by=None)
    assert CredentialSecret.objects.open().count() == 1


@pytest.mark.parametrize("grace", [timedelta(seconds=-1), timedelta(days=31)])
def test_a_grace_is_at_most_a_month(made, grace):
    with pytest.raises(BadGrace):
        rotate(made().credential, grace, by=None)


def test_a_revoked_credential_gets_no_new_secret(made):
    credential = made().credential
    revoke(credential, by=None)
    with pytest.raises(Revoked):
        rotate(credential, timedelta(0), by=None)
