"""Sign-in links of the demonstration: one a role, reusable, only for a demonstration's data directory and only on this machine."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

MARK, WHO = "demo.json", "demo_people.json"


def is_demonstration() -> bool:
    return (Path(settings.DATA) / MARK).exists()


def people() -> dict[str, str]:
    """Role slug -> id of the person whose eyes the link offers. Empty outside a demonstration."""
    kept = Path(settings.DATA) / WHO
    return json.loads(kept.read_text(encoding="utf-8")) if is_demonstration() and kept.exists() else {}


def links(origin: str) -> list[tuple[str, str]]:
    """(role slug, address) of each, in the order of the roles."""
    return [(slug, f"{origin.rstrip('/')}/demo/{slug}/") for slug in people()]


def account_of(slug: str) -> Any:
    """The account behind a link, or None."""
    from milpa.people.models import Account

    return Account.objects.filter(person=people()[slug], is_active=True).first() if slug in people() else None
