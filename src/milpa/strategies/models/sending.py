"""The text is sent to the enterprises and to the board for their word; who received it says that they read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.strategies.models.strategy import Strategy

WAYS = [
    ("message", _("a message to their phone")),
    ("paper", _("on paper, with the code to scan")),
    ("mail", _("by e-mail")),
    ("meeting", _("in a meeting or an assembly")),
    ("call", _("by a call")),
]


class SendingQuerySet(FactQuerySet):
    def standing(self) -> "SendingQuerySet":
        return self.filter(voided_by=None)


class StrategySent(Fact):
    """Revision `number` was sent for comment. `enterprises`: ids of the register, as they were chosen then, sorted; all in one act.

    `board`: the people who speak for the counterpart received it too.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="sendings")
    number = models.PositiveIntegerField()
    enterprises = models.JSONField(default=list)
    board = models.BooleanField(default=False)
    way = models.CharField(max_length=10, choices=WAYS)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)  # until when their word is asked for

    objects = SendingQuerySet.as_manager()
    said = _("sent the strategy for comment")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["strategy"])]


class StrategyRead(Fact):
    """Somebody who received it says that they read revision `number`, also without a word about it."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="readings")
    number = models.PositiveIntegerField()

    objects = SendingQuerySet.as_manager()
    said = _("said that they read the strategy")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["strategy"])]
