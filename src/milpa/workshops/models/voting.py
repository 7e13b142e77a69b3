"""The secret vote and the judgement for ICT."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Anonymous, Closable, Mark
from milpa.workshops.models.cards import Group
from milpa.workshops.models.methods import DOTS, METHODS
from milpa.workshops.models.room import Participant
from milpa.workshops.models.said import WAYS, SaidInWorkshop, SaidQuerySet

CRITERIA = [
    ("screen", _("Can it be learnt on a screen?")),
    ("practice", _("Is it practised in the enterprise?")),
    ("access", _("Are there devices and connection?")),
    ("content", _("Is there content?")),
    ("reach", _("How many does it reach?")),
]
PROPOSED = [("group", _("a group")), ("alike", _("two cards that say the same"))]


class VoteQuerySet(SaidQuerySet):
    def newest(self, workshop: object) -> "Vote | None":
        """The vote on the screens: the last opened that was not withdrawn; the vote by link is none of them."""
        vote: Vote | None = self.standing().filter(workshop=workshop, link_windows=None).in_order().last()
        return vote

    def deciding(self, workshop: object) -> "Vote | None":
        """The vote that orders the needs: the last over the groups of the wall, not over a list that was pasted."""
        vote: Vote | None = self.standing().filter(workshop=workshop, options={}, link_windows=None).in_order().last()
        return vote


class Vote(Closable, SaidInWorkshop):
    """A vote over the groups that were on the wall when it was opened, or over a list that was pasted; secret until it is closed."""

    question = models.CharField(max_length=200)
    method = models.CharField(max_length=8, choices=METHODS, default=DOTS)
    groups = models.JSONField(default=list)  # ids of what is voted on, in the order of the wall or of the list
    options = models.JSONField(default=dict)  # id -> words of what was pasted; empty for the groups of the wall
    dots_each = models.PositiveSmallIntegerField(default=0)  # of a vote by dots
    most_on_one = models.PositiveSmallIntegerField(default=1)
    places = models.PositiveSmallIntegerField(default=0)  # of a vote by order: how many each person puts in order
    quorum = models.PositiveSmallIntegerField(default=0)  # people who must vote for it to hold; 0: none was agreed

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
    """One person's vote, sent whole and never changed; whose it is is not recorded. Empty in all columns but `blank`: an abstention."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="ballots")
    dots = models.JSONField(default=dict)  # option -> dots
    order = models.JSONField(default=list)  # options, the most wanted first; what is not in it shares the last place
    scores = models.JSONField(default=dict)  # option -> its mark, or its importance
    feasible = models.JSONField(default=dict)  # option -> how feasible it is
    blank = models.BooleanField(default=False)


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


class ProposalAnswered(SaidInWorkshop):
    """What the room did with a group, or with two cards alike, that the machine proposed. The newest of a kind and key counts."""

    kind = models.CharField(max_length=8, choices=PROPOSED)
    key = models.CharField(max_length=64)  # the concept; or the print of the two cards
    accepted = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True, default="")  # as it was shown

    said = _("answered a proposal for grouping")
