from milpa.results.models.indicator import Indicator, Reading
from milpa.results.models.meeting import MeetingAttended, MeetingHeld
from milpa.results.models.own_word import OwnWord, OwnWordAsked
from milpa.results.models.report import Report, ReportSent

__all__ = ["Indicator", "MeetingAttended", "MeetingHeld", "OwnWord", "OwnWordAsked", "Reading", "Report", "ReportSent"]
