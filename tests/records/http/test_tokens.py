"""OAuth 2 client credentials, as RFC 6749 words them in 4.4 and 5.2."""

import json
from urllib.parse import urlencode

import pytest

from milpa.records.access import callers
from milpa.records.access.credentials import make_credential, revoke
from milpa.records.http.tokens import FORM, answered
from tests.records.access.conftest import INSTITUTE, basic

pytestmark = pytest.mark.django_db(databases=["records"])
GRANT = {"grant_type": "client_credentials"}


@pytest.fixture
def shown():
    callers.forget()
    return make_credential(INSTITUTE, "Biblioteca", ["statements/write", "statements/read"], by=None)


def asked(form, authorization="", kind=FORM, method="POST"):
    headers = {"content-type": kind} | ({"authorization": authorization} if authorization else {})
    status, answer, body = answered(method, headers, urlencode(form).encode() if isinstance(form, dict) else form)
    return status, answer, json.loads(body)


def test_a_client_gets_a_token_by_basic_or_in_the_form(shown):
    key = shown.credential.key
    by_header = asked(GRANT, basic(key, shown.secret))
    by_form = asked(GRANT | {"client_id": key, "client_secret": shown.secret})
    for status, headers, told in (by_header, by_form):
        assert status == 200 and headers["Cache-Control"] == "no-store" and headers["Pragma"] == "no-cache"
        assert (told["token_type"], told["expires_in"], told["scope"]) == ("Bearer", 3600, "statements/write statements/read")
        assert callers.caller_of(f"Bearer {told['access_token']}").credential == shown.credential.id


def test_a_token_may_be_for_less(shown):
    _, _, told = asked(GRANT | {"scope": "statements/read/mine"}, basic(shown.credential.key, shown.secret))
    assert told["scope"] == "statements/read/mine"
    assert not callers.caller_of(f"Bearer {told['access_token']}").may("statements/read")


@pytest.mark.parametrize("scope", ["state", "all", "statements/read profile", "nonsense"])
def test_never_for_more(shown, scope):
    status, _, told = asked(GRANT | {"scope": scope}, basic(shown.credential.key, shown.secret))
    assert (status, told["error"]) == (400, "invalid_scope")


@pytest.mark.parametrize(("form", "kind", "error"), [
    ({}, FORM, "invalid_request"), ({"grant_type": "password"}, FORM, "unsupported_grant_type"),
    (b"grant_type=client_credentials&grant_type=client_credentials", FORM, "invalid_request"),
    (GRANT, "application/json", "invalid_request"), (b"\xff\xfe=1", FORM, "invalid_request"),
    (b"&".join([b"a=1"] * 30), FORM, "invalid_request"),
])  # fmt: skip
def test_what_is_no_request_for_a_token_is_answered_in_the_standards_words(shown, form, kind, error):
    status, headers, told = asked(form, basic(shown.credential.key, shown.secret), kind)
    assert (status, told["error"]) == (400, error) and "WWW-Authenticate" not in headers


def test_a_client_that_is_not_known_is_asked_who_it_is(shown):
    for form, authorization in [
        (GRANT, basic(shown.credential.key, "wrong")),
        (GRANT, "Bearer x"),
        (GRANT, ""),
        (GRANT | {"client_id": "another"}, basic(shown.credential.key, shown.secret)),
        (GRANT | {"client_id": "\0", "client_secret": "\0"}, ""),
    ]:
        status, headers, told = asked(form, authorization)
        assert (status, told["error"]) == (401, "invalid_client") and headers["WWW-Authenticate"].startswith("Basic ")


def test_two_ways_of_saying_who_one_is_are_refused(shown):
    form = GRANT | {"client_id": shown.credential.key, "client_secret": shown.secret}
    status, _, told = asked(form, basic(shown.credential.key, shown.secret))
    assert (status, told["error"]) == (400, "invalid_request")


def test_a_revoked_client_gets_no_token(shown):
    revoke(shown.credential, by=None)
    status, _, told = asked(GRANT, basic(shown.credential.key, shown.secret))
    assert (status, told["error"]) == (401, "invalid_client")


def test_a_token_is_asked_for_by_post(shown):
    status, headers, _ = asked({}, method="GET")
    assert (status, headers["Allow"]) == (405, "POST")
