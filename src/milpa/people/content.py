"""An institution's canonical content."""

from typing import Any

VERSION = 1


def content(institution: Any) -> dict[str, Any]:
    return {
        "name": institution.name,
        "kind": institution.kind,
        "country": institution.country,
        "zone": institution.zone,
        "language": institution.language,
        "is_demonstration": institution.is_demonstration,
    }
