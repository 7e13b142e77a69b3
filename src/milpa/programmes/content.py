"""A programme's canonical content: what it is called, its edition, assignments, calendar."""

from typing import Any

VERSION = 1


def content(programme: Any) -> dict[str, Any]:
    return {
        "title": programme.title,
        "summary": programme.summary,
        "language": programme.language,
        "edition": programme.edition_id,
        "starts_on": programme.starts_on,
        "ends_on": programme.ends_on,
        "grown_from": programme.grown_from_id,
        "is_historical": programme.is_historical,
        "source": programme.source,
        "assignments": [
            {"id": row.step, "role": row.role, "membership": row.membership_id, "due_on": row.due_on}
            for row in programme.assignments.order_by("step")
        ],
        "calendar": [
            {"id": row.id, "title": row.title, "on": row.on, "until": row.until, "kind": row.kind, "place": row.place}
            for row in programme.entries.all()
        ],
    }
