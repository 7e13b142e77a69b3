"""The resource statements (xAPI 1.0.3 Communication 2.1; IEEE 9274.1.1, 4.1.6.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from uuid import UUID

import orjson

from milpa.records import limits
from milpa.records.http import more, showing, taking
from milpa.records.http.patience import caught_up
from milpa.records.http.requests import JSON, Answer, Request, answered, nothing
from milpa.records.http.showing import Shape
from milpa.records.refusals import Forbidden, MethodUnknown, NotHere
from milpa.records.rules import found
from milpa.records.rules.languages import wished
from milpa.records.rules.parameters import read
from milpa.records.rules.times import instant, said
from milpa.records.store import attachments, finding
from milpa.records.store.counting import Numbers
from milpa.records.store.finding import Filters
from milpa.records.store.writing import Batch

ON_THE_LOOP = 8_000  # bytes that are read and checked on the loop (1 ms); more go to a thread


async def answer(request: Request) -> Answer:
    if request.path.startswith(more.PATH) and request.method in ("GET", "HEAD"):
        _refuse_reader(request)
        after, parameters = more.read(request.caller.institution, request.path.removeprefix(more.PATH))
        return await _list(request, parameters, read("statements", "GET", parameters, request.version), after)
    if request.path != "statements":
        raise NotHere
    if request.method not in ("GET", "HEAD", "PUT", "POST"):
        raise MethodUnknown(method=request.method)
    values = read("statements", request.method, request.parameters, request.version)
    if request.method in ("PUT", "POST"):
        return await _store(request, values.get("statementId"))
    _refuse_reader(request)
    if "statementId" in values or "voidedStatementId" in values:
        return await _one(request, values)
    return await _list(request, request.parameters, values, None)


async def _store(request: Request, id: str | None) -> Answer:
    caller = request.caller
    if not caller.may("statements/write"):
        raise Forbidden
    sender = taking.Sender(caller.institution, caller.credential, caller.authority)
    asked = (request.headers.get("content-type", ""), request.body, request.version, sender, id)
    taken = taking.take(*asked) if len(request.body) <= ON_THE_LOOP else await request.store.parse(taking.take, *asked)
    for sha2, part in taken.parts.items():
        await request.store.parse(attachments.keep, caller.institution, sha2, part.content)
    await request.store.append(Batch(taken.told))
    if id is not None:
        return nothing()
    return answered([str(one.id) for one in taken.told])


def _refuse_reader(request: Request) -> None:
    if not (request.caller.may("statements/read") or request.caller.may("statements/read/mine")):
        raise Forbidden


def _writer(request: Request) -> str:
    """Whose statements may be read: everybody's of the institution, or only what this credential wrote."""
    return "" if request.caller.may("statements/read") else str(request.caller.credential)


async def _one(request: Request, values: Mapping[str, Any]) -> Answer:
    wants_voided = "voidedStatementId" in values
    id = UUID(values.get("voidedStatementId") or values["statementId"])
    body, headers = await request.store.read(_read_one, request, id, wants_voided, _shape(request, values))
    return Answer(200, headers, body)


def _read_one(request: Request, id: UUID, wants_voided: bool, shape: Shape) -> tuple[bytes, dict[str, str]]:
    institution = request.caller.institution
    row = finding.one(institution, id)
    if row is None or row[1] != wants_voided:
        raise NotHere
    statement = orjson.loads(row[0])
    if (writer := _writer(request)) and statement.get("authority", {}).get("account", {}).get("name") != writer:
        raise NotHere
    [body] = showing.shaped(institution, [row[0]], shape)
    headers = {"content-type": JSON, "last-modified": _http_date(instant(statement["stored"], "2.0.0"))}
    if shape.attachments:
        headers["content-type"], body = showing.enclosed(institution, body, [row[0]])
    return body, headers | {CONSISTENT: said(Numbers.read().consistent_through())}


CONSISTENT = "x-experience-api-consistent-through"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for many statements."""

    parameters: Mapping[str, str]  # as they were written: the `more` link repeats them
    filters: Filters
    limit: int
    ascending: bool
    after: int | None
    shape: Shape


async def _list(request: Request, parameters: Mapping[str, str], values: Mapping[str, Any], after: int | None) -> Answer:
    await caught_up(request.store)
    filters = Filters(
        found.key(values["agent"]) or "" if "agent" in values else "", values.get("related_agents", False), values.get("verb", ""),
        values.get("activity", ""), values.get("related_activities", False), values.get("registration", ""), _writer(request),
        values.get("since"), values.get("until"),
    )  # fmt: skip
    limit = values.get("limit", 0)
    limit = min(limit, limits.MOST) if limit else limits.PAGE
    asked = Asked(parameters, filters, limit, values.get("ascending", False), after, _shape(request, values))
    body, headers = await request.store.read(_read_list, request.caller.institution, asked)
    return Answer(200, headers, body)


def _read_list(institution: UUID, asked: Asked) -> tuple[bytes, dict[str, str]]:
    page = finding.find(institution, asked.filters, asked.limit, ascending=asked.ascending, after=asked.after)
    fits = showing.fitting(institution, [row.content for row in page.rows], asked.shape.attachments)
    rows = page.rows[:fits]
    following = rows[-1].arrived if fits < len(page.rows) else page.following
    contents = [row.content for row in rows]
    link = more.link(institution, asked.parameters, following) if following is not None else ""
    body = b'{"statements":[' + b",".join(showing.shaped(institution, contents, asked.shape)) + b'],"more":' + orjson.dumps(link) + b"}"
    headers = {"content-type": JSON, CONSISTENT: said(page.consistent_through)}
    if rows:
        newest = orjson.loads(contents[-1 if asked.ascending else 0])["stored"]
        headers["last-modified"] = _http_date(instant(newest, "2.0.0"))
    if asked.shape.attachments:
        headers["content-type"], body = showing.enclosed(institution, body, contents)
    return body, headers


def _shape(request: Request, values: Mapping[str, Any]) -> Shape:
    languages = wished(request.headers.get("accept-language", ""))
    return Shape(values.get("format", "exact"), values.get("attachments", False), languages)


def _http_date(at: datetime) -> str:
    return format_datetime(at.replace(microsecond=0), usegmt=True)
