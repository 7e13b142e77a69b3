"""Each suggestion gets its own answer: taken up, which makes a revision, or in words: what was done, or why not."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.strategies.actions.opening import DRAFT, opened, saved
from milpa.strategies.actions.suggesting import current_text, found
from milpa.strategies.models import AnswerDisputed, Section, Strategy, Suggestion, SuggestionAnswered, TrainingAction
from milpa.strategies.models.suggestions import CHANGE, DONE
from milpa.strategies.refusals import AlreadyAnswered, AnswerNeeded, NotAChange
from milpa.strategies.rules import passages

Accepted = tuple[UUID, UUID, str]  # suggestion, id of the answer, words of the answer


def accept_suggestion(by: Person, suggestion_id: UUID, was: int, id: UUID, text: str = "") -> SuggestionAnswered:
    """Puts the suggested words into the strategy, which makes a revision. Sent twice it is once.

    Raises Suggestion.DoesNotExist, NotAChange, AlreadyAnswered, PassageNotFound, PassageTwice, NoSuchPlace, StaleRevision.
    """
    suggestion = Suggestion.objects.standing().filter(strategy__in=Strategy.objects.open_to(by, "strategies.edit")).get(id=suggestion_id)
    return accept_together(by, suggestion.strategy_id, was, [(suggestion_id, id, text)])[0]


def accept_together(by: Person, strategy_id: UUID, was: int, accepted: Sequence[Accepted], why: str = "") -> list[SuggestionAnswered]:
    """Several changes in one revision, in the order given. Raises as `accept_suggestion` does; then none is taken up."""
    with transaction.atomic():
        strategy = opened(by, strategy_id)
        ids = [suggestion_id for suggestion_id, _id, _text in accepted]
        suggestions = {row.id: row for row in strategy.suggestions.standing().select_related("by__institution").filter(id__in=ids)}
        if missing := set(ids) - suggestions.keys():
            raise Suggestion.DoesNotExist(missing)
        numbers = dict(SuggestionAnswered.objects.filter(id__in=[id for _s, id, _t in accepted]).values_list("id", "revision"))
        facts = [_answer(by, suggestions[s], id, DONE, text, numbers.get(id, was + 1)) for s, id, text in accepted]
        known, new = ledger.recognise(facts)
        if new:
            for fact in new:
                _apply(strategy, suggestions[fact.suggestion_id])
            saved(strategy, was, by, why or _reason(strategy, [suggestions[fact.suggestion_id] for fact in new]))
            known = [*known, *ledger.append(new)]
        return known


def _answer(by: Person, suggestion: Suggestion, id: UUID, kind: str, text: str, revision: int | None = None) -> SuggestionAnswered:
    fact = SuggestionAnswered(id=id, by=by, institution_id=suggestion.institution_id, suggestion=suggestion, kind=kind, text=text)
    fact.revision = revision
    return fact


def _apply(strategy: Strategy, suggestion: Suggestion) -> None:
    if suggestion.kind != CHANGE:
        raise NotAChange
    _refuse_answered(suggestion)
    text = current_text(strategy, suggestion)
    if suggestion.quote:
        found(text, suggestion.quote)
    new = passages.replaced(text, suggestion.quote, suggestion.words)
    if suggestion.action is None:
        Section.objects.filter(strategy=strategy, slug=suggestion.section).update(text=new)
    else:
        TrainingAction.objects.filter(id=suggestion.action).update(**{suggestion.field: new})


def _reason(strategy: Strategy, suggestions: Sequence[Suggestion]) -> str:
    sides = list(dict.fromkeys(row.by.institution.name for row in suggestions))
    with override(strategy.programme.language):
        return _("Suggestions taken up: {sides}.").format(sides=", ".join(sides))


def _refuse_answered(suggestion: Suggestion) -> None:
    if suggestion.answers.filter(voided_by=None).exists():
        raise AlreadyAnswered


def answer_suggestion(by: Person, suggestion_id: UUID, id: UUID, kind: str, text: str) -> SuggestionAnswered:
    """Answers in words: `kind` is done, will_be_done, not_because or passed_on. Sent twice it is once.

    Raises Suggestion.DoesNotExist, AnswerNeeded, AlreadyAnswered.
    """
    with transaction.atomic():
        suggestion = (
            Suggestion.objects.standing()
            .filter(strategy__in=Strategy.objects.open_to(by, "strategies.answer"))
            .select_related("strategy")
            .select_for_update(of=("self",))
            .get(id=suggestion_id)
        )
        known, new = ledger.recognise([_answer(by, suggestion, id, kind, text)])
        if new:
            if not text.strip():
                raise AnswerNeeded
            _refuse_answered(suggestion)
            known = ledger.append(new)
            touch(suggestion.strategy.programme_id, DRAFT)
        return known[0]


def dispute_answer(by: Person, answer_id: UUID, id: UUID, text: str = "") -> AnswerDisputed:
    """The author of the suggestion says that this was no answer. Raises SuggestionAnswered.DoesNotExist."""
    with transaction.atomic():
        answer = SuggestionAnswered.objects.filter(voided_by=None, suggestion__by=by).get(id=answer_id)
        fact = AnswerDisputed(id=id, by=by, institution_id=answer.institution_id, answer=answer, text=text)
        known, new = ledger.recognise([fact])
        return (known or ledger.append(new))[0]
