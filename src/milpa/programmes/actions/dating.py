"""Dates of a programme that no other package knows of: meetings, deadlines, the follow-up, the meeting that gives results back."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.models import CalendarEntry, Programme
from milpa.programmes.refusals import EndsBeforeItStarts
from milpa.programmes.touching import touch

KINDS = ("meeting", "deadline", "follow_up", "give_back")
KEYS_THAT_READ_DATES = ("results.report_delivered",)


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    on: date
    until: date | None = None
    kind: str = "meeting"
    place: str = ""


def add_date(by: Any, programme_id: UUID, was: int, entry: Entry) -> CalendarEntry:
    """Written once: the same entry that is there already is answered as it stands.

    Raises NotYours, Programme.DoesNotExist, EndsBeforeItStarts, StaleRevision.
    """
    with transaction.atomic():
        programme = _fetch(by, programme_id)
        _refuse_impossible(entry)
        columns = {name: getattr(entry, name) for name in Entry.__slots__}
        if known := programme.entries.filter(**columns).first():
            return known
        row = CalendarEntry.objects.create(programme=programme, **columns)
        _save(programme, was, by, _("date “{title}”").format(title=entry.title))
    return row


def change_date(by: Any, programme_id: UUID, was: int, entry_id: int, entry: Entry) -> CalendarEntry:
    """Raises NotYours, Programme.DoesNotExist, CalendarEntry.DoesNotExist, EndsBeforeItStarts, StaleRevision."""
    with transaction.atomic():
        programme = _fetch(by, programme_id)
        _refuse_impossible(entry)
        row = programme.entries.get(id=entry_id)
        for name in Entry.__slots__:
            setattr(row, name, getattr(entry, name))
        row.save()
        _save(programme, was, by, _("date “{title}”").format(title=entry.title))
    return row


def remove_date(by: Any, programme_id: UUID, was: int, entry_id: int) -> Programme:
    """Taken out twice it is out once. Raises NotYours, Programme.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        programme = _fetch(by, programme_id)
        row = programme.entries.filter(id=entry_id).first()
        if row is not None:
            row.delete()
            _save(programme, was, by, _("without the date “{title}”").format(title=row.title))
    return programme


def _fetch(by: Any, programme_id: UUID) -> Programme:
    if not may(by, "programmes.edit"):
        raise NotYours
    return Programme.objects.open_to(by, "programmes.edit").select_for_update().get(id=programme_id)


def _refuse_impossible(entry: Entry) -> None:
    if entry.until and entry.until < entry.on:
        raise EndsBeforeItStarts


def _save(programme: Programme, was: int, by: Any, why: str) -> None:
    ledger.revise(programme, was, by=by, why=why)
    touch(programme.id, *KEYS_THAT_READ_DATES)
