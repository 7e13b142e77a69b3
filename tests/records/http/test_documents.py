"""States, agent profiles and activity profiles, as they are asked for over HTTP."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from milpa.ledger import clock
from milpa.records import limits
from milpa.records.documents import listing
from milpa.records.http import activity_profile, agent_profile, state
from milpa.records.models.documents import Document
from milpa.records.refusals import Forbidden
from milpa.records.rules.problems import Malformed
from tests.records.http.asked import LESSON, ROSA, ask, caller, status, without

pytestmark = pytest.mark.django_db(databases=["records"])

JSON = "application/json"
NINE = datetime(2026, 5, 4, 15, tzinfo=UTC)
STATE = {"activityId": LESSON, "agent": ROSA, "stateId": "marcador"}
RESOURCES = [
    (state.answer, STATE, "stateId", "state"),
    (agent_profile.answer, {"agent": ROSA, "profileId": "voz"}, "profileId", "profile"),
    (activity_profile.answer, {"activityId": LESSON, "profileId": "temas"}, "profileId", "profile"),
]
each_resource = pytest.mark.parametrize(("handler", "one", "name", "scope"), RESOURCES, ids=["state", "agent", "activity"])
both_versions = pytest.mark.parametrize("version", ["1.0.3", "2.0.0"])
NEW = {"if_none_match": "*"}


@each_resource
@both_versions
def test_a_document_is_put_read_joined_listed_and_deleted(handler, one, name, scope, version):
    put = ask(handler, "PUT", one, b'{"a": 1}', version=version, content_type=JSON, **NEW)
    got = ask(handler, "GET", one, version=version)
    assert (put.status, got.status, got.body) == (204, 200, b'{"a": 1}')
    assert got.headers["etag"] == put.headers["etag"] and got.headers["content-type"] == JSON
    assert ask(handler, "POST", one, b'{"b": 2}', version=version, content_type=JSON).status == 204
    assert json.loads(ask(handler, "GET", one, version=version).body) == {"a": 1, "b": 2}
    assert json.loads(ask(handler, "GET", without(one, [name]), version=version).body) == [one[name]]
    assert ask(handler, "DELETE", one, version=version).status == 204
    assert status(handler, "GET", one, version=version) == 404
    assert json.loads(ask(handler, "GET", without(one, [name]), version=version).body) == []


@each_resource
def test_head_says_what_get_says(handler, one, name, scope):
    ask(handler, "POST", one, b"x", content_type="text/plain")
    assert ask(handler, "HEAD", one) == ask(handler, "GET", one)


@each_resource
def test_bytes_and_their_type_are_given_back_and_a_browser_runs_none_of_them(handler, one, name, scope):
    body = bytes(range(256))
    ask(handler, "POST", one, body, content_type="text/html; charset=x")
    got = ask(handler, "GET", one)
    assert (got.body, got.headers["content-type"]) == (body, "text/html; charset=x")
    assert got.headers["x-content-type-options"] == "nosniff" and "sandbox" in got.headers["content-security-policy"]


def test_bytes_that_came_without_a_type_are_only_bytes():
    ask(state.answer, "POST", STATE, b"x")
    assert ask(state.answer, "GET", STATE).headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("content_type", ["text/plain\r\nX-Evil: 1", "x" * 300, "ñ/x"])
def test_a_type_that_could_not_be_answered_is_refused(content_type):
    assert status(state.answer, "POST", STATE, b"x", content_type=content_type) == 400


@each_resource
def test_when_it_was_last_changed_is_said_of_a_document_and_of_a_list(handler, one, name, scope):
    with clock.at(NINE):
        ask(handler, "POST", one, b"{}", content_type=JSON)
    for asked in (one, without(one, [name])):
        assert ask(handler, "GET", asked).headers["last-modified"] == "Mon, 04 May 2026 15:00:00 GMT"


@each_resource
@pytest.mark.parametrize(("since", "listed"), [(NINE - timedelta(seconds=1), 1), (NINE, 0)])
def test_since_lists_what_was_changed_after_it(handler, one, name, scope, since, listed):
    with clock.at(NINE):
        ask(handler, "POST", one, b"x")
    got = ask(handler, "GET", without(one, [name]) | {"since": since.isoformat()})
    assert len(json.loads(got.body)) == listed


def test_a_list_that_is_too_long_leads_on_to_the_rest(monkeypatch):
    monkeypatch.setattr(listing.ids, "__defaults__", (None, None, 2))
    for place, id in enumerate("abc"):
        with clock.at(NINE + timedelta(seconds=place)):
            ask(state.answer, "POST", STATE | {"stateId": id}, b"x")
    got = ask(state.answer, "GET", without(STATE, ["stateId"]))
    assert json.loads(got.body) == ["a", "b"]
    assert "since=2026-05-04T15%3A00%3A01.000000Z" in got.headers["link"] and got.headers["link"].endswith('rel="next"')


@each_resource
@both_versions
def test_a_stale_etag_changes_nothing(handler, one, name, scope, version):
    ask(handler, "POST", one, b'{"a": 1}', content_type=JSON, version=version)
    for method in ("PUT", "POST", "DELETE"):
        assert status(handler, method, one, b'{"a": 2}', content_type=JSON, version=version, if_match='"1234"') == 412
    assert status(handler, "PUT", one, b"{}", content_type=JSON, version=version, **NEW) == 412
    assert ask(handler, "GET", one, version=version).body == b'{"a": 1}'


@each_resource
@both_versions
def test_put_over_what_stands_needs_a_header_but_for_a_state_of_1_0_3(handler, one, name, scope, version):
    ask(handler, "POST", one, b"1", version=version)
    first_state = handler is state.answer and version == "1.0.3"
    assert status(handler, "PUT", one, b"2", version=version) == (204 if first_state else 409)


@each_resource
def test_a_document_over_the_limit_is_too_large(handler, one, name, scope):
    assert status(handler, "POST", one, b"x" * (limits.DOCUMENT + 1)) == 413


@each_resource
@both_versions
@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
def test_what_names_the_document_has_to_be_there_and_right(handler, one, name, scope, version, method):
    def refused(asked):
        return status(handler, method, asked, b"x", version=version, **NEW) == 400

    for needed in without(one, [name]):
        assert refused(without(one, [needed])) and refused(one | {needed: "true"})
    if method in ("PUT", "POST"):
        assert refused(without(one, [name]))
    assert refused(one | {"otro": "x"}) and refused(without(one, [name]) | {name.upper(): "x"})
    assert refused(without(one, [name]) | {"since": "ayer"})


@each_resource
def test_only_who_may_keep_documents_does_and_only_who_may_read_them_does(handler, one, name, scope):
    other = "profile" if scope == "state" else "state"
    for scopes in (("all/read",), (other,), ("statements/write", "statements/read", "define"), ()):
        by = caller(*scopes or ["define"])
        for method in ("PUT", "POST", "DELETE"):
            assert status(handler, method, one, b"x", by=by, **NEW) == 403
        assert status(handler, "GET", one, by=by) == (404 if scopes == ("all/read",) else 403)
    assert status(handler, "PUT", one, b"x", by=caller(scope), **NEW) == 204
    assert status(handler, "GET", one, by=caller(scope)) == 200


def test_who_may_not_is_refused_before_anything_is_said_of_the_question():
    with pytest.raises(Forbidden):
        ask(state.answer, "GET", {"otro": "x"}, by=caller("define"))


@each_resource
def test_the_stranger_institution_sees_nothing_and_changes_nothing(handler, one, name, scope):
    ask(handler, "POST", one, b"de Ana")
    elena = caller("all", institution=uuid4())
    assert status(handler, "GET", one, by=elena) == 404
    assert ask(handler, "GET", without(one, [name]), by=elena).body == b"[]"
    ask(handler, "DELETE", one, by=elena)
    ask(handler, "PUT", one, b"de Elena", by=elena, **NEW)
    assert ask(handler, "GET", one).body == b"de Ana"


def test_all_states_of_a_registration_are_deleted_at_once():
    registration = str(uuid4())
    for more in ({}, {"registration": registration}):
        ask(state.answer, "POST", STATE | more, b"x")
    of_all = without(STATE, ["stateId"])
    assert ask(state.answer, "DELETE", of_all | {"registration": registration.upper()}).status == 204
    assert status(state.answer, "GET", STATE | {"registration": registration}) == 404
    assert ask(state.answer, "DELETE", of_all).status == 204
    assert ask(state.answer, "GET", of_all).body == b"[]"


@each_resource
def test_profiles_are_only_deleted_by_name(handler, one, name, scope):
    expected = 204 if handler is state.answer else 400
    assert status(handler, "DELETE", without(one, [name])) == expected


@pytest.mark.parametrize("method", ["PATCH", "OPTIONS", "TRACE", "get", ""])
def test_other_methods_are_unknown(method):
    assert status(state.answer, method, STATE) == 405


@pytest.mark.parametrize("letters", ["a\0b", "\ud800"])
def test_an_id_that_no_database_can_hold_is_refused(letters):
    with pytest.raises(Malformed):
        ask(state.answer, "PUT", STATE | {"stateId": letters}, b"x")


texts = st.text(max_size=30) | st.sampled_from(["", "\0", "\ud800", "true", "x" * 5000, "%00", "../..", "' OR 1=1 --"])
agents = st.sampled_from([ROSA, "{}", "[]", "null", "[" * 5000, '{"mbox":["a"]}', '{"account":{"homePage":"https://x.example","name":"\\u0000"}}',
                          '{"objectType":"Group","member":[]}', '{"openid":"https://\\ud800.example"}'])  # fmt: skip
moments = st.datetimes().map(lambda at: at.isoformat() + "Z") | st.sampled_from(["0000-00-00T00:00:00Z", "9999-12-31T23:59:60-23:59"])
asked = st.fixed_dictionaries(
    {},
    optional={
        "activityId": st.sampled_from([LESSON, "urn:x:" + "y" * 4000]) | texts,
        "agent": agents | texts,
        "stateId": texts,
        "profileId": texts,
        "registration": st.uuids().map(str) | texts,
        "since": moments | texts,
        "Since": texts,
    },
)
sent = st.fixed_dictionaries(
    {},
    optional={
        "if_match": st.sampled_from(["*", '"', 'W/"a", b', "," * 300]) | texts,
        "if_none_match": st.sampled_from(["*", '"*"']) | texts,
        "content_type": st.sampled_from([JSON, f"{JSON};charset=latin1", "text/plain"]) | texts,
    },
)
bodies = st.binary(max_size=40) | st.sampled_from([b'{"a": 1}', b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}"])
STANDARD = {200, 204, 400, 404, 409, 412, 413}


@each_resource
@trying(max_examples=150)
@given(
    method=st.sampled_from(["GET", "HEAD", "PUT", "POST", "DELETE"]),
    version=st.sampled_from(["1.0.3", "2.0.0"]),
    parameters=asked,
    whole=st.booleans(),
    headers=sent,
    body=bodies,
)
def test_whatever_is_asked_is_answered_as_the_standard_says(handler, one, name, scope, method, version, parameters, whole, headers, body):
    if whole:
        parameters = one | {key: parameters[key] for key in parameters.keys() & one.keys()}
    assert status(handler, method, parameters, body, version=version, **headers) in STANDARD
    assert all(len(document.etag) == 40 for document in Document.objects.all()[:3])
