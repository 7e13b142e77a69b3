"""Statements on their way out: in the format that was asked for, with what is attached to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from milpa.records import limits
from milpa.records.definitions import definitions_of
from milpa.records.http.requests import JSON
from milpa.records.rules import formats, found, multipart
from milpa.records.rules.enclosed import attachments_of
from milpa.records.rules.multipart import Part
from milpa.records.store import attachments


@dataclass(frozen=True, slots=True)
class Shape:
    format: str = "exact"
    attachments: bool = False
    languages: Sequence[str] = ()


def shaped(institution: UUID, contents: Sequence[bytes], shape: Shape) -> list[bytes]:
    """Each statement's JSON. As it is kept, none is read."""
    if shape.format == "exact":
        return list(contents)
    plain = [orjson.loads(content) for content in contents]
    if shape.format == "ids":
        return [orjson.dumps(formats.ids(one)) for one in plain]
    known = definitions_of(institution, {activity["id"] for one in plain for activity in found.activities(one)})
    return [orjson.dumps(formats.canonical(one, shape.languages, known.get)) for one in plain]


def enclosed(institution: UUID, body: bytes, contents: Iterable[bytes]) -> tuple[str, bytes]:
    """(content type, body) of an answer with what is attached to its statements, each thing once."""
    parts = [Part({"content-type": JSON}, body)]
    seen = set()
    for content in contents:
        for attachment in _attached(content):
            sha2 = attachment["sha2"].lower()
            if sha2 not in seen and attachments.size(institution, sha2) is not None:
                seen.add(sha2)
                headers = {
                    "content-type": attachment["contentType"], "content-transfer-encoding": "binary", "x-experience-api-hash": sha2,
                }  # fmt: skip
                parts.append(Part(headers, attachments.read(institution, sha2)))
    return multipart.join(parts)


def _attached(content: bytes) -> list[dict[str, Any]]:
    if b'"attachments":' not in content:
        return []
    return [attachment for _path, attachment in attachments_of(orjson.loads(content))]


def fitting(institution: UUID, contents: Sequence[bytes], with_attachments: bool) -> int:
    """How many of these statements fit into one answer: at least one."""
    bytes_ = attached = 0
    for place, content in enumerate(contents):
        bytes_ += len(content)
        if with_attachments:
            attached += sum(attachments.size(institution, one["sha2"]) or 0 for one in _attached(content))
        if place and (bytes_ > limits.ANSWER or attached > limits.ATTACHMENTS):
            return place
    return len(contents)
