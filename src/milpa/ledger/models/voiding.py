"""Facts about facts: one withdraws another, one empties another's free text."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact


class Voided(Fact):
    """The fact `target` of `kind` no longer counts, because of `why`. A voiding can be voided."""

    kind = models.CharField(max_length=80)
    target = models.UUIDField(db_index=True)
    why = models.TextField()

    said = _("withdrew something")
    erasable = ("why",)


class Erased(Fact):
    """The free text of `target` was emptied at its person's wish; what they did stays countable."""

    kind = models.CharField(max_length=80)
    target = models.UUIDField(db_index=True)

    said = _("erased a text of their own")
