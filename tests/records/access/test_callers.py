"""Who is calling, from the header to the scopes."""

from datetime import timedelta

import pytest
from django.test import override_settings

from milpa.ledger import clock
from milpa.records.access import callers, uses
from milpa.records.access.callers import caller_of, remembered
from milpa.records.access.credentials import revoke, rotate
from milpa.records.access.tokens import issue
from milpa.records.models.access import Credential
from milpa.records.refusals import TooMany, Unauthorised
from tests.records.access.conftest import INSTITUTE, basic

pytestmark = pytest.mark.django_db(databases=["records"])


@override_settings(ORIGIN="https://milpa.example")
def test_a_key_and_its_secret_say_who_calls_for_which_institution_and_what_it_may(made):
    shown = made("Biblioteca", "statements/write", "statements/read/mine")
    caller = caller_of(basic(shown.credential.key, shown.secret))
    assert (caller.credential, caller.institution) == (shown.credential.id, INSTITUTE)
    assert caller.may("statements/write") and caller.may("statements/read/mine")
    assert not any(caller.may(what) for what in ("statements/read", "state", "state/read", "profile", "define"))
    assert caller.authority == {
        "objectType": "Agent",
        "account": {"homePage": "https://milpa.example", "name": str(shown.credential.id)},
        "name": "Biblioteca",
    }


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic ***",
        "Basic bm9ib2R5",
        "Bearer",
        "Bearer abc",
        "Bearer " + "ñ" * 20,
        "Digest x",
        "Basic " + "A" * 600,
        "Basic //79",
    ],
)
def test_what_is_no_credential_lets_nobody_in(made, header):
    made()
    with pytest.raises(Unauthorised):
        caller_of(header)


def test_a_wrong_secret_and_another_ones_secret_let_nobody_in(made):
    one, other = made("Una"), made("Otra")
    for secret in (one.secret + "x", other.secret, "", "\0"):
        with pytest.raises(Unauthorised):
            caller_of(basic(one.credential.key, secret))


def test_the_second_request_asks_no_database(made, django_assert_num_queries):
    header = basic((shown := made()).credential.key, shown.secret)
    assert remembered(header) is None
    with django_assert_num_queries(1, using="records"):
        first = caller_of(header)
    with django_assert_num_queries(0, using="records"):
        assert caller_of(header) == first == remembered(header)


def test_a_revoked_credential_lets_nobody_in_at_once(made):
    shown = made()
    header = basic(shown.credential.key, shown.secret)
    token = f"Bearer {issue(shown.credential.secrets.get().id, frozenset({'all'}))}"
    assert caller_of(header).credential == caller_of(token).credential
    revoke(shown.credential, by=None)
    for gone in (header, token):
        with pytest.raises(Unauthorised):
            caller_of(gone)


def test_after_a_rotation_the_old_secret_goes_on_until_its_grace_ends(made):
    shown = made()
    new = rotate(shown.credential, timedelta(hours=2), by=None)
    old_header, new_header = basic(shown.credential.key, shown.secret), basic(shown.credential.key, new.secret)
    assert caller_of(old_header).credential == caller_of(new_header).credential
    callers.forget()
    with clock.at(clock.now() + timedelta(hours=2, seconds=1)):
        assert caller_of(new_header).credential == shown.credential.id
        with pytest.raises(Unauthorised):
            caller_of(old_header)


def test_a_token_narrows_what_its_credential_may_and_ends_with_the_hour(made):
    shown = made()
    token = f"Bearer {issue(shown.credential.secrets.get().id, frozenset({'statements/read'}))}"
    caller = caller_of(token)
    assert caller.may("statements/read") and not caller.may("statements/write")
    callers.forget()
    with clock.at(clock.now() + timedelta(hours=1, seconds=1)), pytest.raises(Unauthorised):
        caller_of(token)


def test_a_token_ends_with_the_secret_it_was_got_with(made):
    shown = made()
    token = f"Bearer {issue(shown.credential.secrets.get().id, frozenset({'all'}))}"
    assert caller_of(token)
    rotate(shown.credential, timedelta(0), by=None)
    with pytest.raises(Unauthorised):
        caller_of(token)


def test_a_token_with_another_scope_written_in_is_none(made):
    shown = made("Biblioteca", "statements/read/mine")
    token = issue(shown.credential.secrets.get().id, frozenset({"statements/read/mine"}))
    for place in (0, 25, 29, 40, len(token) - 2):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(Unauthorised):
            caller_of(f"Bearer {changed}")


@override_settings(XAPI_RATE=1.0, XAPI_BURST=2.0)
def test_whoever_asks_too_often_is_told_when_to_go_on_and_others_are_not_held_up(made):
    shown, other = made("Una"), made("Otra")
    header = basic(shown.credential.key, shown.secret)
    caller_of(header), caller_of(header)
    with pytest.raises(TooMany) as no:
        caller_of(header)
    assert no.value.values["seconds"] == 1
    assert caller_of(basic(other.credential.key, other.secret))


def test_the_last_use_is_written_down_by_somebody_else_than_who_asks(made):
    shown = made()
    uses.write_down()
    with clock.at(clock.now()):
        caller_of(basic(shown.credential.key, shown.secret))
        assert Credential.objects.get().used_at is None
        assert uses.write_down() == 1
        assert Credential.objects.get().used_at == clock.now()
    assert uses.write_down() == 0
