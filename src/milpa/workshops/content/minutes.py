"""The canonical content of a workshop's minutes: what is added by hand, and what was copied from facts, votes and needs.

Words of people stand in it by id and fingerprint only (`body_hash` of their fact), so that a signature covers them and erasing them
still empties them. The parts: workshop, attendance, groups, votes, needs, remarks, commitments, photographs.
"""

from typing import Any

VERSION = 1


def content(minutes: Any) -> dict[str, Any]:
    return {"text": minutes.text, **minutes.copied}
