"""A complete answer, and how it goes out: compressed if it is text, as a file if it is one."""

import re
from dataclasses import dataclass

from django.utils.text import compress_string

from milpa.server.media import Part, send_bytes, wanted
from milpa.server.scope import Headers, Scope, Send, header
from milpa.server.threads import on_disk

WORTH = 1024  # bytes; less is not compressed
CHEAP = 64 * 1024  # up to here on the loop (12 kB of HTML: 0.3 ms); above in a thread beside it
TEXT = re.compile(rb"text/(?!event-stream)|application/(?:[\w.+-]*(?:json|xml)|javascript)|image/svg\+xml")
NO_GZIP = re.compile(r"gzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")
RANDOM = 32  # bytes of noise in the gzip header: the length then tells less of what stands in a page (BREACH)
BODILESS = (204, 304)


@dataclass(slots=True)
class Answer:
    """Status, headers with lower case names, and either all bytes or a file."""

    status: int
    headers: Headers
    body: bytes | Part


async def send_answer(scope: Scope, send: Send, answer: Answer) -> None:
    """Sends it and closes its file."""
    if isinstance(answer.body, Part):
        try:
            await _send_file(scope, send, answer, answer.body)
        finally:
            answer.body.close()
        return
    headers, body = await compressed(scope, answer.headers, answer.body)
    if answer.status not in BODILESS:
        headers = [*without(headers, b"content-length"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if is_bodiless(scope, answer.status) else body})


async def _send_file(scope: Scope, send: Send, answer: Answer, part: Part) -> None:
    if part.tag and answer.status == 200 and scope["method"] in ("GET", "HEAD"):
        what = wanted(scope, answer.headers, part)
        status, headers, start, length = what.status, what.headers, what.start, what.length
    else:
        status, start, length = answer.status, part.start, part.length
        headers = [*without(answer.headers, b"content-length"), (b"content-length", str(length).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send_bytes(scope, send, part, start, 0 if is_bodiless(scope, status) else length)


def is_bodiless(scope: Scope, status: int) -> bool:
    return scope["method"] == "HEAD" or status in BODILESS


async def compressed(scope: Scope, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    """Headers and body as this browser takes them."""
    named = dict(headers)
    if len(body) < WORTH or b"content-encoding" in named or not is_text(named.get(b"content-type", b"")):
        return headers, body
    headers = vary_on_encoding(headers)
    if not takes_gzip(scope):
        return headers, body
    small = _squeezed(body) if len(body) <= CHEAP else await on_disk(_squeezed, body)
    tag = named.get(b"etag", b"")
    if tag and not tag.startswith(b"W/"):
        headers = [*without(headers, b"etag"), (b"etag", b"W/" + tag)]
    return [*headers, (b"content-encoding", b"gzip")], small


def _squeezed(body: bytes) -> bytes:
    return compress_string(body, max_random_bytes=RANDOM)


def is_text(content_type: bytes) -> bool:
    return TEXT.match(content_type) is not None


def takes_gzip(scope: Scope) -> bool:
    accepted = header(scope, b"accept-encoding").lower()
    return "gzip" in accepted and NO_GZIP.search(accepted) is None


def vary_on_encoding(headers: Headers) -> Headers:
    named = [value for name, value in headers if name == b"vary"]
    if any(b"accept-encoding" in value.lower() for value in named):
        return headers
    return [*without(headers, b"vary"), (b"vary", b", ".join([*named, b"Accept-Encoding"]))]


def without(headers: Headers, *names: bytes) -> Headers:
    return [(name, value) for name, value in headers if name not in names]
