"""The three resources that keep documents answer alike: what they are asked for, by whom, and how a document travels.

IEEE 9274.1.1, 4.1.6.2, 4.1.6.5, 4.1.6.6; xAPI 1.0.3, part 3, 2.2, 2.3, 2.6, 2.7 and 3.1.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import urlencode
from uuid import UUID

from milpa.records.agents_known import is_plain
from milpa.records.documents import listing, storing
from milpa.records.documents.preconditions import Preconditions
from milpa.records.documents.shelves import ACTIVITY_PROFILE, AGENT_PROFILE, STATE, Place, Shelf
from milpa.records.http.requests import Answer, Request
from milpa.records.refusals import Forbidden, MethodUnknown
from milpa.records.rules import parameters
from milpa.records.rules.actors import key
from milpa.records.rules.problems import Malformed, said
from milpa.records.rules.times import said as moment_said

READS, WRITES = ("GET", "HEAD"), ("PUT", "POST", "DELETE")
UNSAID = "application/octet-stream"
# bytes of a tool on our own origin: a browser shows them as nothing else than what they say, and runs none of them
INERT = {"x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox"}
_CONTENT_TYPE = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,253}").fullmatch


@dataclass(frozen=True, slots=True)
class Resource:
    path: str
    kind: str
    name: str  # how the document's id is called
    scope: str


STATES = Resource("activities/state", STATE, "stateId", "state")
AGENT_PROFILES = Resource("agents/profile", AGENT_PROFILE, "profileId", "profile")
ACTIVITY_PROFILES = Resource("activities/profile", ACTIVITY_PROFILE, "profileId", "profile")


@dataclass(frozen=True, slots=True)
class Asked:
    """One document if it has a name, otherwise all of the shelf."""

    shelf: Shelf
    name: str | None
    registration: UUID | None
    since: datetime | None

    @property
    def place(self) -> Place:
        return Place(self.shelf, self.name or "", self.registration)


async def answer(request: Request, resource: Resource) -> Answer:
    """Raises Forbidden, MethodUnknown, Malformed and what storing refuses."""
    if request.method not in (*READS, *WRITES):
        raise MethodUnknown(method=request.method)
    if not request.caller.may(f"{resource.scope}/read" if request.method in READS else resource.scope):
        raise Forbidden
    asked = asked_for(request, resource)
    if request.method in READS:
        return await (_list(request, asked) if asked.name is None else _read(request, asked))
    believed = Preconditions(request.headers.get("if-match"), request.headers.get("if-none-match"))
    if request.method == "DELETE":
        return await _delete(request, asked, believed)
    content_type = content_type_of(request)
    if request.method == "PUT":
        etag = await request.store.write(storing.put, asked.place, request.body, content_type, believed, request.version)
    else:
        etag = await request.store.write(storing.post, asked.place, request.body, content_type, believed)
    return Answer(204, {"etag": f'"{etag}"'})


def asked_for(request: Request, resource: Resource) -> Asked:
    """Raises Malformed."""
    values = parameters.read(resource.path, request.method, request.parameters, request.version)
    agent = key(values["agent"]) or "" if "agent" in values else ""
    name, registration = values.get(resource.name), values.get("registration")
    for which, text in ((resource.name, name), ("agent", agent)):
        if text and not is_plain(text):
            raise Malformed(which, said("This has letters that cannot be kept."))
    shelf = Shelf(request.caller.institution, resource.kind, values.get("activityId", ""), agent)
    return Asked(shelf, name, UUID(registration) if registration else None, values.get("since"))


def content_type_of(request: Request) -> str:
    """As it was sent: it is answered with the document. Raises Malformed."""
    content_type = request.headers.get("content-type", "").strip() or UNSAID
    if not _CONTENT_TYPE(content_type):
        raise Malformed("Content-Type", said("This cannot be the type of a document."))
    return content_type


async def _read(request: Request, asked: Asked) -> Answer:
    kept = await request.store.read(storing.read, asked.place)
    headers = {"content-type": kept.content_type, "etag": f'"{kept.etag}"', "last-modified": http_date(kept.changed_at)}
    return Answer(200, headers | INERT, kept.content)


async def _list(request: Request, asked: Asked) -> Answer:
    listed = await request.store.read(listing.ids, asked.shelf, asked.registration, asked.since)
    headers = {"content-type": "application/json"}
    if listed.until:
        headers["last-modified"] = http_date(listed.until)
    if listed.more and listed.until:
        following = request.parameters | {"since": moment_said(listed.until)}
        headers["link"] = f'<?{urlencode(following)}>; rel="next"'
    return Answer(200, headers, json.dumps(listed.ids).encode())


async def _delete(request: Request, asked: Asked, believed: Preconditions) -> Answer:
    if asked.name is None:
        await request.store.write(listing.delete_all, asked.shelf, asked.registration)
    else:
        await request.store.write(storing.delete, asked.place, believed)
    return Answer(204, {})


def http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)
