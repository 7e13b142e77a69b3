"""Partners: invited by the owner, they answer for themselves."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.people.standing import may


class PartnerQuerySet(FactQuerySet):
    def standing(self) -> "PartnerQuerySet":
        """Invited and not gone."""
        return self.filter(voided_by=None, closed_by=None)

    def accepted(self) -> "PartnerQuerySet":
        return self.standing().filter(answers__accepted=True, answers__voided_by=None)

    def that_may_be_ended_by(self, person: Any) -> "PartnerQuerySet":
        """Of programmes that the person's institution owns, and its own part in others'."""
        from milpa.programmes.models.programme import Programme

        ends = Q(programme__in=Programme.objects.open_to(person, "programmes.invite_partner"))
        if may(person, "programmes.answer_invitation"):
            ends |= Q(invited=person.institution_id)
        return self.filter(ends)

    def waiting_for(self, person: Any) -> "PartnerQuerySet":
        """Invitations of the person's institution that nobody has answered, if they are one to answer."""
        if not may(person, "programmes.answer_invitation"):
            return self.none()
        answered = PartnerAnswer.objects.filter(voided_by=None).values("partner")
        return self.standing().filter(invited=person.institution_id).exclude(id__in=answered)


class Partner(Closable, Fact):
    """`invited` is asked to take part: it decides with the others, contributes, funds, or speaks for the conglomerate."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="partners")
    invited = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    decides = models.BooleanField(default=False)  # weighs, decides and signs the selection
    speaks = models.BooleanField(default=False)  # the counterpart, or who may become it
    funds = models.BooleanField(default=False)
    contributes = models.TextField(blank=True, default="")

    objects = PartnerQuerySet.as_manager()
    said = _("invited a partner")

    @property
    def has_accepted(self) -> bool:
        return any(answer.accepted for answer in self._standing_answers)

    @property
    def has_declined(self) -> bool:
        """Its newest word is no."""
        return bool(self._standing_answers) and not self.has_accepted

    @property
    def _standing_answers(self) -> list["PartnerAnswer"]:
        return [answer for answer in self.answers.all() if answer.voided_by is None]

    class Meta(Fact.Meta):
        indexes = [models.Index(fields=["invited", "programme"]), models.Index(fields=["institution", "recorded_at"])]


class PartnerAnswer(Fact):
    """The invited institution's own word; the newest that is not voided counts."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="answers")
    accepted = models.BooleanField()
    why = models.TextField(blank=True, default="")

    said = _("answered an invitation to be a partner")


class PartnerLeft(Fact):
    closes = "partner"
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="departures")
    why = models.TextField()

    said = _("ended a partnership")
