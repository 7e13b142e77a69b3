"""What `surveys` asks of later stages: what a survey may be about, and whom it is for. Filled from their `registers.py`.

    registries.subjects["courses.edition"] = Subject(title=titles, link=links, audience=audiences, window=windows)

Every function answers for many ids in one call.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

Ids = Iterable[UUID]
Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Subject:
    """title: id -> what it is called. link: id -> its page. audience: id -> {person: their enterprise, or None}: everyone who started,
    those who left included; they are asked how it was. window: id -> (first day, last day) on which that is asked, where whoever opens
    the survey says nothing else. expected: id -> the same of everyone enrolled, whom a baseline or a follow-up is for."""

    title: Callable[[Ids], Mapping[UUID, Any]]
    link: Callable[[Ids], Mapping[UUID, str]]
    audience: Callable[[Ids], Mapping[UUID, Mapping[UUID, UUID | None]]]
    window: Callable[[Ids], Mapping[UUID, Window]]
    expected: Callable[[Ids], Mapping[UUID, Mapping[UUID, UUID | None]]] | None = None


subjects: dict[str, Subject] = {}
