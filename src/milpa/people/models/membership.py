"""A person's role in their institution: opened and closed by facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.people.models.person import Person
from milpa.people.roles import ROLES


class MembershipQuerySet(FactQuerySet):
    def open(self) -> "MembershipQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class Membership(Closable, Fact):
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=24, choices=[(role.slug, role.name) for role in ROLES])

    objects = MembershipQuerySet.as_manager()
    said = _("gave someone a role")

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["person", "role"]), models.Index(fields=["institution", "recorded_at"])]


class MembershipClosed(Fact):
    closes = "membership"
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="closings")
    why = models.CharField(max_length=300, blank=True, default="")

    said = _("ended someone's role")
