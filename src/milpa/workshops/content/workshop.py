"""A workshop's canonical content: what is asked, where and when, and its activities. What was said in it are facts."""

from typing import Any

VERSION = 3
FIELDS = ("title", "question", "place", "starts_at", "minutes", "care", "code", "phones_group")


def content(workshop: Any) -> dict[str, Any]:
    activities = workshop.activities.values("id", "kind", "title", "minutes", "say", "method")
    return {name: getattr(workshop, name) for name in FIELDS} | {"activities": list(activities)}


def _voted_by_dots(before: dict[str, Any]) -> dict[str, Any]:
    """Until version 1 there was one way to vote."""
    return before | {"activities": [one | {"method": "dots"} for one in before["activities"]]}


def _grouped_by_whoever_facilitates(before: dict[str, Any]) -> dict[str, Any]:
    """Until version 2 phones only read the wall."""
    return before | {"phones_group": False}


LIFT = {1: _voted_by_dots, 2: _grouped_by_whoever_facilitates}
