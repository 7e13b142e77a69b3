"""A course edition's canonical content: what was announced, its sessions and who teaches."""

from typing import Any

from milpa.courses.content.course import certificate

VERSION = 1

_OWN = (
    "course_revision", "title", "code", "welcome", "starts_on", "ends_on", "enrol_from", "enrol_until", "places", "for_women", "for_micro",
    "for_rural", "reserved_until", "offer_days", "hours",
)  # fmt: skip


def content(edition: Any) -> dict[str, Any]:
    """`groups`, and the group of a session, stand in it only where there are some: what was saved before there were any reads the same."""
    groups = list(edition.groups.values("id", "name", "language", "schedule"))
    return {name: getattr(edition, name) for name in _OWN} | {
        "course": edition.course_id,
        "certificate": certificate(edition),
        "instructors": sorted(str(row) for row in edition.instructors.values_list("membership", flat=True)),
        "unit_days": [{"id": row.unit, "opens_on": row.opens_on} for row in edition.unit_days.order_by("opens_on", "unit")],
        "sessions": [_session(row) for row in edition.sessions.all()],
        **({"groups": groups} if groups else {}),
    }


def _session(row: Any) -> dict[str, Any]:
    own = {name: getattr(row, name) for name in ("id", "starts_at", "minutes", "way", "title", "at")}
    return own | ({"group": row.group_id} if row.group_id else {})
