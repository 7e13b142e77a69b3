"""Which evidence of the guide the workshops of a programme give, and what is missing of it, in a sentence."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.functional import Promise

from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said
from milpa.workshops.attendance import balances_in
from milpa.workshops.models import MinutesIssued, Participant, Workshop, WorkshopClosed, WorkshopInvited
from milpa.workshops.models.workshop import VOICE_WORDS
from milpa.workshops.remarks import given_back
from milpa.workshops.rules.balance import VOICES, Balance, balance
from milpa.workshops.rules.remarks import Freezing


def _list(programme: UUID) -> str:
    return reverse("workshops:list", args=[programme])


def _workshops(programmes: Iterable[UUID]) -> dict[UUID, list[Workshop]]:
    """Each with `closed_at` and `has_minutes`. One query."""
    closed = WorkshopClosed.objects.standing().filter(workshop=OuterRef("pk")).order_by("recorded_at")
    minutes = MinutesIssued.objects.standing().filter(workshop=OuterRef("pk"))
    rows = Workshop.objects.filter(programme__in=list(programmes)).annotate(
        closed_at=Subquery(closed.values("recorded_at")[:1]), has_minutes=Exists(minutes)
    )
    found: dict[UUID, list[Workshop]] = defaultdict(list)
    for row in rows:
        found[row.programme_id].append(row)
    return found


def _voices(missing: Iterable[str]) -> list[Promise]:
    return [VOICE_WORDS[voice] for voice in missing]


def invited(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Invitations on record to micro, rural and woman-led enterprises, or the reason. Two queries."""
    ids = list(programmes)
    asked = balances_in(WorkshopInvited, ids, "invited")
    return {id: _invited(id, [(n, voices) for _workshop, n, voices in asked[id]]) for id in ids}


def _invited(programme: UUID, asked: list[tuple[int, Balance]]) -> EvidenceAnswer:
    link, n = _list(programme), sum(n for n, _balance in asked)
    if not n:
        return EvidenceAnswer(False, said("No invitation to a workshop is on record yet"), link=link)
    voices = _together([found for _n, found in asked])
    if not voices.met:
        missing = said("{n} invitations on record; missing among them: {voices}", n=n, voices=_voices(voices.missing))
        return EvidenceAnswer(False, missing, link=link, done=len(VOICES) - len(voices.missing), all=len(VOICES))
    return EvidenceAnswer(True, link=link, done=n, all=n)


def _together(found: list[Balance]) -> Balance:
    """A voice is there if one of the workshops has it, or says why not."""
    there = [voice for voice in VOICES if any(voice not in one.missing for one in found)]
    return balance([], dict.fromkeys(there, "-"))


def closed_with_minutes(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """One workshop closed, with minutes issued, with the three voices present or the reason. Three queries."""
    ids = list(programmes)
    workshops, came = _workshops(ids), balances_in(Participant, ids, "present")
    nobody = {row.id: balance([]) for rows in workshops.values() for row in rows}
    there = nobody | {workshop: voices for rows in came.values() for workshop, _n, voices in rows}
    return {id: _closed(id, workshops[id], there) for id in ids}


def _closed(programme: UUID, workshops: list[Workshop], came: dict[UUID, Balance]) -> EvidenceAnswer:
    link = _list(programme)
    if not workshops:
        return EvidenceAnswer(False, said("No workshop is planned yet"), link=link)
    best = max(workshops, key=lambda row: (row.closed_at is not None, row.has_minutes, came[row.id].met))
    link = reverse("workshops:console", args=[programme, best.id])
    if best.closed_at is None:
        return EvidenceAnswer(False, said("“{title}” has not been closed yet", title=best.title), link=link, all=2)
    if not best.has_minutes:
        return EvidenceAnswer(
            False, said("“{title}” is closed; its minutes have not been issued", title=best.title), link=link, done=1, all=2
        )
    if not came[best.id].met:
        missing = said("Nobody came from {voices}, and no reason is on record", voices=_voices(came[best.id].missing))
        return EvidenceAnswer(False, missing, link=link, done=1, all=2)
    return EvidenceAnswer(True, since=best.closed_at, link=link, done=2, all=2)


def priorities_frozen(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Result published, seven days over, all remarks answered, the needs frozen. One query."""
    ids = list(programmes)
    found = given_back(ids)
    return {id: _frozen(id, found[id].frozen_at, found[id].freezing) if id in found else _no_needs(id) for id in ids}


def _no_needs(programme: UUID) -> EvidenceAnswer:
    return EvidenceAnswer(False, said("There are no needs yet: they come from a closed workshop"), link=_list(programme), all=4)


def _frozen(programme: UUID, frozen_at: datetime | None, found: Freezing) -> EvidenceAnswer:
    link = reverse("workshops:needs", args=[programme])
    if frozen_at is not None:
        return EvidenceAnswer(True, since=frozen_at, link=link, done=4, all=4)
    if found.closes_at is None:
        return EvidenceAnswer(False, said("The result has not been published yet"), link=link, done=0, all=4)
    if "days_not_over" in found.missing:
        missing = said("Remarks are taken until {until}", until=found.closes_at)
        return EvidenceAnswer(False, missing, link=link, done=1, all=4, until=found.closes_at)
    if found.unanswered:
        missing = said("{done} of {all} remarks answered", done=found.answered, all=found.remarks)
        return EvidenceAnswer(False, missing, link=link, done=2, all=4)
    return EvidenceAnswer(False, said("The order can be frozen"), link=link, done=3, all=4)
