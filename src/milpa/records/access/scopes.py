"""What a credential may: the scopes of xAPI 1.0.3 (part 3, 4.2), each with what it lets in and how a person reads it."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from milpa.records.access.refusals import NoScope, UnknownScope

MINE = frozenset({"statements/read/mine"})
READ = MINE | {"statements/read"}
STATE, PROFILE = frozenset({"state", "state/read"}), frozenset({"profile", "profile/read"})

# scope -> what `Caller.may` says yes to
GRANTS: dict[str, frozenset[str]] = {
    "statements/write": frozenset({"statements/write"}),
    "statements/read/mine": MINE,
    "statements/read": READ,
    "state": STATE,
    "profile": PROFILE,
    "define": frozenset({"define"}),
    "all/read": READ | {"state/read", "profile/read"},
    "all": READ | STATE | PROFILE | {"statements/write", "define"},
}

SAYS: dict[str, str | Promise] = {
    "statements/write": _("It sends what learners did."),
    "statements/read/mine": _("It reads what it sent itself."),
    "statements/read": _("It reads everything that learners of the institution did, whoever sent it."),
    "state": _("It keeps where each learner stopped."),
    "profile": _("It keeps notes about learners and activities."),
    "define": _("It says how activities are called."),
    "all/read": _("It reads everything of the institution and changes nothing."),
    "all": _("It reads and writes everything of the institution."),
}


def chosen(scopes: Iterable[str]) -> list[str]:
    """The scopes in the table's order, each once. Raises UnknownScope, NoScope."""
    asked = set(scopes)
    if unknown := sorted(asked - GRANTS.keys()):
        raise UnknownScope(scope=unknown[0], known=", ".join(GRANTS))
    if not asked:
        raise NoScope
    return [scope for scope in GRANTS if scope in asked]


def allows(scopes: Iterable[str], what: str) -> bool:
    return any(what in GRANTS[scope] for scope in scopes)


def within(narrower: str, scopes: Iterable[str]) -> bool:
    """Whether a scope asks for nothing beyond these."""
    return all(allows(scopes, what) for what in GRANTS[narrower])
