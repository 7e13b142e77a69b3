"""The meeting that gives the results back to the enterprises."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.ledger import clock
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.models import CalendarEntry, Programme
from milpa.programmes.refusals import Historical
from milpa.programmes.touching import touch
from milpa.results.models import MeetingAttended, MeetingHeld
from milpa.results.refusals import MeetingInTheFuture

DELIVERED = "results.report_delivered"


@dataclass(frozen=True, slots=True)
class Meeting:
    on: date
    place: str = ""
    people: int | None = None
    board_came: bool = False
    notes: str = ""


def record_meeting(
    by: Any, id: UUID, programme_id: UUID, meeting: Meeting, enterprises: Sequence[UUID] = (), follow_up_on: date | None = None
) -> MeetingHeld:
    """Puts on record that the results went back, which enterprises came, and the date of the follow-up in the calendar.

    One act: sent twice it is on record once. Raises NotYours, Programme.DoesNotExist, Historical, MeetingInTheFuture, Conflict.
    """
    if not may(by, "results.give_back"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "results.give_back").select_related("institution").get(id=programme_id)
        held = MeetingHeld(id=id, by=by, institution_id=programme.institution_id, programme=programme, **asdict(meeting))
        known, new = ledger.recognise([held])
        if new:
            if programme.is_historical:
                raise Historical
            if meeting.on > clock.today(programme.institution.zone):
                raise MeetingInTheFuture
            came = Enterprise.objects.filter(programme=programme, id__in=set(enterprises)).values_list("id", flat=True)
            known = ledger.append([*new, *(_attended(held, by, enterprise) for enterprise in sorted(came))])
            if follow_up_on is not None:
                _date_follow_up(programme, by, follow_up_on)
            touch(programme.id, DELIVERED)
    stored: MeetingHeld = known[0]
    return stored


def _attended(held: MeetingHeld, by: Any, enterprise: UUID) -> MeetingAttended:
    id = uuid5(held.id, str(enterprise))
    return MeetingAttended(id=id, by=by, institution_id=held.institution_id, meeting=held, enterprise_id=enterprise)


def _date_follow_up(programme: Programme, by: Any, on: date) -> None:
    """In the programme's own calendar, so that it is one date among the others. Its newest revision is taken as it stands."""
    CalendarEntry.objects.get_or_create(programme=programme, kind="follow_up", on=on, defaults={"title": _("Follow-up")})
    current = Programme.objects.select_for_update().get(id=programme.id)
    ledger.revise(current, current.revision, by=by, why=_("date of the follow-up"))
