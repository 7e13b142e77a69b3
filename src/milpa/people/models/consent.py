"""Consent to a use of personal data: given on the screen, on paper or aloud, and withdrawn by the person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.people.models.person import Person

USES = [
    ("training", _("to take part in training and receive certificates")),
    ("contact", _("to be called or written to about training")),
    ("pictures", _("to show photographs in which I appear")),
    ("people", _("to keep the people I belong to, to offer training in my language")),
]
WAYS = [("screen", _("on the screen")), ("paper", _("on paper")), ("aloud", _("aloud, recorded"))]


class ConsentQuerySet(FactQuerySet):
    def standing(self) -> "ConsentQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class ConsentGiven(Closable, Fact):
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    use = models.CharField(max_length=20, choices=USES)
    way = models.CharField(max_length=10, choices=WAYS, default="screen")
    text_of = models.DateField()  # date of the notice that was shown

    objects = ConsentQuerySet.as_manager()
    said = _("gave consent to a use of their data")


class ConsentWithdrawn(Fact):
    closes = "consent"
    consent = models.ForeignKey(ConsentGiven, on_delete=models.PROTECT, related_name="closings")

    said = _("withdrew a consent")
