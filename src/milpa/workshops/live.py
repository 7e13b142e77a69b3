"""The workshop's live channel: what phones, console and wall hear while it goes on.

Events carry ids and texts, never names of people and never a count of votes:
`card` {id, text, author?} (a name only where the group decided on names), `placed` {card, group|null}, `moderated` {card},
`group` {id, name}, `named` {group, name},
`solved` {group}, `judged` {group}, `returned` {} (something was withdrawn: read the page again).
State: {activity: {id, kind, title}|null, vote: "none"|"open"|"closed", vote_id, cards, groups, people: {phone, paper, voice},
closed, published, named, timer: {ends, left}|null, plan: the revision of the workshop's plan}.
Screen, to the phones alone: `milpa.workshops.every_phone`. An audience of phones is one language: "phone", "phone:en".
To the console alone, told: `voted` {voted: how many}.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user

from milpa.web.live import Asker, Channel, Event
from milpa.workshops import reads
from milpa.workshops.agenda import agenda_of
from milpa.workshops.every_phone import PHONE, screen
from milpa.workshops.happenings import happened
from milpa.workshops.models import Participant, Workshop
from milpa.workshops.timing import clock_of
from milpa.workshops.tokens import participant_id_in

CONSOLE = "console"


def may_listen(asker: Asker, id: str) -> str | None:
    """Staff who may see the workshop as the console; a participant by their token as a phone."""
    workshop = _workshop(id)
    if workshop is None:
        return None
    account = get_user(asker)
    if account.is_authenticated and Workshop.objects.open_to(account.person).filter(id=workshop.id).exists():
        return CONSOLE
    place = participant_id_in(asker.cookies, workshop)
    room = Participant.objects.in_workshop(workshop)
    if place is not None and room.filter(id=place).exists():
        return audience_of(asker)
    return audience_of(asker) if account.is_authenticated and room.filter(person=account.person).exists() else None


def audience_of(asker: Asker) -> str:
    """Phones, in the language that this one chose."""
    chosen = asker.cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    others = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    return f"{PHONE}:{chosen}" if chosen in others else PHONE


def _workshop(id: str) -> Workshop | None:
    try:
        key = UUID(id)
    except ValueError:
        return None
    found: Workshop | None = Workshop.objects.filter(id=key).first()
    return found


def read(id: str, after: int, audience: str) -> list[Event]:
    """What arrived after `after`, in that order."""
    return happened(UUID(id), after)


def state(id: str) -> Mapping[str, Any] | None:
    """Which activity and which vote, how many cards, groups and people. Six queries, asked once for all who listen."""
    workshop = Workshop.objects.select_related("timer").filter(id=id).first()
    if workshop is None:
        return None
    agenda, ways = agenda_of(workshop), reads.ways(workshop.id)
    here, vote = agenda.here, agenda.vote
    cards, groups, is_published = reads.room(workshop.id, workshop.programme_id)
    return {
        "activity": {"id": str(here.activity.id), "kind": here.activity.kind, "title": here.activity.title} if here else None,
        "vote": "none" if vote is None else "open" if vote.is_open else "closed",
        "vote_id": str(vote.id) if vote else None,
        "cards": cards,
        "groups": groups,
        "people": {way: ways.get(way, 0) for way in ("phone", "paper", "voice")},
        "named": reads.is_named(workshop.id),
        "timer": running.state if (running := clock_of(workshop)) else None,
        "plan": workshop.revision,
        "closed": agenda.closed_at is not None,
        "published": is_published,
    }


def mark(id: str) -> object:
    """Of all facts, of the plan and of the timer. One short query."""
    return reads.news(UUID(id))


channel = Channel(may_listen, read, state, mark, screen)
