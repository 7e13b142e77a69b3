"""Who: agents with one way to tell who they are, groups with one or with members."""

import re
from functools import lru_cache
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.iris import iri
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import each, shape
from milpa.records.rules.values import one_of, text

LONGEST_KEPT = 320
IDENTIFIERS = frozenset({"mbox", "mbox_sha1sum", "openid", "account"})
_MAILBOX = re.compile(r"mailto:[^\x00-\x20\x7f@<>]+@[^\x00-\x20\x7f@<>.]+(?:\.[^\x00-\x20\x7f@<>.]+)*").fullmatch
_SHA1 = re.compile(r"[0-9A-Fa-f]{40}").fullmatch


@lru_cache(maxsize=4096)
def _kept(address: str) -> bool:
    return _MAILBOX(address) is not None


def mailbox(value: Any) -> None:
    """`mailto:` and an address, in small letters up to the colon."""
    if value.__class__ is not str or not (_kept(value) if len(value) <= LONGEST_KEPT else _MAILBOX(value)):
        raise Malformed("", problems.said("This has to be an e-mail address with mailto: before it."))


def sha1(value: Any) -> None:
    if value.__class__ is not str or _SHA1(value) is None:
        raise Malformed("", problems.said("This has to be a SHA-1 sum: 40 hexadecimal digits."))


account = shape({"homePage": iri, "name": text}, required=("homePage", "name"))

_KNOWN = {"name": text, "mbox": mailbox, "mbox_sha1sum": sha1, "openid": iri, "account": account}


def _one_identifier(value: dict[str, Any]) -> None:
    if len(IDENTIFIERS & value.keys()) != 1:
        raise Malformed("", problems.said("Somebody has to be named in exactly one way: mbox, mbox_sha1sum, openid or account."))


agent = shape({"objectType": one_of("Agent"), **_KNOWN}, also=_one_identifier)


def _named_or_with_members(value: dict[str, Any]) -> None:
    if not IDENTIFIERS.isdisjoint(value):
        _one_identifier(value)
    elif not value.get("member"):
        raise Malformed("member", problems.said("A group without a name of its own needs members."))


group = shape(
    {"objectType": one_of("Group"), "member": each(agent), **_KNOWN},
    required=("objectType",),
    also=_named_or_with_members,
)


def actor(value: Any) -> None:
    """An agent or a group; without objectType it is an agent."""
    if value.__class__ is dict and value.get("objectType") == "Group":
        group(value)
    elif value.__class__ is dict and value.get("objectType", "Agent") != "Agent":
        raise Malformed("objectType", problems.NOT_ONE_OF, these="Agent, Group")
    else:
        agent(value)


def authority(value: Any) -> None:
    """Who vouches: an agent, or the two agents of a three-legged authorisation (a group that has no name of its own)."""
    actor(value)
    if value.get("objectType") == "Group":
        if not IDENTIFIERS.isdisjoint(value):
            raise Malformed("", problems.said("A group that vouches has no name of its own."))
        if len(value["member"]) != 2:
            raise Malformed("member", problems.said("A group that vouches has exactly two members."))
