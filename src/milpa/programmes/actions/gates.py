"""A gate is passed with a written reason that stays visible. It never blocked anything: passing it says that one goes on knowing."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.ledger.models import Voided
from milpa.ledger.refusals import NotYours
from milpa.people.standing import may
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import GatePassed, Programme
from milpa.programmes.refusals import NotOfTheGuide


def pass_gate(by: Any, id: UUID, programme_id: UUID, phase: str, why: str) -> GatePassed:
    """Whether the gate was met at that moment is kept with it. Raises NotYours, Programme.DoesNotExist, NotOfTheGuide."""
    if not may(by, "programmes.pass_gate"):
        raise NotYours
    with transaction.atomic():
        programme = Programme.objects.open_to(by, "programmes.pass_gate").select_for_update().get(id=programme_id)
        known = GatePassed.objects.filter(id=id).first()
        was_met = known.was_met if known else _is_met(programme, phase)
        fact = GatePassed(id=id, by=by, institution_id=programme.institution_id, programme=programme, phase=phase, why=why, was_met=was_met)
        stored, new = ledger.recognise([fact])
        stored = stored or ledger.append(new)
    return stored[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def take_back(by: Any, id: UUID, gate_id: UUID, why: str) -> Voided:
    """The gate counts as not passed again; both reasons stay on record. Raises NotYours, GatePassed.DoesNotExist."""
    if not may(by, "programmes.pass_gate"):
        raise NotYours
    with transaction.atomic():
        programmes = Programme.objects.open_to(by, "programmes.pass_gate")
        return ledger.void(GatePassed.objects.filter(programme__in=programmes).get(id=gate_id), by=by, why=why, id=id)


def _is_met(programme: Programme, phase: str) -> bool:
    gates = {gate.phase.id: gate for gate in standing_of(programme).phases}
    if phase not in gates:
        raise NotOfTheGuide
    return gates[phase].gate.is_met
