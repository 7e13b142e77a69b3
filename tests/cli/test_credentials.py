"""Credentials from the command line."""

import pytest

from milpa.cli.__main__ import main
from milpa.cli.trouble import Trouble
from milpa.records.access import callers
from milpa.records.access.refusals import NameTaken, NoSuchCredential, UnknownScope
from milpa.records.models import Credential
from milpa.records.refusals import Unauthorised
from tests.records.access.conftest import basic

pytestmark = pytest.mark.django_db(databases=["default", "records"])
OURS = ["--institution", "Instituto Ejemplo"]


def printed(capsys):
    return dict(line.split(" ", 1) for line in capsys.readouterr().out.splitlines())


def test_a_key_and_a_secret_are_printed_once_and_let_in(world, capsys):
    main(["credentials", "new", "Biblioteca", "--scope", "all", *OURS])
    told = printed(capsys)
    caller = callers.caller_of(basic(told["key"], told["secret"]))
    assert caller.institution == world.institute.id and caller.may("statements/write")
    main(["credentials", "list", *OURS])
    shown = capsys.readouterr().out
    assert told["key"] in shown and told["secret"] not in shown


def test_scopes_are_given_one_by_one_or_together(world):
    main(["credentials", "new", "Uno", "--scope", "state", "--scope", "statements/write,profile", *OURS])
    assert Credential.objects.get().scopes == "statements/write state profile"


def test_a_rotation_prints_a_new_secret_and_a_revocation_ends_all(world, capsys):
    main(["credentials", "new", "Uno", "--scope", "all", *OURS])
    old = printed(capsys)
    main(["credentials", "rotate", "Uno", "--grace", "0", *OURS])
    new = printed(capsys)
    assert callers.caller_of(basic(new["key"], new["secret"]))
    with pytest.raises(Unauthorised):
        callers.caller_of(basic(old["key"], old["secret"]))
    main(["credentials", "revoke", new["key"], *OURS])
    with pytest.raises(Unauthorised):
        callers.caller_of(basic(new["key"], new["secret"]))


@pytest.mark.parametrize(("words", "refused"), [
    (["new", "Uno", "--scope", "everything", *OURS], UnknownScope), (["new", "Uno", "--scope", "all", *OURS], NameTaken),
    (["revoke", "Nadie", *OURS], NoSuchCredential), (["revoke", "Uno", "--institution", "Instituto Ajeno"], NoSuchCredential),
    (["new", "Dos", "--scope", "all"], Trouble), (["new", "Dos", "--scope", "all", "--institution", "Nadie"], Trouble),
])  # fmt: skip
def test_what_cannot_be_done_says_why_and_makes_nothing(world, words, refused):
    main(["credentials", "new", "Uno", "--scope", "all", *OURS])
    with pytest.raises(refused):
        main(["credentials", *words])
    assert Credential.objects.count() == 1 and not Credential.objects.get().is_revoked


def test_where_no_institution_is_there_yet_it_says_how_one_is_made(db):
    with pytest.raises(Trouble, match="milpa found"):
        main(["credentials", "new", "Uno", "--scope", "all"])
