"""Planning a workshop: what is asked, where, when, in which activities; who is invited, and what they answer."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.ledger.refusals import Conflict
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch
from milpa.workshops.actions.joining import plain
from milpa.workshops.methods import FIRST, Part, method
from milpa.workshops.minutes_renewing import renew_minutes
from milpa.workshops.models import (
    Activity,
    ActivityOpened,
    InvitationAnswered,
    VoiceExplained,
    Workshop,
    WorkshopInvited,
)
from milpa.workshops.refusals import AlreadyBegun, NoCodeLeft, NoParts
from milpa.workshops.rules import codes
from milpa.workshops.telling import announce, locked, tell_once

INVITED_KEY = "workshops.invited"
TITLE = 120


def usual_parts() -> list[Part]:
    """Card technique and dot vote: the parts of a workshop when nobody says otherwise, in the language of the moment."""
    return list(method(FIRST).parts)


def plan_workshop(
    by: Person,
    programme_id: UUID,
    id: UUID,
    *,
    title: str,
    question: str,
    place: str = "",
    starts_at: datetime | None = None,
    minutes: int = 180,
    care: str = "",
    phones_group: bool = False,
    parts: Sequence[Part] | None = None,
) -> Workshop:
    """A workshop with its code for joining. Sent twice it is one. Raises Programme.DoesNotExist, NoCodeLeft, Conflict."""
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "workshops.plan").select_for_update(of=("self",)).get(id=programme_id)
        if known := Workshop.objects.filter(id=id).first():
            if (known.programme_id, known.title) != (programme.id, title):
                raise Conflict
            return known
        workshop = Workshop(id=id, institution_id=programme.institution_id, programme=programme, code=free_code())
        workshop.title, workshop.question, workshop.place = title, question or _default_question(), place
        workshop.starts_at, workshop.minutes, workshop.care, workshop.phones_group = starts_at, minutes, care, phones_group
        workshop.save(force_insert=True)
        _lay_out(workshop, usual_parts() if parts is None else parts)
        ledger.revise(workshop, 0, by=by, why=title)
        touch(programme.id, INVITED_KEY)
        return workshop


def _default_question() -> str:
    return _("What do we find hard, and would like to know how to do, in our enterprise?")


def free_code() -> str:
    """A code that no workshop ever had, drawn by lot. Raises NoCodeLeft."""
    taken = set(Workshop.objects.values_list("code", flat=True))
    if len(taken) >= codes.CODES:
        raise NoCodeLeft
    while (code := codes.spoken(secrets.randbelow(codes.CODES))) in taken:
        continue
    return code


def _lay_out(workshop: Workshop, parts: Sequence[Part]) -> None:
    Activity.objects.bulk_create(
        Activity(workshop=workshop, place=place, kind=part.kind, title=part.title, minutes=part.minutes, say=part.say, method=part.method)
        for place, part in enumerate(parts, start=1)
    )


def edit_workshop(by: Person, workshop_id: UUID, was: int, **changes: Any) -> Workshop:
    """Changes title, question, place, starts_at, minutes, care or phones_group. Raises Workshop.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        workshop = locked(by, workshop_id, "workshops.plan")
        for name, value in changes.items():
            setattr(workshop, name, value)
        workshop.save(update_fields=list(changes))
        ledger.revise(workshop, was, by=by, why=workshop.title)
        return workshop


def plan_parts(by: Person, workshop_id: UUID, was: int, parts: Sequence[Part]) -> Workshop:
    """Lays the activities out anew, in this order. A part with the id of an activity stays it; one that was opened cannot be left out,
    nor become of another kind. Raises StaleRevision, AlreadyBegun, NoParts, Activity.DoesNotExist.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id, "workshops.plan")
        if not parts:
            raise NoParts
        known = {row.id: row for row in workshop.activities.all()}
        kept = {part.id for part in parts if part.id is not None}
        if kept - known.keys():
            raise Activity.DoesNotExist
        begun = set(ActivityOpened.objects.filter(workshop=workshop).values_list("activity", flat=True))
        if begun - kept or any(part.id in begun and known[part.id].kind != part.kind for part in parts):
            raise AlreadyBegun
        workshop.activities.exclude(id__in=kept).delete()
        for place, part in enumerate(parts, start=1):
            _lay(known.get(part.id) or Activity(workshop=workshop), place, part)
        ledger.revise(workshop, was, by=by, why=workshop.title)
        announce(workshop.id)
        return workshop


def _lay(row: Activity, place: int, part: Part) -> None:
    row.place, row.kind, row.minutes, row.method = place, part.kind, part.minutes, part.method
    row.title, row.say = plain(part.title, TITLE), part.say.strip()
    row.save()


def invite(
    by: Person, workshop_id: UUID, id: UUID, *, way: str, on: date, enterprise_id: UUID | None = None, whom: str = "", **more: str
) -> WorkshopInvited:
    """Puts an invitation on record. `more`: language, note. Raises Workshop.DoesNotExist, Enterprise.DoesNotExist, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id, "workshops.invite")
        if enterprise_id is not None:
            Enterprise.objects.get(id=enterprise_id, programme=workshop.programme_id)
        fact = workshop.says(WorkshopInvited, by, id, way=way, on=on, enterprise_id=enterprise_id, whom=whom, **more)
        told = tell_once(fact)
        touch(workshop.programme_id, INVITED_KEY)
        return told


def answer_invitation(by: Person, workshop_id: UUID, id: UUID, invitation_id: UUID, answer: str) -> InvitationAnswered:
    """Puts on record whether they come, came, cannot, or did not answer. Raises WorkshopInvited.DoesNotExist."""
    with transaction.atomic():
        workshop = locked(by, workshop_id, "workshops.invite")
        WorkshopInvited.objects.get(id=invitation_id, workshop=workshop)
        return tell_once(workshop.says(InvitationAnswered, by, id, invitation_id=invitation_id, answer=answer))


def explain_voice(by: Person, workshop_id: UUID, id: UUID, moment: str, voice: str, why: str) -> VoiceExplained:
    """Puts on record why no micro, rural or woman-led enterprise was `invited` or `present`. An empty reason takes it back."""
    with transaction.atomic():
        workshop = locked(by, workshop_id, "workshops.invite")
        told = tell_once(workshop.says(VoiceExplained, by, id, moment=moment, voice=voice, why=why.strip()))
        renew_minutes(workshop.programme_id, by, why.strip())
        touch(workshop.programme_id, INVITED_KEY, "workshops.closed_with_minutes")
        return told
