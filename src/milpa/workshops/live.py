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

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user

from milpa.ledger.models.stored import kind_of
from milpa.ledger.models.voiding import Voided
from milpa.web.live import Asker, Channel, Event
from milpa.workshops import reads
from milpa.workshops.agenda import agenda_of
from milpa.workshops.every_phone import PHONE, screen
from milpa.workshops.models import (
    Card,
    CardModerated,
    CardPlaced,
    Group,
    GroupNamed,
    Judgement,
    NamingDecided,
    Participant,
    ResultPublished,
    SolvedByTraining,
    Vote,
    Workshop,
)
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


def _card(id: UUID, text: str, author: str) -> dict[str, Any]:
    return {"id": str(id), "text": text} | ({"author": author} if author else {})


Reading = tuple[Any, tuple[str, ...], Callable[..., tuple[str, dict[str, Any]]]]
READINGS: list[Reading] = [
    (Card, ("id", "text", "named", "participant__name"), lambda id, text, named, name: ("card", _card(id, text, name if named else ""))),
    (CardPlaced, ("card", "group"), lambda card, group: ("placed", {"card": str(card), "group": str(group) if group else None})),
    (CardModerated, ("card",), lambda card: ("moderated", {"card": str(card)})),
    (Group, ("id", "name"), lambda id, name: ("group", {"id": str(id), "name": name})),
    (GroupNamed, ("group", "name"), lambda group, name: ("named", {"group": str(group), "name": name})),
    (SolvedByTraining, ("group",), lambda group: ("solved", {"group": str(group)})),
    (Judgement, ("group",), lambda group: ("judged", {"group": str(group)})),
]
WITHDRAWABLE = (CardModerated, Group, Vote, Card)


def read(id: str, after: int, audience: str) -> list[Event]:
    """What arrived after `after`, in that order: one query by index a kind of fact."""
    found: list[Event] = []
    for model, columns, told in READINGS:
        rows = model.objects.filter(workshop=id, arrived__gt=after).values_list("arrived", *columns)
        found += [Event(arrived, *told(*values)) for arrived, *values in rows]
    if any("author" in event.data for event in found) and not _has_names(id):
        found = [Event(event.arrived, event.name, {key: value for key, value in event.data.items() if key != "author"}) for event in found]
    found += [Event(arrived, "returned", {}) for arrived in _withdrawn(id, after)]
    return sorted(found, key=lambda event: event.arrived)


def _has_names(id: str) -> bool:
    newest = NamingDecided.objects.standing().filter(workshop=id).order_by("-recorded_at", "-id").values_list("named", flat=True)
    return bool(newest.first())


def _withdrawn(id: str, after: int) -> list[int]:
    """Withdrawals of facts of this workshop; there are few, so their targets are looked up one kind at a time only if there are any."""
    kinds = {kind_of(model): model for model in WITHDRAWABLE}
    rows = list(Voided.objects.filter(arrived__gt=after, kind__in=list(kinds)).values_list("arrived", "kind", "target"))
    mine: set[UUID] = set()
    for kind in {kind for _arrived, kind, _target in rows}:
        targets = [target for _arrived, of, target in rows if of == kind]
        mine |= set(kinds[kind].objects.filter(id__in=targets, workshop=id).values_list("id", flat=True))
    return [arrived for arrived, _kind, target in rows if target in mine]


def state(id: str) -> Mapping[str, Any] | None:
    """Which activity and which vote, how many cards, groups and people. Ten queries, asked once for all who listen."""
    workshop = _workshop(id)
    if workshop is None:
        return None
    agenda = agenda_of(workshop)
    here, vote = agenda.here, agenda.vote
    ways = Counter(Participant.objects.in_workshop(workshop).values_list("way", flat=True))
    return {
        "activity": {"id": str(here.activity.id), "kind": here.activity.kind, "title": here.activity.title} if here else None,
        "vote": "none" if vote is None else "open" if vote.is_open else "closed",
        "vote_id": str(vote.id) if vote else None,
        "cards": Card.objects.on_the_wall().filter(workshop=workshop).count(),
        "groups": Group.objects.standing().filter(workshop=workshop).count(),
        "people": {way: ways[way] for way in ("phone", "paper", "voice")},
        "named": _has_names(id),
        "timer": running.state if (running := clock_of(workshop)) else None,
        "plan": workshop.revision,
        "closed": agenda.closed_at is not None,
        "published": ResultPublished.objects.standing().filter(needs__programme=workshop.programme_id).exists(),
    }


def mark(id: str) -> object:
    """Of all facts, of the plan and of the timer. One short query."""
    return reads.news(UUID(id))


channel = Channel(may_listen, read, state, mark, screen)
