"""Which version a statement says it follows, and which a request may ask for."""

import re
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed, Unsupported, Version
from milpa.records.rules.shapes import Check

VERSIONS: tuple[Version, ...] = ("1.0.3", "2.0.0")
_UNFIT = problems.said("This has to be a version that the request's version knows, such as {version}.")
_STATEMENT = {
    "1.0.3": re.compile(r"1\.0(?:\.\d{1,9})?", re.ASCII).fullmatch,
    "2.0.0": re.compile(r"(?:1|2)\.0(?:\.\d{1,9})?", re.ASCII).fullmatch,
}
_HEADER = re.compile(r"(1|2)\.0(?:\.\d{1,9})?", re.ASCII).fullmatch


def negotiated(header: str) -> Version:
    """The version in which a request is answered: 1.0 and 1.0.x are 1.0.3; 2.0 and 2.0.x are 2.0.0. Raises Unsupported."""
    found = _HEADER(header.strip())
    if found is None:
        raise Unsupported("X-Experience-API-Version", problems.said("This store speaks the versions {these}."), these=", ".join(VERSIONS))
    return "1.0.3" if found[1] == "1" else "2.0.0"


def version_of(version: Version) -> Check:
    """The check of a statement's own `version`: 2.0.0 still takes statements of 1.0."""
    fits = _STATEMENT[version]

    def check(value: Any) -> None:
        if value.__class__ is not str or fits(value) is None:
            raise Malformed("", _UNFIT, version=version)

    return check
