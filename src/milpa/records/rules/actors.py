"""Who an agent or group is, as one text: the key by which statements are found."""

from collections.abc import Iterator
from typing import Any


def key(agent: dict[str, Any]) -> str | None:
    """`mbox:…`, `mbox_sha1sum:…`, `openid:…` or `account:<homePage>|<name>`; None for a group without a name of its own.

    A NUL, which JSON may carry and a database's text may not, is written as the sign for it.
    """
    if (account := agent.get("account")) is not None:
        return f"account:{account['homePage']}|{account['name']}".replace("\0", "\N{SYMBOL FOR NULL}")
    if (mbox := agent.get("mbox")) is not None:
        return f"mbox:{mbox}"
    if (sha1 := agent.get("mbox_sha1sum")) is not None:
        return f"mbox_sha1sum:{sha1.lower()}"
    if (openid := agent.get("openid")) is not None:
        return f"openid:{openid}"
    return None


def members(agent: dict[str, Any]) -> list[dict[str, Any]]:
    """The members of a group; none of an agent."""
    found: list[dict[str, Any]] = agent.get("member", [])
    return found


def keys(agent: dict[str, Any] | None) -> Iterator[str]:
    """The key of an agent or identified group, then those of a group's members."""
    for one in () if agent is None else (agent, *members(agent)):
        if (own := key(one)) is not None:
            yield own
