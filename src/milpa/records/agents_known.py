"""Names of agents: what an institution's statements called whom. A name is no identifier, one agent may have several.

An agent has one inverse functional identifier, and nothing in a statement says that two of them are one human: a Person
(IEEE 9274.1.1, 4.1.6.3) therefore joins the names that were told with one identifier.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count

from milpa.records.addresses import address
from milpa.records.documents.shelves import holder
from milpa.records.models.documents import AgentName
from milpa.records.rules.actors import key

MOST = 20  # names of one agent
LONGEST = 500  # letters
AT_ONCE = 500


def learn(institution: UUID, told: Iterable[dict[str, Any]]) -> None:
    """Keeps the names of the agents and groups of a batch; writes only those that are new. In the writer's transaction."""
    new: dict[UUID, AgentName] = {}
    for agent in told:
        name, who = agent.get("name"), key(agent)
        if who and isinstance(name, str) and 0 < len(name) <= LONGEST and is_plain(name):
            id = address(str(institution), who, name)
            new.setdefault(id, AgentName(id=id, institution=institution, holder=holder(who), name=name))
    for some in _chunks(list(new)):
        for id in AgentName.objects.filter(id__in=some).values_list("id", flat=True):
            del new[id]
    if new:
        rows = _within(institution, list(new.values()))
        AgentName.objects.bulk_create(rows, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=["name"])


def names(institution: UUID, agent: str) -> list[str]:
    """agent: a key of `rules.actors`."""
    found = AgentName.objects.filter(holder=holder(agent), institution=institution)
    return sorted(found.values_list("name", flat=True)[:MOST])


def person(agent: dict[str, Any], known: Iterable[str]) -> dict[str, Any]:
    """The Person of an agent: what was asked for, and the other names that are known of it."""
    called = [agent["name"]] if agent.get("name") else []
    answer: dict[str, Any] = {"objectType": "Person"}
    if every := list(dict.fromkeys([*called, *known])):
        answer["name"] = every
    return answer | {each: [agent[each]] for each in ("mbox", "mbox_sha1sum", "openid", "account") if each in agent}


def is_plain(text: str) -> bool:
    """Whether both databases can hold it: no NUL, no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _within(institution: UUID, new: list[AgentName]) -> list[AgentName]:
    """Those for which there is room: whoever invents names for one agent fills a page, not a disk."""
    rows = AgentName.objects.filter(holder__in={one.holder for one in new}, institution=institution)
    there = Counter(dict(rows.values_list("holder").annotate(Count("id"))))
    room = []
    for one in new:
        there[one.holder] += 1
        if there[one.holder] <= MOST:
            room.append(one)
    return room


def _chunks(ids: list[UUID]) -> Iterable[list[UUID]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
