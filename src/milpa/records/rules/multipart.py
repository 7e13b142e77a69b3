"""multipart/mixed (RFC 2046, 5.1), as statements travel with their attachments: read and written whole, within bounds."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

MOST_PARTS = 2_000
LONGEST_HEADERS = 8_192
_PARAMETER = re.compile(r';\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))', re.IGNORECASE).search
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]", re.ASCII).fullmatch
_HEADER = re.compile(r"([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*:(.*)", re.ASCII | re.DOTALL).fullmatch


@dataclass(frozen=True, slots=True)
class Part:
    """`headers` have small letters."""

    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def hash(self) -> str:
        return self.headers.get("x-experience-api-hash", "")


def boundary_of(content_type: str) -> str:
    """The boundary that a Content-Type names. Raises Malformed."""
    found = _PARAMETER(content_type)
    boundary = re.sub(r"\\(.)", r"\1", found[1]) if found and found[1] is not None else found[2] if found else ""
    if not _BOUNDARY(boundary):
        raise Malformed("Content-Type", problems.said("A multipart body needs a boundary of 1 to 70 characters here."))
    return boundary


def split(content_type: str, body: bytes) -> list[Part]:
    """The parts in order; what stands before the first and after the last counts for nothing. Raises Malformed."""
    delimiter = b"--" + boundary_of(content_type).encode("ascii")
    lines = _delimiters(body, delimiter)
    if not lines or not lines[-1][2]:
        raise Malformed("", problems.said("The multipart body has no line with its boundary at its start, or none at its end."))
    if len(lines) - 1 > MOST_PARTS:
        raise Malformed("", problems.said("A multipart body may have {most} parts at most."), most=MOST_PARTS)
    return [_part(body[end:start], place) for place, ((_, end, _), (start, _, _)) in enumerate(pairwise(lines))]


def _delimiters(body: bytes, delimiter: bytes) -> list[tuple[int, int, bool]]:
    """(where the part before ends, where the next begins, whether it closes) for each line that is a boundary."""
    lines: list[tuple[int, int, bool]] = []
    at = body.find(delimiter)
    while at >= 0 and not (lines and lines[-1][2]) and len(lines) <= MOST_PARTS + 1:
        after = at + len(delimiter)
        closes = body[after : after + 2] == b"--"
        end = body.find(b"\n", after)
        rest = body[after + 2 * closes : len(body) if end < 0 else end] if end < 0 or end - after < LONGEST_HEADERS else b"x"
        if (at == 0 or body[at - 1 : at] == b"\n") and not rest.strip(b" \t\r") and (closes or end >= 0):
            before = max(at - (2 if body[at - 2 : at] == b"\r\n" else 1), 0)
            lines.append((before, len(body) if end < 0 else end + 1, closes))
        at = body.find(delimiter, after)
    return lines


def _part(raw: bytes, place: int) -> Part:
    if raw[:2] == b"\r\n" or raw[:1] == b"\n":
        return Part({}, raw[2 if raw[:1] == b"\r" else 1 :])
    found = re.compile(rb"\r?\n\r?\n").search(raw, 0, LONGEST_HEADERS)
    if found is None:
        endless = problems.said("The headers of a part end with an empty line, within {most} bytes.")
        raise Malformed("", endless, most=LONGEST_HEADERS).within(place)
    headers: dict[str, str] = {}
    for line in re.sub(r"\r?\n[ \t]+", " ", raw[: found.start()].decode("latin-1")).splitlines():
        if (header := _HEADER(line)) is None:
            raise Malformed("", problems.said("This part has a header that is none.")).within(place)
        headers[header[1].lower()] = header[2].strip()
    return Part(headers, raw[found.end() :])


def join(parts: Iterable[Part]) -> tuple[str, bytes]:
    """(Content-Type, body)."""
    several = list(parts)
    boundary = secrets.token_hex(24)  # 192 random bits: nobody's content has it
    pieces = []
    for part in several:
        head = "".join(f"{_titled(name)}: {value}\r\n" for name, value in part.headers.items())
        pieces += [f"--{boundary}\r\n{head}\r\n".encode("latin-1"), part.content, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode("ascii"))
    return f"multipart/mixed; boundary={boundary}", b"".join(pieces)


def _titled(name: str) -> str:
    return "-".join("API" if word == "api" else word.capitalize() for word in name.split("-"))
