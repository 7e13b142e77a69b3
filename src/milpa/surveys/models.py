"""A survey about something, who was asked, and what was answered: by name, or apart from the mark that one has answered."""

import json
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Anonymous, Closable, Fact, FactQuerySet, Mark
from milpa.programmes.models import Programme
from milpa.surveys.rules.form import Form, of_plain

ACCESS, BASELINE, FOLLOWUP, SATISFACTION, OTHER = "access", "baseline", "followup", "satisfaction", "other"
KINDS = [
    (ACCESS, _("access to ICT")),
    (BASELINE, _("baseline")),
    (FOLLOWUP, _("follow-up")),
    (SATISFACTION, _("satisfaction")),
    (OTHER, _("another survey")),
]
WEB, PAPER, CALL = "web", "paper", "call"
WAYS = [(WEB, _("on a phone or computer")), (PAPER, _("on paper")), (CALL, _("by call"))]
ASKED_BY = [("visit", _("visit")), ("call", _("call")), ("message", _("message")), ("paper", _("sheet of paper")), ("link", _("own link"))]


class SurveyQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "surveys.see") -> "SurveyQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def not_closed(self) -> "SurveyQuerySet":
        return self.filter(closed_by=None)

    def under_way(self, today: Any) -> "SurveyQuerySet":
        """Those that can be answered today."""
        return self.not_closed().filter(Q(opens=None) | Q(opens__lte=today), Q(closes=None) | Q(closes__gte=today))


class Survey(Closable, Document):
    """`form` is the survey as `rules.form.plain` writes it; it does not change once the survey is there."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="surveys")
    kind = models.CharField(max_length=12, choices=KINDS)
    title = models.CharField(max_length=160)
    form = models.JSONField(default=dict)
    is_anonymous = models.BooleanField(default=False)
    is_standing = models.BooleanField(default=False)  # without a last day: sealed each night
    opens = models.DateField(null=True, blank=True)
    closes = models.DateField(null=True, blank=True)
    subject_kind = models.CharField(max_length=40, blank=True, default="")  # of `registries.subjects`; "" = the programme's register
    subject_id = models.UUIDField(null=True, blank=True)

    CONTENT = "milpa.surveys.content"
    objects = SurveyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "kind"]), models.Index(fields=["subject_kind", "subject_id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def questionnaire(self) -> Form:
        return of_plain(self.form)

    @property
    def is_closed(self) -> bool:
        return self.closed_by is not None

    @property
    def has_results(self) -> bool:
        """Anonymous answers are read only once they are sealed."""
        return not self.is_anonymous or self.is_closed or self.is_standing

    def is_open(self, today: Any) -> bool:
        return not self.is_closed and (self.opens is None or self.opens <= today) and (self.closes is None or today <= self.closes)


class SurveyClosed(Fact):
    closes = "survey"
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="closings")

    said = _("closed a survey")


class AnswerQuerySet(FactQuerySet):
    def standing(self) -> "AnswerQuerySet":
        return self.filter(voided_by=None)

    def readable(self) -> "AnswerQuerySet":
        """Without those that a person has erased, which stay countable."""
        return self.standing().exclude(answers="")


class WithAnswers:
    """`answers` is JSON of {question: value}; empty after erasure."""

    answers: Any

    @property
    def values(self) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self.answers) if self.answers else {}
        return kept


class Answer(WithAnswers, Fact):
    """`by` is whose answer it is, empty where only the enterprise is known; `typed_by` is who typed it for them."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="answers")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8, choices=WAYS, default=WEB)
    typed_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answers = models.TextField()

    objects = AnswerQuerySet.as_manager()
    said = _("answered a survey")
    erasable = ("answers",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["survey", "recorded_at"])]


class AnonymousAnswer(WithAnswers, Anonymous):
    """Nothing here leads to who answered."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="anonymous_answers")
    answers = models.TextField()


class AnsweredMark(Mark):
    """This person, or the holder of this ticket, has answered the survey `about`."""


class SurveyAsked(Fact):
    """An enterprise or a person was asked to answer."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="asked")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8, choices=ASKED_BY)
    note = models.CharField(max_length=300, blank=True, default="")

    said = _("asked someone to answer a survey")
    erasable = ("note",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["survey"])]


class SurveyDeclined(Fact):
    """They prefer not to answer, with the reason if they gave one."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="declined")
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True, default="")

    said = _("put on record that someone does not answer a survey")
    erasable = ("why",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["survey"])]


class TicketIssued(Fact):
    """A link for one answer, for whom has no account. Only the hash of its token is kept; the mark of an answer names it."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="tickets")
    token_hash = models.CharField(max_length=64, db_index=True)
    enterprise = models.ForeignKey("conglomerates.Enterprise", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    said = _("made a link to answer a survey")

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["survey"])]


def ids_of(rows: Any) -> set[UUID]:
    """The ids that a queryset of one column holds, without the empty one."""
    return {row for row in rows if row is not None}
