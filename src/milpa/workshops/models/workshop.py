"""A participatory workshop: what is asked, where and when, its activities in order, who was invited, how it ended."""

from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.ids import uuid7
from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Closable, Fact
from milpa.programmes.models import Programme
from milpa.workshops.models.methods import DOTS, METHODS
from milpa.workshops.models.said import SaidInWorkshop, SaidQuerySet
from milpa.workshops.rules.balance import VOICES
from milpa.workshops.rules.codes import heard

KINDS = [
    ("welcome", _("Welcome and rules")),
    ("writing", _("Write in silence")),
    ("workers_apart", _("Table of workers")),
    ("sharing", _("Read aloud and clarify")),
    ("grouping", _("Group and name")),
    ("naming", _("Give each group its name")),
    ("break", _("Break")),
    ("training_or_not", _("Is it solved by training?")),
    ("voting", _("Vote")),
    ("suitability", _("Does it suit ICT?")),
    ("commitments", _("Commitments")),
    ("closing", _("Closing")),
]
INVITED_BY = [
    ("association", _("through the association")),
    ("call", _("by call")),
    ("visit", _("by visit")),
    ("message", _("by message")),
    ("letter", _("by letter")),
    ("radio", _("on the radio")),
    ("other", _("another way")),
]
ANSWERED = [("will_come", _("will come")), ("came", _("came")), ("cannot", _("cannot come")), ("no_answer", _("did not answer"))]
SIDES = [
    ("institute", _("institution")),
    ("association", _("association or committee")),
    ("enterprises", _("enterprises")),
    ("partner", _("partner")),
]
MOMENTS = [("invited", _("not invited")), ("present", _("not present"))]
VOICE_WORDS = dict(zip(VOICES, (_("a micro enterprise"), _("a rural enterprise"), _("an enterprise led by a woman")), strict=True))

AnyFact = TypeVar("AnyFact", bound=Fact)


class WorkshopQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "workshops.see") -> "WorkshopQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def called(self, code: str) -> "WorkshopQuerySet":
        """By what somebody typed or heard: "maíz 42", "maiz-42"."""
        spoken = heard(code)
        return self.filter(code=spoken) if spoken else self.none()


class Workshop(Document):
    """`code` is called across the room and typed to join; it is never given to another workshop."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="workshops")
    title = models.CharField(max_length=120)
    question = models.CharField(max_length=200)  # what everybody answers, one idea a card
    place = models.CharField(max_length=200, blank=True, default="")
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=180)
    care = models.TextField(blank=True, default="")  # hour and place agreed, child care, transport, languages
    code = models.CharField(max_length=24, db_index=True)
    phones_group = models.BooleanField(default=False)  # participants lay cards into groups too, on their phones

    CONTENT = "milpa.workshops.content.workshop"
    objects = WorkshopQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @property
    def slug(self) -> str:
        """The code as it stands in an address: "maiz-42"."""
        return self.code.lower().replace(" ", "-")

    @property
    def is_closed(self) -> bool:
        return WorkshopClosed.objects.standing().filter(workshop=self).exists()

    def says(self, model: type[AnyFact], by: Any, id: UUID, **said: Any) -> AnyFact:
        """A fact of this workshop, to be recognised and appended."""
        return model(id=id, by=by, institution_id=self.institution_id, workshop=self, **said)


class Activity(models.Model):
    """One part of a workshop. `say`: what the facilitator reads aloud."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="activities")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=KINDS)
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField(default=0)
    say = models.TextField(blank=True, default="")
    method = models.CharField(max_length=8, choices=METHODS, default=DOTS)  # of an activity in which people vote

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.title


class WorkshopInvited(SaidInWorkshop):
    """An enterprise was asked to come: by which way, which day, in which language it prefers to take part."""

    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    whom = models.CharField(max_length=200, blank=True, default="")  # if it is not in the register
    way = models.CharField(max_length=12, choices=INVITED_BY)
    on = models.DateField()
    language = models.CharField(max_length=8, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")  # phone, connection, child care, transport

    said = _("invited an enterprise to a workshop")
    erasable = ("whom", "note")


class InvitationAnswered(SaidInWorkshop):
    """What became of an invitation; the newest counts."""

    invitation = models.ForeignKey(WorkshopInvited, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=ANSWERED)

    said = _("put on record what an enterprise answered")


class VoiceExplained(SaidInWorkshop):
    """Why no micro, rural or woman-led enterprise was invited, or came. The newest of each counts; an empty one takes it back."""

    moment = models.CharField(max_length=8, choices=MOMENTS)
    voice = models.CharField(max_length=12, choices=list(VOICE_WORDS.items()))
    why = models.TextField(blank=True, default="")

    said = _("put on record why a voice is missing")


class Commitment(Closable, SaidInWorkshop):
    """What somebody will do, read aloud at the end."""

    who = models.CharField(max_length=120)
    side = models.CharField(max_length=12, choices=SIDES)
    text = models.CharField(max_length=300)
    until = models.DateField(null=True, blank=True)

    said = _("wrote a commitment")
    erasable = ("who", "text")


class CommitmentKept(SaidInWorkshop):
    closes = "commitment"
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="keepings")
    how = models.CharField(max_length=300, blank=True, default="")  # what shows it

    said = _("said that a commitment was kept")


class WorkshopClosed(SaidInWorkshop):
    """Nothing is written or voted any more; its needs were proposed. Voided, the workshop is open again."""

    objects = SaidQuerySet.as_manager()
    said = _("closed a workshop")


class MinutesIssued(SaidInWorkshop):
    """The minutes may be read by everybody. `text`: what the facilitator adds to what was counted."""

    text = models.TextField(blank=True, default="")

    said = _("issued the minutes of a workshop")
