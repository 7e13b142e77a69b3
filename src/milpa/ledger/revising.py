"""Documents are saved as revisions; a stale save is refused with both versions, and a save that changes nothing is none."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from django.db.models import F

from milpa.ledger import clock
from milpa.ledger.canonical import canonical, fingerprint
from milpa.ledger.models.documents import Document, Revision
from milpa.ledger.models.stored import kind_of
from milpa.ledger.refusals import StaleRevision


def _content_module(document: Document) -> Any:
    return import_module(type(document).CONTENT)


def lifted(document_type: type[Document], version: int, content: Any) -> Any:
    """The content of an older structure as today's structure has it."""
    module = import_module(document_type.CONTENT)
    lift: dict[int, Callable[[Any], Any]] = getattr(module, "LIFT", {})
    while version < module.VERSION:
        content, version = lift[version](content), version + 1
    return content


def newest(document: Document) -> Revision | None:
    return Revision.objects.filter(document=document.id).order_by("-number").first()


def content_now(document: Document) -> bytes:
    """The canonical bytes of what the typed tables hold."""
    return canonical(_content_module(document).content(document))


def create(document: Document, *, by: Any, why: str = "") -> Revision:
    """Saves a new document and its first revision. What lies inside must be there when its content is read: see `revise`."""
    document.revision = 0
    document.save(force_insert=True)
    return revise(document, 0, by=by, why=why)


def revise(document: Document, was: int, *, by: Any, why: str = "") -> Revision:
    """Writes the revision after `was`, the number the form was opened on, from what the typed tables hold now.

    Where nothing differs from the newest revision there is no new one, and the signatures stand.
    Raises StaleRevision if the document has moved on; the transaction of the action then undoes what it had written.
    """
    content = content_now(document)
    before = newest(document)
    if before is not None and canonical(lifted(type(document), before.version, before.plain())) == content:
        return before
    moved = type(document).objects.filter(id=document.id, revision=was).update(revision=F("revision") + 1)
    if not moved:
        raise StaleRevision(before)
    document.revision = was + 1
    revision = _revision(document, content, by, why)
    revision.save(force_insert=True)
    return revision


def revise_many(documents: Iterable[Document], *, by: Any, why: str = "") -> int:
    """First or next revisions of many documents at a time (imports). The caller holds them locked or has just made them."""
    revisions = []
    for document in documents:
        document.revision += 1
        revisions.append(_revision(document, content_now(document), by, why))
    if revisions:
        model = type(document)
        model.objects.filter(id__in=[revision.document for revision in revisions]).update(revision=F("revision") + 1)
        Revision.objects.bulk_create(revisions, batch_size=500)
    return len(revisions)


def _revision(document: Document, content: bytes, by: Any, why: str) -> Revision:
    return Revision(
        kind=kind_of(type(document)),
        document=document.id,
        number=document.revision,
        version=_content_module(document).VERSION,
        content=content,
        sha256=fingerprint(content).hex(),
        by=by,
        institution_id=document.institution_id,
        why=why,
        at=clock.now(),
    )
