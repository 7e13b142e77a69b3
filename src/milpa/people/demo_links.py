"""Sign-in links of the demonstration: one a role, reusable, only for a demonstration's data directory and only on this machine."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

MARK = "demo.json"


def people() -> dict[str, str]:
    """Role slug -> id of the person whose eyes the link offers. Empty outside a demonstration."""
    mark = Path(settings.DATA) / MARK
    return json.loads(mark.read_text(encoding="utf-8")).get("people", {}) if mark.exists() else {}


def offer(ids: dict[str, str]) -> None:
    """Says whose eyes the links offer, in the demonstration's own mark."""
    mark = Path(settings.DATA) / MARK
    mark.write_text(json.dumps(json.loads(mark.read_text(encoding="utf-8")) | {"people": ids}), encoding="utf-8")


def links(origin: str) -> list[tuple[str, str]]:
    """(role slug, address) of each, in the order of the roles."""
    return [(slug, f"{origin.rstrip('/')}/demo/{slug}/") for slug in people()]


def account_of(slug: str) -> Any:
    """The account behind a link, or None."""
    from milpa.people.models import Account

    return Account.objects.filter(person=people()[slug], is_active=True).first() if slug in people() else None
