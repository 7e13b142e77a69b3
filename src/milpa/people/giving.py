"""Which roles a person may give: coordinators and administrators any; a partner's people only those that they have themselves."""

from typing import Any

from milpa.people.roles import BY_SLUG
from milpa.people.standing import roles_of

ANY = {"coordinator", "administrator"}


def roles_to_give(person: Any) -> frozenset[str]:
    own = roles_of(person)
    return frozenset(BY_SLUG) if own & ANY else own
