"""Requirements on documents: xAPI 1.0.3 Communication 2.2, 2.3, 2.6, 2.7 and 3.1; IEEE 9274.1.1, 4.1.4, 4.1.6.2, 4.1.6.5 and 4.1.6.6.

The three resources are alike, so a test asks them all; its names say which requirement it is for each of them.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from milpa.ledger import clock
from milpa.records.http.requests import Answer
from milpa.records.rules.times import said
from tests.harness.xapi import Tool
from tests.records.xapi.sent import LESSON, NO_MOMENTS, ROSA, SOME_ID, new_id

OCTETS = {"Content-Type": "application/octet-stream"}


@dataclass(frozen=True)
class Kind:
    """A resource of documents, and the parameters that its shelf needs."""

    path: str
    name: str
    shelf: dict[str, Any]

    def named(self, name: str = "marca", **more: Any) -> dict[str, Any]:
        return {**self.shelf, self.name: name, **more}


STATE = Kind("activities/state", "stateId", {"activityId": LESSON["id"], "agent": ROSA})
OF_AGENT = Kind("agents/profile", "profileId", {"agent": ROSA})
OF_ACTIVITY = Kind("activities/profile", "profileId", {"activityId": LESSON["id"]})
KINDS = {"state": STATE, "agent_profile": OF_AGENT, "activity_profile": OF_ACTIVITY}


def each(**numbers: str) -> Any:
    """One case for each resource, named after its requirements: `each(state="00187", agent_profile="00271")`."""
    cases = [
        pytest.param(KINDS[kind], id="_".join(f"xapi_{number}" for number in all.split()) + f"_{kind}") for kind, all in numbers.items()
    ]
    return pytest.mark.parametrize("kind", cases)


every_kind = pytest.mark.parametrize("kind", [pytest.param(kind, id=name) for name, kind in KINDS.items()])


def put(tool: Tool, kind: Kind, content: Any, headers: dict[str, str] | None = None, **asked: Any) -> Answer:
    return tool.ask("PUT", kind.path, content, headers={"If-None-Match": "*", **(headers or {})}, **(asked or kind.named()))


def post(tool: Tool, kind: Kind, content: Any, headers: dict[str, str] | None = None, **asked: Any) -> Answer:
    return tool.ask("POST", kind.path, content, headers=headers, **(asked or kind.named()))


def get(tool: Tool, kind: Kind, **asked: Any) -> Answer:
    return tool.ask("GET", kind.path, **(asked or kind.named()))


def names(tool: Tool, kind: Kind, **more: Any) -> list[str]:
    answer = tool.ask("GET", kind.path, **kind.shelf, **more)
    assert answer.status == 200, answer.body
    return sorted(json.loads(answer.body))


@each(state="00230", agent_profile="00282", activity_profile="00311")
def test_the_resource_is_there(tool: Tool, kind: Kind) -> None:
    assert tool.ask("GET", kind.path, **kind.shelf).status == 200


@each(state="00190", agent_profile="00273", activity_profile="00287 00293")
def test_what_is_put_is_answered_without_content(tool: Tool, kind: Kind) -> None:
    answer = put(tool, kind, {"page": 1})
    assert (answer.status, answer.body) == (204, b"")


@each(state="00189 00231", agent_profile="00272 00283", activity_profile="00286 00292 00312")
def test_what_is_posted_is_answered_without_content(tool: Tool, kind: Kind) -> None:
    answer = post(tool, kind, {"page": 1})
    assert (answer.status, answer.body) == (204, b"")


@each(state="00188 00192 00217", agent_profile="00259 00269 00274", activity_profile="00288 00290")
def test_a_document_is_read_by_its_name_as_it_was_put(tool: Tool, kind: Kind) -> None:
    for content, said_type in (
        (b'{"page":  1}', "application/json"),
        (bytes(range(256)), "image/x-own"),
        ("ñ".encode(), "text/plain; charset=utf-8"),
    ):
        name = new_id()
        assert put(tool, kind, content, {"Content-Type": said_type}, **kind.named(name)).status == 204
        answer = get(tool, kind, **kind.named(name))
        assert (answer.status, answer.body, answer.headers["content-type"]) == (200, content, said_type)
    assert get(tool, kind, **kind.named("nothing")).status == 404


@each(state="00187 00191 00216", agent_profile="00271", activity_profile="00285 00291")
def test_a_document_is_deleted_by_its_name(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    put(tool, kind, {"page": 2}, **kind.named("otra"))
    answer = tool.ask("DELETE", kind.path, **kind.named())
    assert (answer.status, answer.body) == (204, b"")
    assert get(tool, kind).status == 404
    assert names(tool, kind) == ["otra"]


@each(state="00193", agent_profile="00270", activity_profile="00289")
def test_without_a_name_the_names_are_listed(tool: Tool, kind: Kind) -> None:
    assert names(tool, kind) == []
    for name in ("uno", "dos", "tres y más"):
        put(tool, kind, {}, **kind.named(name))
    assert names(tool, kind) == ["dos", "tres y más", "uno"]


@each(state="00195 00221", agent_profile="00268 00275", activity_profile="00294 00303")
def test_since_lists_what_was_stored_after_it(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {}, **kind.named("antes"))
    between = said(clock.now())
    put(tool, kind, {}, **kind.named("después"))
    assert names(tool, kind, since=between) == ["después"]
    assert names(tool, kind, since="2001-01-01T00:00:00Z") == ["antes", "después"]


@each(state="00204", agent_profile="00260", activity_profile="00295")
def test_since_is_a_moment(tool: Tool, kind: Kind) -> None:
    for wrong in NO_MOMENTS:
        assert get(tool, kind, **kind.shelf, since=wrong).status == 400


METHODS = ("DELETE", "GET", "POST", "PUT")


def missing(kind: str, name: str, **numbers: str) -> list[Any]:
    return [
        pytest.param(KINDS[kind], name, method, id=f"xapi_{numbers[method]}_{kind}_{method}_{name}")
        for method in METHODS
        if method in numbers
    ]


@pytest.mark.parametrize(
    ("kind", "name", "method"),
    [
        *missing("state", "stateId", PUT="00206", POST="00211"),
        *missing("state", "activityId", DELETE="00207", GET="00208", POST="00209", PUT="00210"),
        *missing("state", "agent", DELETE="00212", GET="00213", POST="00214", PUT="00215"),
        *missing("agent_profile", "agent", GET="00261", DELETE="00262", POST="00263", PUT="00264"),
        *missing("agent_profile", "profileId", DELETE="00265", POST="00266", PUT="00267"),
        *missing("activity_profile", "activityId", GET="00296", DELETE="00297", POST="00298", PUT="00299"),
        *missing("activity_profile", "profileId", DELETE="00300", POST="00301", PUT="00302"),
    ],
)
def test_a_document_is_named_by(tool: Tool, kind: Kind, name: str, method: str) -> None:
    asked = {key: value for key, value in kind.named().items() if key != name}
    answer = tool.ask(method, kind.path, {"page": 1}, headers={"If-None-Match": "*"}, **asked)
    assert (answer.status, json.loads(answer.body)["path"]) == (400, name)


@pytest.mark.parametrize(
    ("kind", "name", "method"),
    [
        *missing("state", "agent", DELETE="00196", GET="00197", POST="00198", PUT="00199"),
        *missing("agent_profile", "agent", DELETE="00255", POST="00256", PUT="00257", GET="00258"),
    ],
)
def test_whose_it_is_tells_an_agent(tool: Tool, kind: Kind, name: str, method: str) -> None:
    for wrong in (
        "not JSON",
        "{}",
        "5",
        '{"objectType": "Agent"}',
        '{"mbox": "rosa"}',
        '{"objectType": "Group", "mbox": "mailto:a@b.example"}',
        "",
    ):
        answer = tool.ask(method, kind.path, {"page": 1}, headers={"If-None-Match": "*"}, **kind.named() | {name: wrong})
        assert answer.status == 400, wrong


@pytest.mark.parametrize(
    ("kind", "name", "method"), missing("state", "registration", DELETE="00200", GET="00201", POST="00202", PUT="00203")
)
def test_the_registration_is_a_uuid(tool: Tool, kind: Kind, name: str, method: str) -> None:
    for wrong in ("x", "5f1d7a2400004000800000000000000f", ""):
        assert tool.ask(method, kind.path, {"page": 1}, **kind.named(), **{name: wrong}).status == 400


@pytest.mark.parametrize(
    ("kind", "name", "method"), missing("state", "registration", PUT="00218", DELETE="00219", GET="00220", POST="00227")
)
def test_each_registration_has_its_own_state(tool: Tool, kind: Kind, name: str, method: str) -> None:
    put(tool, kind, {"of": "none"})
    post(tool, kind, {"of": "one"}, **kind.named(registration=SOME_ID))
    asked = kind.named(**{name: SOME_ID})
    answer = tool.ask(method, kind.path, {"of": "two"}, headers={"If-Match": "*"} if method == "PUT" else None, **asked)
    assert answer.status == (200 if method == "GET" else 204)
    after = get(tool, kind, **asked)
    assert after.status == (404 if method == "DELETE" else 200)
    if method != "DELETE":
        assert json.loads(after.body) == {"of": "one" if method == "GET" else "two"}
    assert json.loads(get(tool, kind).body) == {"of": "none"}


def test_xapi_00194_all_state_of_an_activity_is_deleted_at_once(tool: Tool) -> None:
    for name in ("uno", "dos"):
        put(tool, STATE, {}, **STATE.named(name))
    put(tool, STATE, {}, **STATE.named("tres", activityId="urn:x:other"))
    assert tool.ask("DELETE", STATE.path, **STATE.shelf).status == 204
    assert names(tool, STATE) == []
    assert get(tool, STATE, **STATE.named("tres", activityId="urn:x:other")).status == 200


@every_kind
def test_xapi_00182_a_refused_request_changes_nothing(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    before = get(tool, kind)
    assert put(tool, kind, {"page": 2}).status == 412
    assert post(tool, kind, b"{", None).status == 400
    assert post(tool, kind, b"x", OCTETS).status == 400
    after = get(tool, kind)
    assert (after.body, after.headers["etag"]) == (before.body, before.headers["etag"])


@every_kind
def test_xapi_00183_only_the_first_level_is_joined(tool: Tool, kind: Kind) -> None:
    post(tool, kind, {"place": {"page": 1, "line": 2}, "kept": 1})
    post(tool, kind, {"place": {"page": 9}})
    assert json.loads(get(tool, kind).body) == {"place": {"page": 9}, "kept": 1}


@every_kind
def test_xapi_00184_what_is_posted_replaces_what_has_its_name(tool: Tool, kind: Kind) -> None:
    post(tool, kind, {"page": 1, "name": "x"})
    post(tool, kind, {"page": 2, "more": [1]})
    assert json.loads(get(tool, kind).body) == {"page": 2, "name": "x", "more": [1]}


@every_kind
def test_xapi_00185_what_was_joined_is_one_document_of_json(tool: Tool, kind: Kind) -> None:
    post(tool, kind, {"a": "ñ"})
    post(tool, kind, {"b": None})
    answer = get(tool, kind)
    assert (json.loads(answer.body), answer.headers["content-type"]) == ({"a": "ñ", "b": None}, "application/json")


@each(state="00234", agent_profile="00279", activity_profile="00308")
def test_json_is_joined_with_json(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"car": "Honda", "owner": "Rosa"})
    assert post(tool, kind, {"car": "Ford"}).status == 204
    assert json.loads(get(tool, kind).body) == {"car": "Ford", "owner": "Rosa"}


@each(state="00233", agent_profile="00280", activity_profile="00310")
def test_posted_where_nothing_is_it_is_stored(tool: Tool, kind: Kind) -> None:
    assert post(tool, kind, {"page": 1}).status == 204
    assert json.loads(get(tool, kind).body) == {"page": 1}
    assert post(tool, kind, b"\x00\xff", OCTETS, **kind.named("bytes")).status == 204
    assert get(tool, kind, **kind.named("bytes")).body == b"\x00\xff"


@each(state="00232", agent_profile="00278", activity_profile="00309")
def test_only_json_is_joined(tool: Tool, kind: Kind) -> None:
    put(tool, kind, b"abc", OCTETS)
    assert post(tool, kind, {"page": 1}).status == 400
    assert get(tool, kind).body == b"abc"
    put(tool, kind, {"page": 1}, **kind.named("json"))
    assert post(tool, kind, b"abc", OCTETS, **kind.named("json")).status == 400
    assert json.loads(get(tool, kind, **kind.named("json")).body) == {"page": 1}


@each(state="00229", agent_profile="00281", activity_profile="00313")
def test_only_objects_are_joined(tool: Tool, kind: Kind) -> None:
    put(tool, kind, [1, 2])
    assert post(tool, kind, {"page": 1}).status == 400
    assert json.loads(get(tool, kind).body) == [1, 2]
    put(tool, kind, {"page": 1}, **kind.named("object"))
    for wrong in ([1], "x", 5, None):
        assert post(tool, kind, wrong, **kind.named("object")).status == 400


@each(state="00235", agent_profile="00284", activity_profile="00314")
def test_what_says_it_is_json_is_json(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    for wrong in (b'{"page": }', b"{page: 1}", b"", b'{"page": 1', b"\xff"):
        assert post(tool, kind, wrong).status == 400
        assert post(tool, kind, wrong, **kind.named("new")).status == 400
    assert json.loads(get(tool, kind).body) == {"page": 1}


@every_kind
def test_xapi_00322_who_changes_what_somebody_else_changed_is_told(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    etag = get(tool, kind).headers["etag"]
    assert etag.startswith('"') and etag.endswith('"')
    assert tool.ask("PUT", kind.path, {"page": 2}, headers={"If-Match": etag}, **kind.named()).status == 204
    for method in ("PUT", "POST", "DELETE"):
        assert tool.ask(method, kind.path, {"page": 3}, headers={"If-Match": etag}, **kind.named()).status == 412
    assert json.loads(get(tool, kind).body) == {"page": 2}
    newest = get(tool, kind).headers["etag"]
    assert newest != etag
    assert tool.ask("DELETE", kind.path, headers={"If-Match": newest}, **kind.named()).status == 204


@pytest.mark.parametrize("kind", [pytest.param(OF_AGENT, id="agent_profile"), pytest.param(OF_ACTIVITY, id="activity_profile")])
def test_xapi_00322_a_profile_that_is_there_is_not_put_blindly(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    answer = tool.ask("PUT", kind.path, {"page": 2}, **kind.named())
    assert answer.status == 409
    assert json.loads(answer.body)["message"]
    assert json.loads(get(tool, kind).body) == {"page": 1}


def test_ieee_4_1_4_nor_is_a_state(second: Tool) -> None:
    put(second, STATE, {"page": 1})
    assert second.ask("PUT", STATE.path, {"page": 2}, **STATE.named()).status == 409
    assert json.loads(get(second, STATE).body) == {"page": 1}


def test_data_3_1_a_state_of_1_0_3_is_put_without_asking(first: Tool) -> None:
    put(first, STATE, {"page": 1})
    assert first.ask("PUT", STATE.path, {"page": 2}, **STATE.named()).status == 204
    assert json.loads(get(first, STATE).body) == {"page": 2}


@every_kind
def test_a_document_says_when_it_changed(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    assert "GMT" in get(tool, kind).headers["last-modified"]


@every_kind
def test_nobody_reads_the_documents_of_another_institution(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    stranger = Tool(version=tool.version)
    assert get(stranger, kind).status == 404
    assert names(stranger, kind) == []
    assert stranger.ask("DELETE", kind.path, **kind.named()).status == 204
    assert get(tool, kind).status == 200


@every_kind
def test_a_parameter_that_the_resource_does_not_know_is_refused(tool: Tool, kind: Kind) -> None:
    for name in ("colour", kind.name.lower(), "Agent", "activityid"):
        assert get(tool, kind, **kind.named(), **{name: "x"}).status == 400


@each(state="00205 00223", agent_profile="00260", activity_profile="00295")
def test_since_goes_only_with_a_list(tool: Tool, kind: Kind) -> None:
    put(tool, kind, {"page": 1})
    for method in ("GET", "PUT", "POST", "DELETE"):
        assert tool.ask(method, kind.path, {"page": 2}, **kind.named(since="2001-01-01T00:00:00Z")).status == 400
    assert json.loads(get(tool, kind).body) == {"page": 1}


def test_xapi_00304_the_profile_of_an_activity_belongs_to_no_agent(tool: Tool) -> None:
    assert get(tool, OF_ACTIVITY, **OF_ACTIVITY.named(agent=ROSA)).status == 400
