"""The parameters of each resource: which there are, what they are, which are needed (1.0.3, Communication 2; IEEE 9274.1.1, 4.1.6).

One that the resource doesn't know, also one in other capitals, is refused, and so is a value that a statement could not have.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from milpa.records.rules import agents, problems, times
from milpa.records.rules.iris import iri
from milpa.records.rules.problems import Malformed, Version
from milpa.records.rules.reading import read as read_json
from milpa.records.rules.uuids import uuid
from milpa.records.rules.values import text

Reader = Callable[[str, Version], Any]
FORMATS = ("ids", "exact", "canonical")
MOST_DIGITS = 9
_ANONYMOUS = problems.said("Only somebody with a name of their own can be asked for: mbox, mbox_sha1sum, openid or account.")
CONTENT = frozenset({"PUT", "POST"})


def _checked(check: Callable[[Any], None]) -> Reader:
    def reader(value: str, version: Version) -> str:
        check(value)
        return value

    return reader


def _uuid(value: str, version: Version) -> str:
    uuid(value)
    return value.lower()


def _someone(check: Callable[[Any], None]) -> Reader:
    def reader(value: str, version: Version) -> dict[str, Any]:
        plain = read_json(value)
        check(plain)
        if agents.IDENTIFIERS.isdisjoint(plain):
            raise Malformed("", _ANONYMOUS)
        return dict(plain)

    return reader


def _boolean(value: str, version: Version) -> bool:
    if value not in ("true", "false"):
        raise Malformed("", problems.NOT_ONE_OF, these="true, false")
    return value == "true"


def _limit(value: str, version: Version) -> int:
    if not (value.isascii() and value.isdigit()) or len(value) > MOST_DIGITS:
        raise Malformed("", problems.NOT_A_WHOLE_NUMBER)
    return int(value)


def _format(value: str, version: Version) -> str:
    if value not in FORMATS:
        raise Malformed("", problems.NOT_ONE_OF, these=", ".join(FORMATS))
    return value


_AGENT, _IRI, _TEXT = _someone(agents.agent), _checked(iri), _checked(text)
_FILTERS: dict[str, Reader] = {
    "agent": _someone(agents.actor),
    "verb": _IRI,
    "activity": _IRI,
    "registration": _uuid,
    "related_activities": _boolean,
    "related_agents": _boolean,
    "since": times.instant,
    "until": times.instant,
    "limit": _limit,
    "ascending": _boolean,
}
_ONE: dict[str, Reader] = {"statementId": _uuid, "voidedStatementId": _uuid}
_SHOWN: dict[str, Reader] = {"format": _format, "attachments": _boolean}


@dataclass(frozen=True, slots=True)
class Resource:
    """`each`: needed with any method. `named`: names one document, needed to write it. `listed`: only goes without `named`."""

    known: Mapping[str, Reader]
    each: tuple[str, ...] = ()
    named: str = ""
    listed: str = ""


_STATE: dict[str, Reader] = {"activityId": _IRI, "agent": _AGENT, "registration": _uuid, "stateId": _TEXT, "since": times.instant}
_OF_AGENT: dict[str, Reader] = {"agent": _AGENT, "profileId": _TEXT, "since": times.instant}
_OF_ACTIVITY: dict[str, Reader] = {"activityId": _IRI, "profileId": _TEXT, "since": times.instant}
RESOURCES: dict[str, Resource] = {
    "statements": Resource({**_ONE, **_SHOWN, **_FILTERS}),
    "activities/state": Resource(_STATE, ("activityId", "agent"), "stateId", "since"),
    "agents/profile": Resource(_OF_AGENT, ("agent",), "profileId", "since"),
    "activities/profile": Resource(_OF_ACTIVITY, ("activityId",), "profileId", "since"),
    "agents": Resource({"agent": _AGENT}, ("agent",)),
    "activities": Resource({"activityId": _IRI}, ("activityId",)),
    "about": Resource({}),
}


def read(path: str, method: str, parameters: Mapping[str, str], version: Version) -> dict[str, Any]:
    """The parameters as values: agents as objects, moments as datetimes in UTC, booleans, numbers, UUIDs in small letters.

    path: as `RESOURCES` has it. Raises Malformed, its path the parameter's name (and on into an agent's properties).
    """
    resource = RESOURCES[path]
    values = {}
    for name, value in parameters.items():
        if (reader := resource.known.get(name)) is None:
            raise _unknown(name, resource.known)
        try:
            values[name] = reader(value, version)
        except Malformed as problem:
            problem.within(name)
            raise
    _fit(path, resource, "GET" if method == "HEAD" else method, values)
    return values


def _unknown(name: str, known: Mapping[str, Reader]) -> Malformed:
    for right in known:
        if right.lower() == name.lower():
            return Malformed("", problems.OTHER_CASE, known=right).within(name)
    return Malformed("", problems.said("This resource knows no such parameter.")).within(name)


def _fit(path: str, resource: Resource, method: str, values: Mapping[str, Any]) -> None:
    if path == "statements":
        _fit_statements(method, values)
        return
    for name in resource.each:
        if name not in values:
            raise Malformed(name, problems.ABSENT)
    if resource.named and resource.named not in values and (method in CONTENT or (method == "DELETE" and path != "activities/state")):
        raise Malformed(resource.named, problems.ABSENT)
    if resource.listed in values and (method != "GET" or resource.named in values):
        raise Malformed(resource.listed, problems.said("This only goes with a list of documents."))


def _fit_statements(method: str, values: Mapping[str, Any]) -> None:
    if method == "PUT" and "statementId" not in values:
        raise Malformed("statementId", problems.ABSENT)
    allowed = {"PUT": {"statementId"}, "POST": set[str]()}.get(method)
    one = [name for name in _ONE if name in values]
    if allowed is None and one:
        allowed = {one[0], *_SHOWN}
    if allowed is not None and (wrong := values.keys() - allowed):
        raise Malformed(min(wrong), problems.said("This does not go with this request."))
