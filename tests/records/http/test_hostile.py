"""What nobody sends by mistake: each is answered as the standard says, and nothing of it is stored."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from milpa.records import limits
from milpa.records.http import more
from milpa.records.models import Statement
from tests.harness.xapi import Tool

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])

PLAIN = {"actor": {"mbox": "mailto:rosa@example.org"}, "verb": {"id": "https://example.org/v"}, "object": {"id": "https://example.org/a"}}


def refused(answer, status=400, says=""):
    assert answer.status == status, answer.body[:300]
    assert says in answer.body.decode()
    assert not Statement.objects.exists()


def deep(levels):
    return '{"a":' * levels + "1" + "}" * levels


def test_a_statement_of_ten_megabytes_is_too_large():
    heavy = PLAIN | {"result": {"response": "x" * 10_000_000}}
    refused(Tool().post(heavy), 413, "5 MB")


def test_a_hundred_thousand_statements_at_once_are_too_many():
    body = b"[" + b",".join([b"{}"] * 100_000) + b"]"
    refused(Tool().post(body), 413, "10000 statements")


@pytest.mark.parametrize("levels", [300, 1_000, 100_000])
def test_what_goes_too_deep_is_refused(levels):
    body = json.dumps(PLAIN | {"result": {"extensions": {"https://example.org/e": 0}}}).replace("0}}}", deep(levels) + "}}}")
    refused(Tool().post(body.encode()), says="deep")


@pytest.mark.parametrize(
    "body",
    [
        b'{"actor":{"mbox":"mailto:a@example.org"},"actor":{"mbox":"mailto:b@example.org"}}',
        json.dumps(PLAIN | {"result": {"score": {"raw": 1}}}).replace("1}", "NaN}").encode(),
        json.dumps(PLAIN | {"result": {"score": {"raw": 1}}}).replace("1}", "Infinity}").encode(),
        json.dumps(PLAIN | {"result": {"score": {"raw": 1}}}).replace("1}", "1e999}").encode(),
        json.dumps(PLAIN | {"result": {"score": {"raw": 1}}}).replace("1}", "9" * 5_000 + "}").encode(),
        json.dumps(PLAIN | {"result": {"response": "?"}}).encode().replace(b'"?"', b'"\xff\xfe"'),
        json.dumps(PLAIN | {"result": {"response": "?"}}).encode().replace(b'"?"', b'"\\ud800"'),
        b"", b"[]", b"null", b"7", b"[[]]", b"{", b"[1,2", b"\x00",
    ],
)  # fmt: skip
def test_what_is_no_statement_is_malformed(body):
    refused(Tool().post(body))


def test_a_part_with_another_hash_than_it_says_is_refused():
    sha2 = hashlib.sha256(b"a photograph").hexdigest()
    attachment = {
        "usageType": "https://example.org/photo", "display": {"es": "Foto"}, "contentType": "image/png", "length": 12, "sha2": sha2,
    }  # fmt: skip
    parts = [
        "--edge\r\nContent-Type: application/json\r\n\r\n" + json.dumps(PLAIN | {"attachments": [attachment]}),
        f"\r\n--edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {sha2}\r\n\r\nanother",
        "\r\n--edge--\r\n",
    ]
    answer = Tool().ask("POST", "statements", "".join(parts).encode(), headers={"content-type": "multipart/mixed; boundary=edge"})
    refused(answer)


def test_a_clock_that_is_years_off_is_kept_as_said_and_stored_when_it_came():
    tool = Tool()
    [id] = json.loads(tool.post(PLAIN | {"timestamp": "1999-01-01T00:00:00Z"}).body)
    stored = tool.get(statementId=id)
    assert stored["timestamp"].startswith("1999-01-01")
    assert datetime.fromisoformat(stored["stored"]).year == datetime.now(UTC).year


def test_a_link_to_more_that_was_changed_by_hand_is_refused():
    tool = Tool()
    tool.post([PLAIN, PLAIN, PLAIN])
    link = tool.get(limit="1")["more"]
    assert link.startswith("/xapi/statements/more/")
    path = link.removeprefix("/xapi/")
    assert json.loads(tool.ask("GET", path).body)["statements"]
    for changed in (path[:-1] + ("A" if path[-1] != "A" else "B"), path[:-30], "statements/more/", path + "x"):
        assert tool.ask("GET", changed).status == 400


def test_a_link_to_more_opens_for_nobody_else_and_not_for_ever(monkeypatch):
    tool = Tool()
    tool.post([PLAIN, PLAIN])
    path = tool.get(limit="1")["more"].removeprefix("/xapi/")
    assert Tool().ask("GET", path).status == 400
    monkeypatch.setattr(limits, "MORE_HOURS", -1)
    answer = tool.ask("GET", path)
    assert (answer.status, json.loads(answer.body)["code"]) == (404, "more_expired")
    assert more.PATH in path


@pytest.mark.parametrize("name", ["verb", "activity", "agent", "registration", "since", "limit"])
def test_a_filter_that_would_burden_a_matcher_is_refused_at_once(name):
    bomb = "a" * 50_000 + "!" + "(a+)+" * 500
    assert Tool().ask("GET", "statements", **{name: bomb}).status == 400


def test_the_error_names_the_path_and_speaks_the_readers_language():
    answer = Tool().post(PLAIN | {"result": {"score": {"scaled": 2}}}, **{"accept-language": "es"})
    said = json.loads(answer.body)
    assert (said["code"], said["path"]) == ("malformed", "result.score.scaled")
    other = json.loads(Tool().post(PLAIN | {"result": {"score": {"scaled": 2}}}, **{"accept-language": "en"}).body)
    assert other["message"] != said["message"]
