"""`voided_by` and `closed_by`: always the answer of one pure function over all facts about that row."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from milpa.ledger.models.stored import Stored, closing_field, fact_models, of_kind
from milpa.ledger.models.voiding import Erased, Voided


def first_that_counts(facts: Iterable[tuple[Any, UUID, UUID | None]]) -> UUID | None:
    """Of (recorded_at, id, voided_by): the id of the first in order that is not itself voided, or None."""
    standing = sorted((recorded_at, id) for recorded_at, id, voided_by in facts if voided_by is None)
    return standing[0][1] if standing else None


def settle(facts: Sequence[Stored]) -> None:
    """Computes again what new facts void, close or erase, and what already spoke of them before they arrived."""
    waiting = set(Voided.objects.filter(target__in=[fact.id for fact in facts]).values_list("kind", "target"))
    for fact in facts:
        if isinstance(fact, Voided):
            waiting.add((fact.kind, fact.target))
        elif isinstance(fact, Erased):
            empty(fact.kind, fact.target)
        elif field := closing_field(type(fact)):
            settle_closed(type(fact), getattr(fact, f"{field}_id"))
    for kind, target in waiting:
        settle_voided(kind, target)


def settle_voided(kind: str, target: UUID) -> None:
    model = of_kind(kind)
    about = Voided.objects.filter(target=target).values_list("recorded_at", "id", "voided_by")
    changed = write(model, target, voided_by=first_that_counts(about))
    row = model.objects.filter(id=target).first() if changed else None
    if isinstance(row, Voided):
        settle_voided(row.kind, row.target)
    elif row is not None and (field := closing_field(model)):
        settle_closed(model, getattr(row, f"{field}_id"))


def settle_closed(closing: type[Stored], target: UUID) -> None:
    """All models that close the same kind of row speak together."""
    closed = closing._meta.get_field(closing_field(closing)).related_model
    about: list[Any] = []
    for model in fact_models():
        field = closing_field(model)
        if field and model._meta.get_field(field).related_model is closed:
            about += model.objects.filter(**{field: target}).values_list("recorded_at", "id", "voided_by")
    write(closed, target, closed_by=first_that_counts(about))


def empty(kind: str, target: UUID) -> None:
    """Empties free text and salt, so that the body can be neither read nor guessed from its hash."""
    model = of_kind(kind)
    write(model, target, salt=b"", **{name: "" for name in model.erasable})


def write(model: Any, id: UUID, **columns: Any) -> int:
    """The only update there is on facts: the columns that the trigger lets change."""
    from django.db.models import QuerySet

    return QuerySet(model).filter(id=id).update(**columns)
