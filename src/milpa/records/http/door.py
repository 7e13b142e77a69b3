"""The one door of the record store: who calls, in which version, for which resource; every refusal becomes an answer.

xAPI 1.0.3 Communication 1.3 (alternate request syntax), 3.2 (errors), 3.3 (versions), 4 (authentication); IEEE 9274.1.1, 4.1.2 to 4.1.6.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.utils import translation

from milpa.ledger.refusals import Refusal
from milpa.records.access import callers
from milpa.records.access.callers import Caller
from milpa.records.http import about, activities, activity_profile, agent_profile, agents, state, statements, tokens
from milpa.records.http.requests import Answer, Handler, Request, Store, answered
from milpa.records.refusals import NotHere, Unauthorised
from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.times import said
from milpa.records.rules.versions import negotiated

FORM = "application/x-www-form-urlencoded"
NEWEST: Version = "2.0.0"
VERSION = "x-experience-api-version"
IN_FORM = (
    "authorization", VERSION, "content-type", "content-length", "if-match", "if-none-match", "accept", "accept-language",
    "accept-encoding", "content-transfer-encoding", "x-experience-api-hash",
)  # fmt: skip
RESOURCES: dict[str, Handler] = {
    "statements": statements.answer,
    "activities/state": state.answer,
    "activities/profile": activity_profile.answer,
    "activities": activities.answer,
    "agents/profile": agent_profile.answer,
    "agents": agents.answer,
}
TOKEN = "oauth/token"
MOST_FIELDS = 50

NO_VERSION = problems.said("Say which version you speak in the header X-Experience-API-Version: 1.0.3 or 2.0.0.")
TWICE = problems.said("The parameter “{name}” stands here twice.")
NOT_READ = problems.said("These parameters cannot be read.")
ALSO = problems.said("Where the method stands in the address, everything else stands in the form.")
NO_CONTENT = problems.said("What is sent stands in the form under the name “content”.")


@dataclass(frozen=True, slots=True)
class Incoming:
    """`path` below /xapi/, without slashes at its ends; `headers` with lower-case names; `take` reads the body, whole and within limits,
    once it is known whether the caller may send much."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    take: Callable[[bool], Awaitable[bytes]]


async def answer(incoming: Incoming, store: Store) -> Answer:
    """Always an answer, with the version that it is given in."""
    version: Version = NEWEST
    try:
        incoming = await _from_form(incoming)
        version = _version(incoming)
        given = await _given(incoming, version, store)
    except Malformed as problem:
        given = _malformed(problem, incoming)
    except Refusal as refusal:
        given = _refused(refusal, incoming)
    given.headers = {name.lower(): value for name, value in given.headers.items()}
    given.headers.setdefault(VERSION, version)
    if incoming.path.startswith("statements") and statements.CONSISTENT not in given.headers:
        given.headers[statements.CONSISTENT] = said(store.reached().consistent_through())
    return given


async def _given(incoming: Incoming, version: Version, store: Store) -> Answer:
    if incoming.path == TOKEN:
        return Answer(*await store.read(tokens.answered, incoming.method, dict(incoming.headers), await incoming.take(False)))
    parameters = _parameters(incoming.query)
    if incoming.path == "about":
        return await about.answer(Request(incoming.method, "about", parameters, dict(incoming.headers), b"", version, NOBODY, store))
    handler = RESOURCES.get(incoming.path) or (statements.answer if incoming.path.startswith("statements/more/") else None)
    if handler is None:
        raise NotHere
    caller = await _caller(incoming.headers.get("authorization", ""), store)
    if VERSION not in incoming.headers:
        raise Malformed("X-Experience-API-Version", NO_VERSION)
    negotiated(incoming.headers[VERSION])
    body = await incoming.take(True) if incoming.method in ("PUT", "POST") else b""
    return await handler(Request(incoming.method, incoming.path, parameters, dict(incoming.headers), body, version, caller, store))


NOBODY = Caller(UUID(int=0), UUID(int=0), frozenset(), {})


async def _caller(authorization: str, store: Store) -> Caller:
    if not authorization:
        raise Unauthorised
    if caller := callers.remembered(authorization):
        return caller
    looked_up: Caller = await store.read(callers.caller_of, authorization)
    return looked_up


def _version(incoming: Incoming) -> Version:
    """In which version even a refusal is answered."""
    try:
        return negotiated(incoming.headers.get(VERSION, NEWEST))
    except Malformed:
        return NEWEST


def _parameters(query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:  # too many, or no UTF-8
        raise Malformed("", NOT_READ) from None
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in found:
            raise Malformed(name[:60], TWICE, name=name[:60])
        found[name] = value
    return found


async def _from_form(incoming: Incoming) -> Incoming:
    """The request that a form carries, where the alternate request syntax of 1.0.3 is used."""
    if incoming.method != "POST" or "method=" not in incoming.query or not incoming.headers.get(VERSION, "1.0").startswith("1.0"):
        return incoming
    parameters = _parameters(incoming.query)
    if "method" not in parameters:
        return incoming
    if len(parameters) > 1:
        raise Malformed(next(name for name in parameters if name != "method"), ALSO)
    if incoming.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Malformed("Content-Type", problems.NOT_ONE_OF, these=FORM)
    form = _parameters((await incoming.take("authorization" in incoming.headers)).decode("ascii", "replace"))
    headers = dict(incoming.headers) | {"content-type": "application/json"}
    for name in [name for name in form if name.lower() in IN_FORM]:
        headers[name.lower()] = form.pop(name)
    content = form.pop("content", None)
    method = parameters["method"]
    if method in ("PUT", "POST") and content is None:
        raise Malformed("content", NO_CONTENT)

    async def take(_may_be_large: bool) -> bytes:
        return (content or "").encode()

    return replace(incoming, method=method, query=urlencode(form), headers=headers, take=take)


def _malformed(problem: Malformed, incoming: Incoming) -> Answer:
    with translation.override(_language(incoming)):
        sentence = translation.gettext(problem.sentence).format(**problem.values)
    return answered({"code": "malformed", "path": problem.path, "message": sentence}, 400)


def _refused(refusal: Refusal, incoming: Incoming) -> Answer:
    with translation.override(_language(incoming)):
        sentence = str(refusal)
    given = answered({"code": refusal.code, "message": sentence}, refusal.status)
    if refusal.status == 401:
        given.headers["www-authenticate"] = tokens.CHALLENGE
    if refusal.status in (429, 503):
        given.headers["retry-after"] = str(refusal.values.get("seconds", 1))
    return given


def _language(incoming: Incoming) -> str:
    wished = incoming.headers.get("accept-language", "")[:200].lower()
    return "es" if wished.startswith("es") else "en"
