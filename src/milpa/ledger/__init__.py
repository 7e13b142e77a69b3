"""Facts and documents, exactly: what lasts in Milpa, and how it is kept.

A fact is something that happened or was said: append-only, known by its client-made id, never edited.
A document is something people write and change: every save is a revision. `docs/rules/ledger.md` has the guarantees.
Names are resolved when first used, because models cannot be imported before the apps are ready.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Stored": "models.stored",
    "Fact": "models.stored",
    "Anonymous": "models.stored",
    "Mark": "models.stored",
    "Closable": "models.stored",
    "Document": "models.documents",
    "Revision": "models.documents",
    "Voided": "models.voiding",
    "Erased": "models.voiding",
    "Signed": "models.signatures",
    "SignatureDeclined": "models.signatures",
    "Draft": "models.drafts",
    "AuditLine": "models.audit",
    "Node": "models.node",
    "recognise": "recognition",
    "append": "appending",
    "void": "voiding",
    "seal": "sealing",
    "snapshot": "snapshots",
    "create": "revising",
    "revise": "revising",
    "revise_many": "revising",
    "newest": "revising",
    "sign": "signing",
    "decline": "signing",
    "standing": "signing",
    "now": "clock",
    "uuid7": "ids",
    "note": "audit",
    "Conflict": "refusals",
    "StaleRevision": "refusals",
    "Refusal": "refusals",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"milpa.ledger.{_HOMES[name]}"), name)
