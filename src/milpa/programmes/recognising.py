"""The evidence that `programmes` answers itself."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.people.models import Membership
from milpa.people.roles import BY_SLUG
from milpa.programmes.journeys import PartnerRead, partners_of
from milpa.programmes.models import Programme
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said, said_n

TEAM = ("coordinator", "facilitator", "designer", "support", "evaluator")


def team_complete(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """Coordination, facilitation, instructional design, platform support and evaluation each have a person in the owner's institution."""
    owners = dict(Programme.objects.filter(id__in=list(programmes)).values_list("id", "institution"))
    since: dict[UUID, dict[str, Any]] = defaultdict(dict)
    held = Membership.objects.open().filter(institution__in=owners.values(), role__in=TEAM, person__erased_at=None).in_order()
    for institution, role, at in held.values_list("institution", "role", "recorded_at"):
        since[institution].setdefault(role, at)
    return {id: _team(since[institution]) for id, institution in owners.items()}


def _team(held: dict[str, Any]) -> EvidenceAnswer:
    lacking = [BY_SLUG[role].name for role in TEAM if role not in held]
    link = reverse("people:members")
    if not lacking:
        return EvidenceAnswer(True, since=max(held.values()), link=link, done=len(TEAM), all=len(TEAM))
    missing = said_n("Give one role to somebody: {roles}", "Give {n} roles to somebody: {roles}", len(lacking), roles=lacking)
    return EvidenceAnswer(False, missing, link=link, done=len(TEAM) - len(lacking), all=len(TEAM))


def partners_accepted(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """All invited partners answered (or left), and at least one that decides accepted."""
    ids = list(programmes)
    found = partners_of(ids)
    return {id: _accepted(id, found[id]) for id in ids}


def _accepted(programme: UUID, partners: list[PartnerRead]) -> EvidenceAnswer:
    link = reverse("programmes:partners", args=[programme])
    answered = [partner for partner in partners if not partner.is_awaited]
    if not partners:
        return EvidenceAnswer(False, said("Invite the partners who decide with you"), link=link)
    if len(answered) < len(partners):
        missing = said("{done} of {all} invited partners answered", done=len(answered), all=len(partners))
        return EvidenceAnswer(False, missing, link=link, done=len(answered), all=len(partners))
    if not any(partner.takes_part and partner.decides for partner in partners):
        missing = said("No partner that decides has accepted")
        return EvidenceAnswer(False, missing, link=link, done=len(answered), all=len(partners))
    since = max((partner.answered_at for partner in partners if partner.answered_at), default=None)
    return EvidenceAnswer(True, since=since, link=link, done=len(answered), all=len(partners))


def replicated(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """A programme has grown from this one."""
    ids = list(programmes)
    grown: dict[UUID, UUID] = dict(Programme.objects.filter(grown_from__in=ids).order_by("-id").values_list("grown_from", "id"))
    return {id: _replicated(id, grown.get(id)) for id in ids}


def _replicated(programme: UUID, grown: UUID | None) -> EvidenceAnswer:
    if grown is None:
        link = reverse("programmes:replicate", args=[programme])
        return EvidenceAnswer(False, said("No programme has grown from this one yet"), link=link)
    return EvidenceAnswer(True, link=reverse("programmes:journey", args=[grown]), done=1, all=1)
