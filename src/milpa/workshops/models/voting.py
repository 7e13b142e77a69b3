"""The secret vote and the judgement for ICT."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Anonymous, Closable, Mark
from milpa.workshops.models.cards import Group
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import WAYS, SaidInWorkshop, SaidQuerySet

CRITERIA = [
    ("screen", _("Can it be learnt on a screen?")),
    ("practice", _("Is it practised in the enterprise?")),
    ("access", _("Are there devices and connection?")),
    ("content", _("Is there content?")),
    ("reach", _("How many does it reach?")),
]


class VoteQuerySet(SaidQuerySet):
    def newest(self, workshop: object) -> "Vote | None":
        """The vote that counts: the last opened that was not withdrawn."""
        vote: Vote | None = self.standing().filter(workshop=workshop).in_order().last()
        return vote


class Vote(Closable, SaidInWorkshop):
    """A dot vote over the groups that were on the wall when it was opened; secret until it is closed."""

    question = models.CharField(max_length=200)
    groups = models.JSONField(default=list)  # ids, in the order of the wall
    dots_each = models.PositiveSmallIntegerField()
    most_on_one = models.PositiveSmallIntegerField(default=1)

    objects = VoteQuerySet.as_manager()
    said = _("opened a vote")

    @property
    def is_open(self) -> bool:
        return self.closed_by is None and self.voided_by is None


class VoteClosed(SaidInWorkshop):
    closes = "vote"
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="closings")

    said = _("closed a vote")


class Ballot(Anonymous):
    """One person's dots, sent whole and never changed; whose they are is not recorded."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="ballots")
    dots = models.JSONField(default=dict)  # group id -> dots


class BallotMark(Mark):
    """That somebody voted (`about`: the vote), and by which way. Not what."""

    way = models.CharField(max_length=8, choices=WAYS, default="phone")


class Judgement(SaidInWorkshop):
    """One value for the room, from 0 to 3, agreed aloud; empty takes it back. The newest of a group and criterion counts."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="judgements")
    criterion = models.CharField(max_length=10, choices=CRITERIA)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.CharField(max_length=200, blank=True, default="")  # the reason that was said
    said_by = models.ForeignKey(Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    said = _("judged whether a need suits ICT")
    erasable = ("words",)
