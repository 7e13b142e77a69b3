from milpa.programmes.models.calendar import CalendarEntry
from milpa.programmes.models.evidence import EvidenceAttached, GatePassed, StepState
from milpa.programmes.models.partner import Partner, PartnerAnswer, PartnerLeft
from milpa.programmes.models.programme import Assignment, Programme

__all__ = [
    "Assignment",
    "CalendarEntry",
    "EvidenceAttached",
    "GatePassed",
    "Partner",
    "PartnerAnswer",
    "PartnerLeft",
    "Programme",
    "StepState",
]
