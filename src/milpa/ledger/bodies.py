"""The body of a fact: what the person said, as canonical bytes."""

from typing import Any

from milpa.ledger.canonical import canonical, fingerprint
from milpa.ledger.models.stored import Anonymous, Fact, Mark, Stored

_AROUND = {field.name for base in (Stored, Fact) for field in base._meta.fields} | {"closed_by"}


def own_columns(model: type[Stored]) -> list[Any]:
    """The fact's own columns: without author, institution, device, times and what is derived."""
    return [field for field in model._meta.concrete_fields if field.name not in _AROUND]


def body(fact: Stored) -> bytes:
    """Canonical JSON of the own columns; one at its default is left out, so that a column added later changes no old body."""
    said = {}
    for field in own_columns(type(fact)):
        value = getattr(fact, field.attname)
        default = field.get_default()
        if value != default and not (value in (None, "") and default in (None, "")):
            said[field.name] = value
    return canonical(said)


def body_hash(fact: Stored, salt: bytes) -> bytes:
    return fingerprint(body(fact), salt)


def says_the_same(known: Stored, sent: Stored) -> bool:
    """Whether what is sent again is what is stored: same body, same author, same institution. An erased body is taken as said."""
    if getattr(known, "institution_id", None) != getattr(sent, "institution_id", None):
        return False
    if not isinstance(known, Anonymous | Mark) and getattr(known, "by_id", None) != getattr(sent, "by_id", None):
        return False
    salt = bytes(known.salt)
    return not salt or bytes(known.body_hash) == body_hash(sent, salt)
