"""What `milpa check` looks at: that bytes, hashes, derived columns and triggers are as they must be."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from milpa.ledger import triggers
from milpa.ledger.bodies import body_hash
from milpa.ledger.canonical import canonical, fingerprint
from milpa.ledger.derived import first_that_counts, settle_closed, settle_voided
from milpa.ledger.models.documents import Document, Revision
from milpa.ledger.models.stored import Fact, closing_field, fact_models, kind_of, of_kind
from milpa.ledger.models.voiding import Voided
from milpa.ledger.revising import content_now, lifted


def problems() -> Iterator[str]:
    """Every fault found, one sentence each."""
    for using in ("default", "records"):
        for table in triggers.missing(using):
            yield _("Table {table} has no guard against edits.").format(table=table)
    yield from _facts()
    yield from _revisions()


def _facts() -> Iterator[str]:
    for model in fact_models():
        if model._meta.app_label == "records":
            continue
        for fact in model.objects.all().iterator(500):
            if bytes(fact.salt) and bytes(fact.body_hash) != body_hash(fact, bytes(fact.salt)):
                yield _("{kind} {id} is not what was recorded.").format(kind=kind_of(model), id=fact.id)
    for kind, target, expected in _voidings():
        if not of_kind(kind).objects.filter(id=target, voided_by=expected).exists():
            yield _("{kind} {id}: what withdrew it is not written on it.").format(kind=kind, id=target)


def _voidings() -> Iterator[tuple[str, Any, Any]]:
    for kind, target in Voided.objects.values_list("kind", "target").distinct():
        yield kind, target, first_that_counts(Voided.objects.filter(target=target).values_list("recorded_at", "id", "voided_by"))


def _revisions() -> Iterator[str]:
    for revision in Revision.objects.all().iterator(200):
        if fingerprint(bytes(revision.content)).hex() != revision.sha256:
            yield _("Revision {number} of {kind} {id} is not what was saved.").format(
                number=revision.number, kind=revision.kind, id=revision.document
            )
    for model in _document_models():
        for document in model.objects.all().iterator(200):
            kept = Revision.objects.filter(document=document.id, number=document.revision).first()
            if kept is None or canonical(lifted(model, kept.version, kept.plain())) != content_now(document):
                yield _("{kind} {id} differs from its newest revision.").format(kind=kind_of(model), id=document.id)


def _document_models() -> list[type[Document]]:
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Document)]


def repair() -> int:
    """Computes derived columns again and makes the triggers again. Returns how many rows were looked at."""
    done = 0
    for kind, target, _expected in _voidings():
        settle_voided(kind, target)
        done += 1
    for model in fact_models():
        field = closing_field(model)
        if field and issubclass(model, Fact):
            for target in model.objects.values_list(field, flat=True).distinct():
                settle_closed(model, target)
                done += 1
    for using in ("default", "records"):
        triggers.make(using)
    return done
