"""The canonical content of a programme's needs, with what was copied from the workshop."""

from typing import Any

VERSION = 2
FIELDS = (
    "id",
    "title",
    "found_in",
    "solved_by_training",
    "handed_to",
    "done_instead",
    "votes",
    "voters",
    "counted_by",
    "suits_ict",
    "mean",
    "judgements",
    "place",
    "rank",
    "moved_because",
    "is_declined",
)


def content(needs: Any) -> dict[str, Any]:
    rows = needs.items.order_by("place", "id").prefetch_related("cards")
    return {"items": [_need(row) for row in rows]}


def _need(need: Any) -> dict[str, Any]:
    cards = sorted(str(row.card_id) for row in need.cards.all())
    return {name: getattr(need, name) for name in FIELDS} | {
        "group": need.group_id,
        "joined_into": need.joined_into_id,
        "cards": cards,
    }


def _counted_by_dots(content: dict[str, Any]) -> dict[str, Any]:
    """Until then every vote was by dots."""
    return {"items": [item | {"counted_by": "dots"} for item in content["items"]]}


LIFT = {1: _counted_by_dots}
