"""Partners are invited by the owner and answer for themselves."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.actions.inviting import invite
from milpa.people.models import Institution
from milpa.people.standing import may
from milpa.programmes.models import Partner, PartnerAnswer, PartnerLeft, Programme
from milpa.programmes.refusals import AlreadyAnswered, AlreadyAPartner, NoPart, OwnInstitution, PartnershipOver
from milpa.programmes.touching import touch
from milpa.web import formats

KEY = "programmes.partners_accepted"
SIGNED_BY_PARTNERS = "strategies.signed_by_partners"  # whose sides change with them


@dataclass(frozen=True, slots=True)
class Part:
    """What the partner would do: decide with the others, speak for the conglomerate, fund, contribute something."""

    decides: bool = False
    speaks: bool = False
    funds: bool = False
    contributes: str = ""

    @property
    def is_none(self) -> bool:
        return not (self.decides or self.speaks or self.funds or self.contributes)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An institution that is not in Milpa yet, and the first person of it: the invitation's link opens for them."""

    institution_id: UUID
    name: str
    kind: str
    invitation_id: UUID
    person: str
    role: str
    email: str = ""


def invite_partner(by: Any, id: UUID, programme_id: UUID, institution_id: UUID, part: Part) -> Partner:
    """Asks an institution that is in Milpa to take part. Sent twice it is asked once.

    Raises NotYours, Programme.DoesNotExist, Institution.DoesNotExist, OwnInstitution, NoPart, AlreadyAPartner.
    """
    with transaction.atomic():
        programme = _fetch(by, programme_id)
        return _ask(by, id, programme, Institution.objects.get(id=institution_id), part)


def invite_newcomer(by: Any, id: UUID, programme_id: UUID, newcomer: Newcomer, part: Part) -> tuple[Partner, str]:
    """Makes the institution, asks it to take part, and invites its first person. Answers the partner and the invitation's token, which
    is the same each time the form is sent. If the e-mail is somebody's who is in Milpa already, their institution is asked, and there is
    no token.

    Raises NotYours, Programme.DoesNotExist, NoPart.
    """
    with transaction.atomic():
        programme = _fetch(by, programme_id)
        if part.is_none:
            raise NoPart
        if newcomer.email and (theirs := Institution.objects.filter(people__account__email__iexact=newcomer.email).first()):
            return _ask(by, id, programme, theirs, part), ""
        institution = Institution.objects.filter(id=newcomer.institution_id).first()
        institution = institution or _new_institution(by, newcomer, programme)
        partner = _ask(by, id, programme, institution, part)
        _invitation, token = invite(by, newcomer.invitation_id, newcomer.role, name=newcomer.person, email=newcomer.email, to=institution)
    return partner, token


def answer_invitation(by: Any, id: UUID, partner_id: UUID, accepted: bool, why: str = "") -> PartnerAnswer:
    """The invited institution's own word, by one of its people. Raises NotYours, Partner.DoesNotExist for another institution's
    invitation, PartnershipOver, AlreadyAnswered."""
    if not may(by, "programmes.answer_invitation"):
        raise NotYours
    with transaction.atomic():
        partner = Partner.objects.select_for_update().select_related("programme__institution").get(id=partner_id, invited=by.institution_id)
        fact = PartnerAnswer(id=id, by=by, institution_id=partner.institution_id, partner=partner, accepted=accepted, why=why)
        stored, new = ledger.recognise([fact])
        if new:
            _refuse_if_over(partner)
            _refuse_second_answer(partner, accepted)
            stored = ledger.append(new)
            touch(partner.programme_id, KEY, SIGNED_BY_PARTNERS)
    return stored[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def end_partnership(by: Any, id: UUID, partner_id: UUID, why: str) -> PartnerLeft:
    """By the owner, or by the partner itself, with the reason. Raises NotYours, Partner.DoesNotExist, PartnershipOver."""
    if not (may(by, "programmes.invite_partner") or may(by, "programmes.answer_invitation")):
        raise NotYours
    with transaction.atomic():
        partner = Partner.objects.that_may_be_ended_by(by).select_for_update().select_related("programme__institution").get(id=partner_id)
        fact = PartnerLeft(id=id, by=by, institution_id=partner.institution_id, partner=partner, why=why)
        stored, new = ledger.recognise([fact])
        if new:
            _refuse_if_over(partner)
            stored = ledger.append(new)
            touch(partner.programme_id, KEY, SIGNED_BY_PARTNERS)
    return stored[0]  # type: ignore[return-value]  # as above


def _fetch(by: Any, programme_id: UUID) -> Programme:
    if not may(by, "programmes.invite_partner"):
        raise NotYours
    return Programme.objects.open_to(by, "programmes.invite_partner").select_for_update().get(id=programme_id)


def _new_institution(by: Any, newcomer: Newcomer, programme: Programme) -> Institution:
    """In the country and zone of whoever invites it; its own people complete it."""
    made = Institution(id=newcomer.institution_id, name=newcomer.name, kind=newcomer.kind)
    made.country, made.zone, made.is_demonstration = by.institution.country, by.institution.zone, by.institution.is_demonstration
    made.institution = made
    ledger.create(made, by=by, why=_("invited to “{programme}”").format(programme=programme.title))
    return made


def _ask(by: Any, id: UUID, programme: Programme, invited: Institution, part: Part) -> Partner:
    fact = Partner(
        id=id,
        by=by,
        institution_id=programme.institution_id,
        programme=programme,
        invited=invited,
        decides=part.decides,
        speaks=part.speaks,
        funds=part.funds,
        contributes=part.contributes,
    )
    stored, new = ledger.recognise([fact])
    if new:
        if invited.id == programme.institution_id:
            raise OwnInstitution(institution=invited.name)
        if part.is_none:
            raise NoPart
        if any(not before.has_declined for before in programme.partners.standing().filter(invited=invited)):
            raise AlreadyAPartner(institution=invited.name)
        stored = ledger.append(new)
        touch(programme.id, KEY)
    return stored[0]  # type: ignore[return-value]  # as above


def _refuse_second_answer(partner: Partner, accepted: bool) -> None:
    """Who declined may still accept; who accepted leaves by ending the partnership."""
    if partner.has_accepted or (partner.has_declined and not accepted):
        raise AlreadyAnswered(answer=_("accepted") if partner.has_accepted else _("declined"))


def _refuse_if_over(partner: Partner) -> None:
    if partner.closed_by or partner.voided_by:
        ended = partner.departures.filter(voided_by=None).in_order().first()
        day = formats.day(ended.recorded_at if ended else partner.recorded_at)
        raise PartnershipOver(day=day, institution=partner.programme.institution.name)
