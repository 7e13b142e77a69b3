"""A workshop's canonical content: what is asked, where and when, and its activities. What was said in it are facts."""

from typing import Any

VERSION = 1
FIELDS = ("title", "question", "place", "starts_at", "minutes", "care", "code")


def content(workshop: Any) -> dict[str, Any]:
    activities = workshop.activities.values("id", "kind", "title", "minutes", "say")
    return {name: getattr(workshop, name) for name in FIELDS} | {"activities": list(activities)}
