"""Said beside the text: a change to the words, a question, a comment. By partners and staff; staff types for owners and workers."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from milpa import ledger
from milpa.conglomerates.models import Post
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.strategies.actions.opening import DRAFT
from milpa.strategies.models import Strategy, Suggestion
from milpa.strategies.models.suggestions import CHANGE
from milpa.strategies.refusals import NoSuchPlace, NothingSuggested, NotOfThisProgramme, PassageNotFound, PassageTwice
from milpa.strategies.rules import passages

TEXTS = (
    "name", "for_whom", "learning_outcome", "level", "modality_says", "ict_needed", "instructor_profile", "recognition", "standard",
    "language_support", "why_no_need", "responsible",
)  # fmt: skip  # what can be changed in a training action's sheet by other words


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said, and where. A change needs `words` and the passage that they stand for (a blank one: added at the end)."""

    kind: str
    section: str = ""
    action: UUID | None = None
    field: str = ""  # of the action's sheet, for a change
    quote: str = ""
    words: str = ""
    text: str = ""


def suggest(by: Person, strategy_id: UUID, id: UUID, beside: Beside, *, number: int, for_person: UUID | None = None) -> Suggestion:
    """`number`: the revision that was read. `for_person`: the owner or worker in whose name it is typed.

    Sent twice it is one. Raises Strategy.DoesNotExist, NothingSuggested, NoSuchPlace, PassageNotFound, PassageTwice, NotOfThisProgramme.
    """
    with transaction.atomic():
        strategy = Strategy.objects.open_to(by, "strategies.suggest").get(id=strategy_id)
        author = _author(by, strategy, for_person)
        known_before = Suggestion.objects.filter(id=id).first()
        quote = known_before.quote if known_before else _exact(strategy, beside)
        fact = Suggestion(
            id=id,
            by=author,
            institution_id=strategy.institution_id,
            strategy=strategy,
            number=number,
            typed_by=by if author != by else None,
            **{name: getattr(beside, name) for name in ("kind", "section", "action", "field", "words", "text")} | {"quote": quote},
        )
        known, new = ledger.recognise([fact])
        if new:
            _refuse_empty(beside)
            known = ledger.append(new)
            touch(strategy.programme_id, DRAFT)
        return known[0]


def _author(by: Person, strategy: Strategy, for_person: UUID | None) -> Person:
    if for_person is None or for_person == by.id:
        return by
    Strategy.objects.open_to(by, "strategies.type_for").get(id=strategy.id)
    post = Post.objects.standing().filter(person=for_person, enterprise__programme=strategy.programme_id).select_related("person").first()
    if post is None:
        raise NotOfThisProgramme
    return post.person


def _refuse_empty(beside: Beside) -> None:
    changes = beside.kind == CHANGE and beside.words != beside.quote and bool(beside.words or beside.quote.strip())
    if not changes and not (beside.kind != CHANGE and beside.text.strip()):
        raise NothingSuggested


def _exact(strategy: Strategy, beside: Beside) -> str:
    """The passage as the text has it. Raises NoSuchPlace, PassageNotFound, PassageTwice."""
    text = current_text(strategy, beside)
    if not beside.quote.strip():
        return ""
    start, end = found(text, beside.quote)
    return text[start:end]


def current_text(strategy: Strategy, beside: Beside | Suggestion) -> str:
    """What is written now where it was said: a section, a field of an action's sheet, or a whole sheet. Raises NoSuchPlace."""
    if beside.action is None:
        section = strategy.sections.filter(slug=beside.section).first()
        if section is None:
            raise NoSuchPlace
        return section.text
    action = strategy.actions.filter(id=beside.action).first()
    if action is None or (beside.kind == CHANGE and beside.field not in TEXTS):
        raise NoSuchPlace
    return str(getattr(action, beside.field)) if beside.field in TEXTS else "\n".join(str(getattr(action, name)) for name in TEXTS)


def found(text: str, quote: str) -> tuple[int, int]:
    """`passages.span`, with refusals for a person."""
    try:
        return passages.span(text, quote)
    except passages.NotInText as error:
        raise PassageNotFound(quote=quote) from error
    except passages.MoreThanOnce as error:
        raise PassageTwice(quote=quote) from error


def withdraw_suggestion(by: Person, suggestion_id: UUID, id: UUID, why: str) -> None:
    """Its author (or who typed it) takes it back; it stays readable as withdrawn. Raises Suggestion.DoesNotExist."""
    with transaction.atomic():
        open_ones = Suggestion.objects.filter(strategy__in=Strategy.objects.open_to(by, "strategies.suggest"))
        suggestion = open_ones.filter(Q(by=by) | Q(typed_by=by)).get(id=suggestion_id)
        ledger.void(suggestion, by=by, why=why, id=id)
