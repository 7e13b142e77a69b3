"""What was said beside the text, as the pages show it: who, when, about which passage, and the answer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from milpa.conglomerates.models import Post
from milpa.ledger.words import Piece, compare
from milpa.strategies.models import AnswerDisputed, Strategy, Suggestion, SuggestionAnswered
from milpa.strategies.models.suggestions import CHANGE
from milpa.web.formats import ago


@dataclass(frozen=True, slots=True)
class Note:
    id: UUID
    kind: str
    section: str
    action: UUID | None
    field: str
    who: str
    when: str
    quote: str
    words: str
    text: str
    pieces: tuple[Piece, ...]
    is_mine: bool
    answer: SuggestionAnswered | None
    answer_words: str
    is_disputed: bool
    is_lost: bool = False  # a change whose passage does not stand in the text any more

    @property
    def is_open(self) -> bool:
        return self.answer is None

    @property
    def is_change(self) -> bool:
        return self.kind == CHANGE

    @property
    def may_be_taken_up(self) -> bool:
        return self.is_open and self.is_change and not self.is_lost

    @property
    def said(self) -> str:
        """What stands in the note: their reason or question, else the words they propose."""
        return self.text or self.words


def notes(strategy: Strategy, person: Any, *, action: UUID | None = None) -> list[Note]:
    """Everything said beside the strategy that was not withdrawn, or about one action; the newest first. Two queries."""
    posts = Post.objects.standing().filter(person=OuterRef("by"), enterprise__programme=strategy.programme_id)
    rows = Suggestion.objects.standing().filter(strategy=strategy).select_related("by__institution", "typed_by")
    rows = rows.annotate(enterprise=Subquery(posts.values("enterprise__name")[:1]))
    if action is not None:
        rows = rows.filter(action=action)
    suggestions = list(rows.order_by("-recorded_at", "-id"))
    disputes = AnswerDisputed.objects.filter(answer=OuterRef("id"), voided_by=None)
    given = SuggestionAnswered.objects.filter(suggestion__in=suggestions, voided_by=None).annotate(is_disputed=Exists(disputes))
    answers: dict[UUID, Any] = {}
    for answer in given.in_order():
        answers.setdefault(answer.suggestion_id, answer)
    return [_note(one, answers.get(one.id), person) for one in suggestions]


def _note(one: Any, answer: Any, person: Any) -> Note:
    who = one.enterprise or (one.by.institution.name if one.by else "")
    if one.typed_by_id:
        who = _("{who} (typed by {staff})").format(who=who, staff=one.typed_by.name)
    return Note(
        one.id, one.kind, one.section, one.action, one.field, who, ago(one.recorded_at), one.quote, one.words, one.text,
        compare(one.quote, one.words) if one.kind == CHANGE else (), person.id in (one.by_id, one.typed_by_id),
        answer, _answered(answer), answer is not None and answer.is_disputed,
    )  # fmt: skip


def _answered(answer: SuggestionAnswered | None) -> str:
    if answer is None:
        return ""
    if answer.revision is not None:
        done = _("Taken up in revision {number}").format(number=answer.revision)
        return f"{done}: {answer.text}" if answer.text else done
    return f"{answer.get_kind_display()}: {answer.text}"
