"""What comes along: its description in the statement, and the bytes that have to match it."""

import hashlib
import hmac
import re
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.iris import iri
from milpa.records.rules.languages import language_map
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import each, shape
from milpa.records.rules.values import whole

SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
OCTETS = "application/octet-stream"
_MEDIA_TYPE = re.compile(
    r"[\w!#$&^.+-]+/[\w!#$&^.+*-]+[ \t]*(?:;[\t\x20-\x7e]*)?", re.ASCII
).fullmatch  # one line: it is given out as a header
_SHA2 = re.compile(r"(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128})").fullmatch
_ALGORITHMS = {64: "sha256", 96: "sha384", 128: "sha512"}


def media_type(value: Any) -> None:
    if value.__class__ is not str or _MEDIA_TYPE(value) is None:
        raise Malformed("", problems.said("This has to be a media type, such as text/plain."))


def sha2(value: Any) -> None:
    if value.__class__ is not str or _SHA2(value) is None:
        raise Malformed("", problems.said("This has to be a SHA-2 sum: 64, 96 or 128 hexadecimal digits."))


def matches(told: str, content: bytes) -> bool:
    """Whether the bytes have this SHA-2 sum; its length tells which of the family it is."""
    algorithm = _ALGORITHMS.get(len(told))
    return algorithm is not None and hmac.compare_digest(hashlib.new(algorithm, content).hexdigest(), told.lower())


def _a_signature_is_octets(value: dict[str, Any]) -> None:
    if value["usageType"] == SIGNATURE and value["contentType"].split(";")[0].strip().lower() != OCTETS:
        raise Malformed("contentType", problems.said("A signature comes as application/octet-stream."))


attachment = shape(
    {
        "usageType": iri,
        "display": language_map,
        "description": language_map,
        "contentType": media_type,
        "length": whole,
        "sha2": sha2,
        "fileUrl": iri,
    },
    required=("usageType", "display", "contentType", "length", "sha2"),
    also=_a_signature_is_octets,
)

attachments = each(attachment)
