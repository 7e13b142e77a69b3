"""Who answers for a step, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.models import Membership
from milpa.people.roles import BY_SLUG
from milpa.people.standing import may
from milpa.programmes.models import Partner, Programme
from milpa.programmes.refusals import NotInTheTeam, NotOfTheGuide


@dataclass(frozen=True, slots=True)
class Answerable:
    """A membership that is named, or the step's first role without a name; until a date, if there is one."""

    membership: UUID | None = None
    due_on: date | None = None


def team(programme: Programme) -> Any:
    """The open memberships of staff of the owner and of the partners that accepted: who may be named."""
    accepted = Partner.objects.accepted().filter(programme=programme).values("invited")
    staff = [slug for slug, role in BY_SLUG.items() if role.is_staff]
    return Membership.objects.open().filter(Q(institution=programme.institution_id) | Q(institution__in=accepted), role__in=staff)


def assign(by: Any, programme_id: UUID, was: int, steps: Mapping[str, Answerable]) -> Programme:
    """Names who answers for some steps; the others stay as they are. One revision.

    Raises NotYours, Programme.DoesNotExist, NotOfTheGuide, NotInTheTeam, StaleRevision.
    """
    if not may(by, "programmes.edit"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "programmes.edit").select_for_update().get(id=programme_id)
        roles = _roles(programme, steps)
        for slug, answerable in steps.items():
            row = programme.assignments.filter(step=slug).first() or programme.assignments.model(programme=programme, step=slug)
            row.role = roles[slug, answerable.membership]
            row.membership_id, row.due_on = answerable.membership, answerable.due_on
            row.save()
        ledger.revise(programme, was, by=by, why=_("assignments"))
    return programme


def _roles(programme: Programme, steps: Mapping[str, Answerable]) -> dict[tuple[str, UUID | None], str]:
    """The guide's role word of each assignment: of the membership that is named, else the first in the step's `who`."""
    guide = programme.guide
    named = {answerable.membership for answerable in steps.values() if answerable.membership}
    held = dict(team(programme).filter(id__in=named).values_list("id", "role"))
    found: dict[tuple[str, UUID | None], str] = {}
    for slug, answerable in steps.items():
        if slug not in guide.steps:
            raise NotOfTheGuide
        if answerable.membership and answerable.membership not in held:
            raise NotInTheTeam
        first = guide.steps[slug].who[0] if guide.steps[slug].who else "coordinator"
        in_guide = BY_SLUG[held[answerable.membership]].in_guide if answerable.membership else ""
        found[slug, answerable.membership] = in_guide or first
    return found
