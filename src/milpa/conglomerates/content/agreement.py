"""A letter's canonical content: its texts, its term, and the partners named to sign it, with the names they have today."""

from typing import Any

VERSION = 1


def content(agreement: Any) -> dict[str, Any]:
    return {
        "title": agreement.title,
        "starts_on": agreement.starts_on,
        "ends_on": agreement.ends_on,
        "sections": [{"id": row.slug, "text": row.text} for row in agreement.sections.all()],
        "further_sides": [
            {"id": row.side_id, "name": row.side.name} for row in agreement.further_sides.select_related("side").order_by("side_id")
        ],
    }
