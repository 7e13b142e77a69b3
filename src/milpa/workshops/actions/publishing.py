"""The result given back: published, remarks for seven days, each answered, the order frozen."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.web import formats
from milpa.workshops.actions.joining import plain
from milpa.workshops.minutes_renewing import renew_minutes
from milpa.workshops.models import (
    AnswerDisputed,
    Card,
    Needs,
    NeedsFrozen,
    Participant,
    Remark,
    RemarkAnswered,
    ResultPublished,
)
from milpa.workshops.models.published import REMARK_LENGTH
from milpa.workshops.proposing import KEYS, refuse_frozen, settle
from milpa.workshops.refusals import (
    DaysNotOver,
    NeedsNotFrozen,
    NoNeedsYet,
    NotAParticipant,
    NotPublished,
    ReasonNeeded,
    RemarkIsEmpty,
    RemarksAreOver,
    RemarksUnanswered,
    TextTooLong,
)
from milpa.workshops.remarks import freezing_of
from milpa.workshops.telling import announce, tell_once


def _held(by: Person, programme_id: UUID, verb: str) -> Needs:
    found: Needs = Needs.objects.open_to(by, verb).select_for_update(of=("self",)).get(programme=programme_id)
    return found


def publish_result(by: Person, programme_id: UUID, was: int, id: UUID | None = None) -> ResultPublished:
    """Gives the result back to everybody; seven days for remarks begin. Published once, it stays.

    Raises Needs.DoesNotExist, NoNeedsYet, StaleRevision.
    """
    with transaction.atomic():
        needs = _held(by, programme_id, "workshops.publish")
        if already := ResultPublished.objects.standing().filter(needs=needs).first():
            return already
        if not needs.items.standing().exists():
            raise NoNeedsYet
        if needs.revision != was:
            raise ledger.StaleRevision(ledger.newest(needs))
        settle(needs, by, was=was)
        fact = ResultPublished(id=id or ledger.uuid7(), by=by, institution_id=needs.institution_id, needs=needs, number=needs.revision)
        told = tell_once(fact)
        _tell_phones(needs)
        return told


def _tell_phones(needs: Needs) -> None:
    touch(needs.programme_id, *KEYS)
    for workshop in needs.programme.workshops.values_list("id", flat=True):
        announce(workshop)


def remark(
    by: Person | None,
    programme_id: UUID,
    id: UUID,
    text: str,
    *,
    need_id: UUID | None = None,
    participant_id: UUID | None = None,
    enterprise_id: UUID | None = None,
    name: str = "",
    way: str = "phone",
    said_at: datetime | None = None,
) -> Remark:
    """What somebody says about the result. A participant says it themselves; staff types a call, a visit or a paper for an enterprise;
    by an open link nobody is known (`by` None). Raises NotPublished, RemarksAreOver, RemarkIsEmpty, TextTooLong, NotAParticipant, Conflict.
    """
    with transaction.atomic():
        needs = Needs.objects.select_for_update(of=("self",)).get(programme=programme_id)
        place = _place(by, needs, participant_id)
        fact = Remark(id=id, by=by, institution_id=needs.institution_id, needs=needs, need_id=need_id, participant=place, way=way)
        fact.text, fact.name, fact.said_at = text.strip(), plain(name, 120), said_at
        fact.enterprise_id = enterprise_id or (place.enterprise_id if place else None)
        return tell_once(fact, lambda: _refuse_remark(needs, fact))


def _place(by: Person | None, needs: Needs, participant_id: UUID | None) -> Participant | None:
    """The participant who speaks; None for a stranger by link and for an enterprise that staff speaks for."""
    room = Participant.objects.standing().filter(workshop__programme=needs.programme_id)
    own = room.filter(person=by).first() if by is not None and participant_id is None else None
    if by is None or own is not None:
        return own
    if participant_id is not None and (place := room.filter(id=participant_id).first()) and place.person_id == by.id:
        return place
    if not Needs.objects.open_to(by, "workshops.remark").filter(id=needs.id).exists():
        raise NotAParticipant
    return room.get(id=participant_id) if participant_id is not None else None


def _refuse_remark(needs: Needs, fact: Remark) -> None:
    if not fact.text:
        raise RemarkIsEmpty
    if len(fact.text) > REMARK_LENGTH:
        raise TextTooLong(most=REMARK_LENGTH)
    if fact.need_id is not None:
        needs.items.get(id=fact.need_id)
    closes_at = freezing_of(needs).closes_at
    if closes_at is None:
        raise NotPublished
    if ledger.now() >= closes_at:
        raise RemarksAreOver


def answer_remark(by: Person, remark_id: UUID, id: UUID, kind: str, text: str) -> RemarkAnswered:
    """What was or will be done, why not, or to whom it was passed; thanks are no answer. Raises Remark.DoesNotExist, ReasonNeeded."""
    with transaction.atomic():
        about = Remark.objects.open_to(by, "workshops.answer").select_related("needs").get(id=remark_id)
        fact = RemarkAnswered(id=id, by=by, institution_id=about.institution_id, remark=about, kind=kind, text=text.strip()[:500])

        def refuse() -> None:
            if not fact.text:
                raise ReasonNeeded

        told = tell_once(fact, refuse)
        renew_minutes(about.needs.programme_id, by, _("A remark was answered"))
        touch(about.needs.programme_id, *KEYS)
        return told


def dispute_answer(by: Person, id: UUID, *, card_id: UUID | None = None, remark_id: UUID | None = None) -> AnswerDisputed:
    """The author of a card or remark says that nobody answered them. Raises Card.DoesNotExist, Remark.DoesNotExist."""
    with transaction.atomic():
        about: Card | Remark
        if card_id is not None:
            about = Card.objects.get(id=card_id, participant__person=by)
        else:
            about = Remark.objects.get(id=remark_id, participant__person=by)
        return tell_once(AnswerDisputed(id=id, by=by, institution_id=about.institution_id, card_id=card_id, remark_id=remark_id))


def freeze_priorities(by: Person, programme_id: UUID, id: UUID) -> NeedsFrozen:
    """The order stands: the training actions answer to this revision. Frozen once, it stays.

    Raises Needs.DoesNotExist, NotPublished, DaysNotOver, RemarksUnanswered.
    """
    with transaction.atomic():
        needs = _held(by, programme_id, "workshops.freeze")
        if already := NeedsFrozen.objects.standing().filter(needs=needs).first():
            return already
        _refuse_freezing(needs)
        settle(needs, by)
        told = tell_once(NeedsFrozen(id=id, by=by, institution_id=needs.institution_id, needs=needs, number=needs.revision))
        _tell_phones(needs)
        return told


def _refuse_freezing(needs: Needs) -> None:
    refuse_frozen(needs)
    found = freezing_of(needs)
    if "not_published" in found.missing:
        raise NotPublished
    if "days_not_over" in found.missing:
        raise DaysNotOver(until=formats.moment(found.closes_at))
    if found.unanswered:
        raise RemarksUnanswered(n=len(found.unanswered))


def thaw_priorities(by: Person, programme_id: UUID, id: UUID, why: str) -> Needs:
    """Opens a frozen order again, and why. Raises Needs.DoesNotExist, NeedsNotFrozen, ReasonNeeded."""
    with transaction.atomic():
        needs = _held(by, programme_id, "workshops.freeze")
        frozen = NeedsFrozen.objects.standing().filter(needs=needs).first()
        if frozen is None:
            raise NeedsNotFrozen
        if not why.strip():
            raise ReasonNeeded
        ledger.void(frozen, by=by, why=why.strip(), id=id)
        _tell_phones(needs)
        return needs
