"""UUIDs in the form of RFC 4122, either case, any variant."""

import re
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

_UUID = re.compile(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}").fullmatch


def uuid(value: Any) -> None:
    if value.__class__ is not str or _UUID(value) is None:
        raise Malformed("", problems.NOT_A_UUID)
