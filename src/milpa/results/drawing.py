"""Among which enterprises the lot of a phase is drawn: those invited in it and those that acted without being asked; else the register."""

from uuid import UUID

from milpa.programmes import registries
from milpa.programmes.involving import applies
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Programme


def can_be_drawn(programme: Programme, phase: str) -> set[UUID] | None:
    """Without those on the board. None for a phase that the guide does not have or in which nobody speaks for the conglomerate yet."""
    standing = standing_of(programme)
    if phase not in {known.id for known in standing.edition.phases} or not applies(phase, standing.edition, standing.partners):
        return None
    found: set[UUID] = set()
    for answer in registries.invited.values():
        found |= answer([programme.id]).get(programme.id, {}).get(phase, set())
    for acts in registries.acts.values():
        found |= {act.enterprise for act in acts([programme.id]).get(programme.id, ()) if act.phase == phase and act.enterprise}
    known = [register for answer in registries.registered.values() if (register := answer([programme.id]).get(programme.id))]
    board = {enterprise for register in known for enterprise in register.board}
    return (found - board) or {enterprise for register in known for enterprise in register.enterprises} - board
