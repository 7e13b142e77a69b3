"""The record store's tables. A database of its own: no foreign key leads out of it."""

from milpa.records.models.access import Credential, CredentialSecret
from milpa.records.models.documents import ActivityDefinition, AgentName, Document
from milpa.records.models.forwarding import ForwardTarget, SetAside, TargetChange
from milpa.records.models.postings import Known, Posting, Term, Voiding
from milpa.records.models.statements import Counter, Progress, Statement

__all__ = [
    "ActivityDefinition",
    "AgentName",
    "Counter",
    "Credential",
    "CredentialSecret",
    "Document",
    "ForwardTarget",
    "Known",
    "Posting",
    "Progress",
    "SetAside",
    "Statement",
    "TargetChange",
    "Term",
    "Voiding",
]
