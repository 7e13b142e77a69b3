"""What is said beside the text, and how it was answered, one by one. `by` is whose words they are, whoever typed them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact, FactQuerySet
from milpa.strategies.models.strategy import Strategy

CHANGE, QUESTION, COMMENT = "change", "question", "comment"
KINDS = [(CHANGE, _("a change to the words")), (QUESTION, _("a question")), (COMMENT, _("a comment"))]
DONE, WILL_BE_DONE, NOT_BECAUSE, PASSED_ON = "done", "will_be_done", "not_because", "passed_on"
ANSWERS = [
    (DONE, _("It was done")),
    (WILL_BE_DONE, _("It will be done")),
    (NOT_BECAUSE, _("It will not be done, because")),
    (PASSED_ON, _("It was passed on")),
]


class SuggestionQuerySet(FactQuerySet):
    def standing(self) -> "SuggestionQuerySet":
        return self.filter(voided_by=None)

    def unanswered(self) -> "SuggestionQuerySet":
        return self.standing().exclude(id__in=SuggestionAnswered.objects.filter(voided_by=None).values("suggestion"))


class Suggestion(Fact):
    """A passage quoted, and new words for it, a question or a comment. `action`: about a training action; else about a section.

    A change with an empty quote adds its words at the end.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="suggestions")
    number = models.PositiveIntegerField()  # the revision that was read
    kind = models.CharField(max_length=10, choices=KINDS)
    section = models.SlugField(max_length=40, blank=True, default="")
    action = models.UUIDField(null=True, blank=True)
    field = models.CharField(max_length=40, blank=True, default="")  # of the training action's sheet, for a change
    quote = models.TextField(blank=True, default="")
    words = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="")  # the question, the comment, the reason for a change
    typed_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # staff, for them

    objects = SuggestionQuerySet.as_manager()
    said = _("suggested something beside the strategy")
    erasable = ("text",)

    class Meta(Fact.Meta):
        indexes = [*Fact.Meta.indexes, models.Index(fields=["strategy", "recorded_at"])]


class SuggestionAnswered(Fact):
    """The first answer that is not voided counts. `revision`: the one that the accepted change made."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=12, choices=ANSWERS)
    revision = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(blank=True, default="")

    said = _("answered a suggestion")


class AnswerDisputed(Fact):
    """Its author says that this was no answer."""

    answer = models.ForeignKey(SuggestionAnswered, on_delete=models.PROTECT, related_name="disputes")
    text = models.TextField(blank=True, default="")

    said = _("said that this was no answer")
    erasable = ("text",)
