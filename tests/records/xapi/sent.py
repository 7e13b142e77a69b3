"""What the tests send, and how they say what came of it."""

import json
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from milpa.records.http.requests import Answer
from tests.harness.xapi import Tool

Plain = dict[str, Any]
ROSA: Plain = {"objectType": "Agent", "mbox": "mailto:rosa@hotel.example"}
TOMAS: Plain = {"objectType": "Agent", "account": {"homePage": "https://hotel.example", "name": "tomas"}}
TEAM: Plain = {"objectType": "Group", "mbox": "mailto:recepcion@hotel.example", "member": [ROSA]}
CROWD: Plain = {"objectType": "Group", "member": [ROSA, TOMAS]}
DID: Plain = {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"es": "terminó", "en": "completed"}}
VOIDED = "http://adlnet.gov/expapi/verbs/voided"
NAMES = {"es": "Cuentas claras", "en": "Clear accounts"}
LESSON: Plain = {"objectType": "Activity", "id": "https://cursos.example/leccion/1", "definition": {"name": NAMES, "description": NAMES}}
COURSE: Plain = {"objectType": "Activity", "id": "https://cursos.example/curso/1"}
SOME_ID = "5f1d7a24-0000-4000-8000-000000000001"
REFERENCE: Plain = {"objectType": "StatementRef", "id": SOME_ID}
SUM = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # SHA-256 of "abc"
DIPLOMA: Plain = {
    "usageType": "https://cursos.example/diploma",
    "display": {"es": "Diploma"},
    "contentType": "text/plain",
    "length": 3,
    "sha2": SUM,
}
LINKED: Plain = {**DIPLOMA, "fileUrl": "https://cursos.example/diploma.txt"}
NO_IRIS = ["", "cursos.example/leccion", "ab=c://cursos.example", "should fail", 5, {}]
NO_UUIDS = ["", "AA97B177-9383-4934-8543-0F91A7A028368", "MA97B177-9383-4934-8543-0F91A7A02836", "5f1d7a2400004000800000000000000f", 5, {}]
NO_TEXT = [5, True, {"es": "x"}, ["x"]]
NO_MAPS: list[Any] = ["x", 5, [], {"something": "x"}, {"a12345678": "x"}, {"es": 5}]
NO_MOMENTS = ["", "yesterday", "01/011/2015", "2026-11-24", "2026-02-30T10:00:00Z", 5]


def statement(**parts: Any) -> Plain:
    """A small statement; a part that is given as `...` is left out."""
    return {name: part for name, part in {"actor": ROSA, "verb": DID, "object": LESSON, **parts}.items() if part is not ...}


def told(**parts: Any) -> Plain:
    """A statement about such a statement."""
    return statement(object={"objectType": "SubStatement", **statement(**parts)})


def without(plain: Plain, name: str) -> Plain:
    return {key: value for key, value in plain.items() if key != name}


def refused(tool: Tool, sent: Any) -> str:
    """The path that the store names when it refuses what is posted; nothing of it is stored."""
    answer = tool.post(sent)
    assert answer.status == 400, answer.body
    assert tool.get()["statements"] == []
    return str(json.loads(answer.body)["path"])


def stored(tool: Tool, sent: Any) -> str:
    """The id of the one statement that is posted."""
    answer = tool.post(sent)
    assert answer.status == 200, answer.body
    [id] = json.loads(answer.body)
    return str(id)


def one(tool: Tool, id: str, **shown: Any) -> Any:
    """The statement with this id, as the store gives it out."""
    answer = tool.ask("GET", "statements", statementId=id, **shown)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def ids(tool: Tool, **asked: Any) -> list[str]:
    """The ids of the statements that are found, in the order given."""
    return [found["id"] for found in tool.get(**asked)["statements"]]


def as_actor(who: Any) -> Plain:
    return statement(actor=who)


Put = Callable[[Any], Plain]
WHERE_AGENTS_STAND: dict[str, Put] = {
    "actor": as_actor,
    "authority": lambda who: statement(authority=who),
    "context.instructor": lambda who: statement(context={"instructor": who}),
    "object": lambda who: statement(object=who),
    "object.actor": lambda who: told(actor=who),
    "object.context.instructor": lambda who: told(context={"instructor": who}),
    "object.object": lambda who: told(object=who),
}
"""Path of an agent -> a statement with it there."""
WHERE_GROUPS_STAND: dict[str, Put] = {
    **{path: put for path, put in WHERE_AGENTS_STAND.items() if path != "authority"},
    "context.team": lambda who: statement(context={"team": who}),
    "object.context.team": lambda who: told(context={"team": who}),
}
WHERE_ACTIVITIES_STAND: dict[str, Put] = {
    "object": lambda thing: statement(object=thing),
    "object.object": lambda thing: told(object=thing),
    "context.contextActivities.parent[0]": lambda thing: statement(context={"contextActivities": {"parent": [thing]}}),
}


def refused_everywhere(tool: Tool, places: dict[str, Put], wrong: Any, below: str = "") -> None:
    """In each place, the store refuses it and names the place; `below`: on from there."""
    for path, put in places.items():
        assert refused(tool, put(wrong)) == f"{path}.{below}".removesuffix("."), (path, wrong)


def in_definition(**parts: Any) -> Plain:
    return {"id": LESSON["id"], "definition": parts}


Part = tuple[dict[str, str], bytes]


def multipart(sent: Any, *parts: Part, boundary: str = "here", said: str = "application/json") -> tuple[bytes, dict[str, str]]:
    """(body, headers) of a request with attachments."""
    pieces = [f"--{boundary}\r\nContent-Type: {said}\r\n\r\n".encode(), json.dumps(sent).encode(), b"\r\n"]
    for headers, content in parts:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        pieces += [f"--{boundary}\r\n{lines}\r\n".encode(), content, b"\r\n"]
    return b"".join(pieces) + f"--{boundary}--\r\n".encode(), {"Content-Type": f'multipart/mixed; boundary="{boundary}"'}


OF_PART = {"Content-Type": "text/plain", "Content-Transfer-Encoding": "binary", "X-Experience-API-Hash": SUM}


def post_multipart(tool: Tool, sent: Any, *parts: Part, **how: str) -> Answer:
    body, headers = multipart(sent, *parts, **how)
    return tool.ask("POST", "statements", body, headers=headers)


def new_id() -> str:
    return str(uuid4())


def is_uuid(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text) is not None
