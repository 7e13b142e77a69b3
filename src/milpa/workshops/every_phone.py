"""What all phones of a room show alike, drawn once a language and sent to them: the workshop moves on, a vote opens, its result.

Nobody's own is in it: one's cards stay on the phone, and the phone gives each form an id of its own.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from milpa.web.live import Screen
from milpa.workshops.models import Workshop
from milpa.workshops.naming import with_rule
from milpa.workshops.screens import mark_in, shared_screen
from milpa.workshops.wall import names_of

PHONE = "phone"


def screen(id: str, audience: str, state: Mapping[str, Any] | None) -> Screen | None:
    """Nothing or one query while the room does what it did; a few when it has moved on, and for a result, which late ballots may change."""
    if state is None or audience.partition(":")[0] != PHONE:
        return None
    language = audience.partition(":")[2] or settings.LANGUAGE_CODE
    mark, is_published = mark_in(state), state["published"]
    if state["vote"] == "closed":
        return drawn(id, language, is_published)
    names = tuple(names_of(Workshop(id=UUID(id))).items()) if state["vote"] == "open" else ()
    kept = _kept(id, language, mark, state["plan"], names, is_published)
    return kept if kept.mark == mark else drawn(id, language, is_published)  # it moved on while it was drawn


@lru_cache(maxsize=32)
def _kept(id: str, language: str, mark: str, plan: int, names: tuple[Any, ...], is_published: bool) -> Screen:
    """All that it is drawn from is in its arguments: which activity and vote (`mark`), the plan's revision, the groups' names."""
    return drawn(id, language, is_published)


def drawn(id: str, language: str, is_published: bool) -> Screen:
    """{mode, heading, say, html, ways}. Eight queries at most."""
    workshop = with_rule(Workshop.objects.select_related("programme__institution", "timer")).get(id=id)
    with translation.override(language), timezone.override(ZoneInfo(workshop.programme.institution.zone)):
        shown = shared_screen(workshop, is_published)
        values = {"screen": shown, "workshop": workshop, "code": workshop.slug, "is_shared": True, "csrf_input": ""}
        html = render_to_string("workshops/phone/_now.html", values)
        ways = render_to_string("workshops/phone/_places.html", values)
    return Screen(shown.mark, {"mode": shown.mode, "heading": str(shown.heading), "say": str(shown.say), "html": html, "ways": ways})
