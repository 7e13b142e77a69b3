"""Who may do what: each package's `permissions.py` is one readable table, read here.

A row grants a verb to standings, words such as `host.coordinator partner.ministry counterpart.*`: the relation of the person's
institution to the programme, and the person's role in it. `host` owns the programme; `partner` accepted a part in it; `counterpart` is
the partner that speaks for the conglomerate. A verb outside programmes uses `host` alone: one's own institution.
"""

from functools import lru_cache
from importlib import import_module
from typing import Any

from milpa.people.roles import BY_SLUG

RELATIONS = ("host", "partner", "counterpart")


@lru_cache
def granted(verb: str) -> frozenset[tuple[str, str]]:
    """(relation, role) pairs that a verb is granted to. Raises KeyError for a verb that no table has."""
    package = verb.partition(".")[0]
    table: dict[str, str] = import_module(f"milpa.{package}.permissions").PERMISSIONS
    pairs = set()
    for word in table[verb].split():
        relation, _, role = word.partition(".")
        if relation not in RELATIONS or (role != "*" and role not in BY_SLUG):
            raise ValueError(f"{verb}: no such standing: {word}")
        roles = [slug for slug, known in BY_SLUG.items() if known.is_staff] if role == "*" else [role]
        pairs |= {(relation, slug) for slug in roles}
    return frozenset(pairs)


def roles_of(person: Any) -> frozenset[str]:
    """The person's open roles, read once a request."""
    if person is None:
        return frozenset()
    if not hasattr(person, "roles_read"):
        person.roles_read = frozenset(person.memberships.open().values_list("role", flat=True))
    return person.roles_read  # type: ignore[no-any-return]  # set two lines above


def relations(person: Any, verb: str) -> frozenset[str]:
    """The relations in which the person may do the verb: querysets turn them into conditions."""
    roles = roles_of(person)
    return frozenset(relation for relation, role in granted(verb) if role in roles)


def may(person: Any, verb: str) -> bool:
    """Whether the person may do the verb anywhere. What exactly is for the fetch."""
    return bool(relations(person, verb))
