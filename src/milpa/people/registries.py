"""What later packages tell `people`: what they hold of a person, and how they let go of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of thing held of a person: rows are (label, value) as the person reads them."""

    title: str
    why: str
    rows: list[tuple[str, str]]
    kept: str  # what stays after erasure and why, "" if nothing does


@dataclass(frozen=True, slots=True)
class Personal:
    held: Callable[[Any], list[Held]]
    export: Callable[[Any], dict[str, Any]]  # plain values, one key a package
    erase: Callable[[Any], None]


personal: dict[str, Personal] = {}
