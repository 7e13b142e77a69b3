"""The sharing round: to whom the word was given, who spoke, who passed. The newest of each counts, by the rule of turns."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.workshops.models.room import ActivityOpened, Participant
from milpa.workshops.models.said import SaidInWorkshop

TURNS = [("called", _("was given the word")), ("spoke", _("spoke")), ("passed", _("passed the word on"))]


class Turn(SaidInWorkshop):
    """One moment of a round. `opening`: the activity as it was opened; opened again, a new round begins."""

    opening = models.ForeignKey(ActivityOpened, on_delete=models.PROTECT, related_name="turns")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="turns")
    what = models.CharField(max_length=8, choices=TURNS)

    said = _("put on record whose turn it was to speak")
