from milpa.ledger.models.audit import AuditLine
from milpa.ledger.models.documents import Document, Revision
from milpa.ledger.models.drafts import Draft
from milpa.ledger.models.node import Node, Sealing
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.ledger.models.stored import Anonymous, Closable, Fact, Mark, Stored
from milpa.ledger.models.voiding import Erased, Voided

__all__ = [
    "Anonymous",
    "AuditLine",
    "Closable",
    "Document",
    "Draft",
    "Erased",
    "Fact",
    "Mark",
    "Node",
    "Revision",
    "Sealing",
    "SignatureDeclined",
    "Signed",
    "Stored",
    "Voided",
]
