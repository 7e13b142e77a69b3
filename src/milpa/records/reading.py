"""Statements as staff read them: found by what they ask, names resolved when shown, each with its sentence."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from milpa.people.models import Person
from milpa.records.answers import Words, in_words
from milpa.records.definitions import definitions_of
from milpa.records.models import Term
from milpa.records.rules import found
from milpa.records.rules.times import instant
from milpa.records.sentences import in_language, sentence, short, tail, verb_words
from milpa.records.statements import HOME
from milpa.records.store.finding import Row

MOST_VERBS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as it is shown. `person` is the id of one of our own people, empty for anybody else."""

    id: UUID
    arrived: int
    at: datetime
    stored: datetime
    sentence: str
    who: str
    person: str
    agent: str
    verb: str
    verb_words: str
    activity: str
    what: str
    answer: Words | None
    json: str


def lines(institution: UUID, rows: Sequence[Row]) -> list[Line]:
    """Two questions for any number: our own people, and what is known of activities that the statements do not say enough of."""
    statements = [orjson.loads(row.content) for row in rows]
    people = people_of(institution, [_person(actor) for one in statements for actor in _actors(one)])
    unsaid = {one["object"]["id"] for one in statements if _is_activity(one["object"]) and not _says_enough(one)}
    known = definitions_of(institution, unsaid) if unsaid else {}
    return [_line(row, one, people, known) for row, one in zip(rows, statements, strict=True)]


def people_of(institution: UUID, ids: Iterable[str]) -> dict[str, str]:
    """Names of the institution's own people; whoever asked to go has none any more. One query."""
    wanted = {id for id in ids if id}
    if not wanted:
        return {}
    rows = Person.objects.filter(institution=institution, id__in=wanted).values_list("id", "name")
    return {str(id): name or _("somebody who has left") for id, name in rows}


def agent_of(person: Any) -> str:
    """The key by which one of our own people's statements are found."""
    return found.key({"account": {"homePage": HOME, "name": str(person)}}) or ""


def verbs_of(institution: UUID) -> list[tuple[str, str]]:
    """(identifier, words) of the verbs that the institution's statements have, the most frequent first. One query."""
    language = get_language() or "es"
    known = Term.objects.filter(institution=institution, kind=found.VERB).order_by("-uses").values_list("value", flat=True)
    return [(iri, verb_words(iri, None, language)) for iri in known[:MOST_VERBS]]


def agent_words(agent: dict[str, Any], people: dict[str, str]) -> str:
    """How an agent or group is called."""
    if person := _person(agent):
        return people.get(person) or _("somebody ({number})").format(number=person[:8])
    if name := agent.get("name"):
        return short(str(name))
    if mbox := agent.get("mbox"):
        return short(mbox.removeprefix("mailto:"))
    if account := agent.get("account"):
        return short(str(account["name"]))
    if members := agent.get("member"):
        return ", ".join(agent_words(one, people) for one in members[:5])
    return short(agent.get("openid") or agent.get("mbox_sha1sum") or _("somebody"))


def _line(row: Row, statement: dict[str, Any], people: dict[str, str], known: dict[str, Any]) -> Line:
    language = get_language() or "es"
    actor, verb, thing = statement["actor"], statement["verb"], statement["object"]
    who, what = agent_words(actor, people), _what(thing, people, known, language)
    answer = _answer(statement, known, language)
    return Line(
        UUID(statement["id"]),
        row.arrived,
        instant(statement["timestamp"], "1.0.3"),
        instant(statement["stored"], "1.0.3"),
        sentence(statement, who, what, language, str(answer or "")),
        who,
        _person(actor),
        found.key(actor) or "",
        verb["id"],
        verb_words(verb["id"], verb.get("display"), language),
        thing["id"] if _is_activity(thing) else "",
        what,
        answer,
        json.dumps(statement, ensure_ascii=False, indent=2),
    )


def _what(thing: dict[str, Any], people: dict[str, str], known: dict[str, Any], language: str) -> str:
    if _is_activity(thing):
        names = _own_name(thing) or (known.get(thing["id"]) or {}).get("name")
        return in_language(names, language) or tail(thing["id"])
    if thing["objectType"] == "StatementRef":
        return _("statement {number}").format(number=thing["id"][:8])
    if thing["objectType"] == "SubStatement":
        return _what(thing["object"], people, known, language)
    return agent_words(thing, people)


def _answer(statement: dict[str, Any], known: dict[str, Any], language: str) -> Words | None:
    """By the definition that came with the statement, before what is known of its activity from others."""
    response, thing = _response(statement), statement["object"]
    if not response:
        return None
    own = thing.get("definition") or {}
    definition = own if "interactionType" in own else known.get(thing.get("id", ""))
    return in_words(definition if _is_activity(thing) else None, response, language)


def _response(statement: dict[str, Any]) -> str:
    return str((statement.get("result") or {}).get("response") or "")


def _says_enough(statement: dict[str, Any]) -> bool:
    thing = statement["object"]
    return bool(_own_name(thing)) and (not _response(statement) or "interactionType" in thing["definition"])


def _own_name(thing: dict[str, Any]) -> dict[str, str] | None:
    return (thing.get("definition") or {}).get("name")


def _is_activity(thing: dict[str, Any]) -> bool:
    return thing.get("objectType", "Activity") == "Activity"


def _actors(statement: dict[str, Any]) -> list[dict[str, Any]]:
    thing = statement["object"]
    inner = thing.get("object", {})
    some = [statement["actor"], *(one for one in (thing, inner) if one.get("objectType") in ("Agent", "Group"))]
    return [member for one in some for member in (one, *one.get("member", ()))]


def _person(agent: dict[str, Any]) -> str:
    """The id of one of our own people; empty for what is none."""
    account = agent.get("account")
    if not account or account["homePage"] != HOME:
        return ""
    try:
        return str(UUID(account["name"]))
    except ValueError:
        return ""
