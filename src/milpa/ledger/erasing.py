"""Erasure at a person's wish: their free texts are emptied, what they did stays countable."""

from typing import Any

from milpa.ledger.appending import append
from milpa.ledger.ids import uuid7
from milpa.ledger.models.stored import Fact, Stored, fact_models, kind_of
from milpa.ledger.models.voiding import Erased


def texts_of(person: Any) -> list[Stored]:
    """The person's facts that hold free text, in every table."""
    found: list[Stored] = []
    for model in fact_models():
        if issubclass(model, Fact) and model.erasable and model._meta.app_label != "records":
            found += [fact for fact in model.objects.filter(by=person) if any(getattr(fact, name) for name in model.erasable)]
    return found


def erase_texts(person: Any, facts: list[Stored] | None = None) -> int:
    """Empties the given facts of the person, or all. Returns how many."""
    chosen = texts_of(person) if facts is None else facts
    append([Erased(id=uuid7(), by=person, institution_id=fact.institution_id, kind=kind_of(type(fact)), target=fact.id) for fact in chosen])
    return len(chosen)
