"""An invitation is a link to copy and a QR. Only the hash of its token is kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.people.models.person import Person


class InvitationQuerySet(FactQuerySet):
    def waiting(self, moment: object) -> "InvitationQuerySet":
        return self.filter(voided_by=None, closed_by=None, until__gt=moment)


class Invitation(Closable, Fact):
    token_hash = models.CharField(max_length=64, db_index=True)
    role = models.CharField(max_length=24)
    name = models.CharField(max_length=120, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    until = models.DateTimeField()

    objects = InvitationQuerySet.as_manager()
    said = _("invited someone")
    erasable = ("name", "email")


class InvitationClosed(Fact):
    """It was accepted, by `person`, and opens no second door."""

    closes = "invitation"
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="closings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    said = _("accepted an invitation")
