"""The end of a workshop: commitments, closing (which proposes the needs), minutes."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.workshops.actions.joining import plain
from milpa.workshops.minutes_renewing import issue, renew_minutes
from milpa.workshops.models import ActivityClosed, ActivityOpened, Commitment, CommitmentKept, MinutesIssued, Vote, Workshop, WorkshopClosed
from milpa.workshops.proposing import propose_needs, refuse_frozen_of
from milpa.workshops.refusals import ReasonNeeded, VoteIsOpen, WorkshopNotClosed
from milpa.workshops.telling import announce, locked, tell_once

MINUTES_KEY = "workshops.closed_with_minutes"


def commit(by: Person, workshop_id: UUID, id: UUID, *, who: str, side: str, text: str, until: date | None = None) -> Commitment:
    """What somebody said they will do, by when. Raises Workshop.DoesNotExist, ReasonNeeded for an empty one, Conflict."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        said = {"who": plain(who, 120), "side": side, "text": plain(text, 300), "until": until}

        def refuse() -> None:
            if not said["text"]:
                raise ReasonNeeded

        told = tell_once(workshop.says(Commitment, by, id, **said), refuse)
        renew_minutes(workshop.programme_id, by, _("A commitment was written"))
        return told


def keep_commitment(by: Person, workshop_id: UUID, id: UUID, commitment_id: UUID, how: str = "") -> CommitmentKept:
    """Says that it was done, and what shows it. Raises Commitment.DoesNotExist."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        commitment = Commitment.objects.standing().get(id=commitment_id, workshop=workshop)
        return tell_once(workshop.says(CommitmentKept, by, id, commitment=commitment, how=plain(how, 300)))


def close_workshop(by: Person, workshop_id: UUID, id: UUID) -> WorkshopClosed:
    """Nothing more is written or voted; each group with cards is proposed as a need, with its votes and judgement.

    Raises VoteIsOpen, NeedsAreFrozen, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if already := WorkshopClosed.objects.standing().filter(workshop=workshop).first():
            return already
        fact = workshop.says(WorkshopClosed, by, id)
        known, new = ledger.recognise([fact])
        if not new:  # it was closed, and opened again since: this is an old request
            return known[0]
        vote = Vote.objects.newest(workshop)
        if vote is not None and vote.is_open:
            raise VoteIsOpen
        refuse_frozen_of(workshop.programme_id)
        propose_needs(workshop, by)
        under_way = ActivityOpened.objects.open().filter(workshop=workshop)
        closings = [workshop.says(ActivityClosed, by, ledger.uuid7(), opening=row) for row in under_way]
        ledger.append([*closings, fact])
        renew_minutes(workshop.programme_id, by, _("The workshop was closed again"))
        touch(workshop.programme_id, MINUTES_KEY)
        announce(workshop.id)
        return fact


def reopen_workshop(by: Person, workshop_id: UUID, id: UUID, why: str) -> Workshop:
    """Opens a closed workshop again, as long as the order of the needs is not frozen. Raises ReasonNeeded, NeedsAreFrozen."""
    with transaction.atomic():
        workshop = locked(by, workshop_id)
        if not why.strip():
            raise ReasonNeeded
        refuse_frozen_of(workshop.programme_id)
        for place, closing in enumerate(WorkshopClosed.objects.standing().filter(workshop=workshop)):
            ledger.void(closing, by=by, why=why.strip(), id=id if place == 0 else None)
        touch(workshop.programme_id, MINUTES_KEY)
        announce(workshop.id)
        return workshop


def issue_minutes(by: Person, workshop_id: UUID, id: UUID, text: str = "") -> MinutesIssued:
    """The minutes may be read by everybody and signed, as a document with revisions; the newest text counts.

    Raises WorkshopNotClosed, Conflict.
    """
    with transaction.atomic():
        workshop = locked(by, workshop_id)

        def refuse() -> None:
            if not workshop.is_closed:
                raise WorkshopNotClosed

        told = tell_once(workshop.says(MinutesIssued, by, id, text=text.strip()), refuse)
        newest = MinutesIssued.objects.standing().filter(workshop=workshop).in_order().last()
        issue(workshop, by, newest.text if newest else told.text)
        touch(workshop.programme_id, MINUTES_KEY)
        return told
