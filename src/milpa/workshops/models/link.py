"""The same by link over days, for those who cannot come; and how their votes count, as the group decides."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable
from milpa.workshops.models.said import SaidInWorkshop, SaidQuerySet
from milpa.workshops.models.voting import Vote

WEIGHTS = [
    ("same", _("each counts like a vote in the room")),
    ("apart", _("they are shown beside the room's, and do not change its order")),
    ("not", _("they are not counted")),
]


class LinkQuerySet(SaidQuerySet):
    def newest(self, workshop: object) -> "LinkOpened | None":
        window: LinkOpened | None = self.standing().filter(workshop=workshop).select_related("vote").in_order().last()
        return window


class LinkOpened(Closable, SaidInWorkshop):
    """From when to when people take part by link: they write cards, and vote if there is a vote for them."""

    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    vote = models.ForeignKey(Vote, null=True, blank=True, on_delete=models.PROTECT, related_name="link_windows")

    objects = LinkQuerySet.as_manager()
    said = _("opened a workshop by link")

    def is_open(self, now: datetime) -> bool:
        return self.closed_by is None and self.voided_by is None and self.opens_at <= now < self.closes_at


class LinkEnded(SaidInWorkshop):
    closes = "window"
    window = models.ForeignKey(LinkOpened, on_delete=models.PROTECT, related_name="endings")

    said = _("ended a workshop by link")


class LinkWeighed(SaidInWorkshop):
    """How the votes by link count, decided by the group before anybody sees them; the newest counts."""

    weight = models.CharField(max_length=6, choices=WEIGHTS)
    why = models.CharField(max_length=300)

    said = _("decided how votes by link count")
