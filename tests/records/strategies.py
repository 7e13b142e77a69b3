"""Statements as hypothesis draws them: valid ones of both versions, and nearly valid ones, with one defect at a known path."""

import copy
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from hypothesis import strategies as st

Plain = dict[str, Any]
VERSIONS = ("1.0.3", "2.0.0")
VOIDED = "http://adlnet.gov/expapi/verbs/voided"

texts = st.text(st.characters(codec="utf-8"), max_size=12)
words = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
uuids = st.uuids().map(str) | st.uuids().map(lambda id: str(id).upper())
iris = st.one_of(
    st.builds("https://{}.example.org/{}?{}#{}".format, words, words, words, words),
    st.builds("urn:milpa:{}:{}".format, words, words),
    st.builds("http://añejo.example/{}/%C3%B1".format, words),
    st.builds("http://[2001:db8::1]:8080/{}".format, words),
    st.just("tag:example.org,2026:día"),
)
tags = st.sampled_from(
    [
        "es",
        "es-GT",
        "es-419",
        "en",
        "quc",
        "zh-Hant-TW",
        "sr-Latn-RS",
        "sl-rozaj-biske-1994",
        "de-CH-1901",
        "en-a-bbb-x-a-ccc",
        "x-quiche",
        "i-klingon",
    ]
)
language_maps = st.dictionaries(tags, texts, max_size=3)
numbers = st.integers(-1000, 1000) | st.floats(-1000, 1000, allow_nan=False)
durations = st.sampled_from(["PT0S", "P4W", "P1Y2M3DT4H5M6.789S", "PT1.5H", "PT90M", "P1.5D", "PT0,5S", "P0.5Y", "PT16559.14S"])
extensions = st.dictionaries(
    iris,
    st.recursive(
        st.none() | st.booleans() | texts | st.integers(-9, 9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=2,
)
_moments = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1))


def _without_z(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def moments(version: str) -> st.SearchStrategy[str]:
    said = [
        _moments.map(lambda moment: moment.replace(tzinfo=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")),
        st.builds("{}{}".format, _moments.map(_without_z), st.sampled_from(["Z", "z", "-06:00", "+05:45", "+00:00"])),
        _moments.map(lambda moment: f"{moment:%Y-%m-%d %H:%M:%S}Z"),
    ]
    if version == "1.0.3":
        said += [
            st.builds("{}{}".format, _moments.map(_without_z), st.sampled_from(["", "-06", "-0600", "+00"])),
            _moments.map(lambda moment: f"{moment:%Y%m%dT%H%M%S}Z"),
            _moments.map(lambda moment: f"{moment:%Y-%m-%dT%H:%M}"),
        ]
    return st.one_of(said)


def an_object(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Plain]:
    return st.fixed_dictionaries(required, optional=optional)


identifiers = st.one_of(
    an_object({"mbox": st.builds("mailto:{}@{}.example".format, words, words)}, {}),
    an_object({"mbox_sha1sum": st.text("0123456789abcdefABCDEF", min_size=40, max_size=40)}, {}),
    an_object({"openid": iris}, {}),
    an_object({"account": an_object({"homePage": iris, "name": texts}, {})}, {}),
)
_maybe_agent = an_object({}, {"objectType": st.just("Agent"), "name": texts})
agents = st.builds(lambda who, more: {**who, **more}, identifiers, _maybe_agent)
named_agents = agents.map(lambda agent: {**agent, "objectType": "Agent"})
_named = an_object({"objectType": st.just("Group")}, {"name": texts})
groups = st.one_of(
    st.builds(
        lambda who, more, members: {**more, **who, **members}, identifiers, _named, an_object({}, {"member": st.lists(agents, max_size=2)})
    ),
    st.builds(lambda more, members: {**more, "member": members}, _named, st.lists(agents, min_size=1, max_size=3)),
)
authorities = agents | st.lists(agents, min_size=2, max_size=2).map(lambda two: {"objectType": "Group", "member": two})
verbs = an_object({"id": iris}, {"display": language_maps})


def components() -> st.SearchStrategy[list[Plain]]:
    one = an_object({"id": words}, {"description": language_maps})
    return st.lists(one, max_size=3, unique_by=lambda component: component["id"])


_plain_definition = {"name": language_maps, "description": language_maps, "type": iris, "moreInfo": iris, "extensions": extensions}
definitions = st.one_of(
    an_object({}, _plain_definition),
    *(
        an_object(
            {"interactionType": st.just(kind)},
            {**_plain_definition, "correctResponsesPattern": st.lists(texts, max_size=2), **{name: components() for name in lists}},
        )
        for kind, lists in [
            ("true-false", ()),
            ("choice", ("choices",)),
            ("fill-in", ()),
            ("long-fill-in", ()),
            ("matching", ("source", "target")),
            ("performance", ("steps",)),
            ("sequencing", ("choices",)),
            ("likert", ("scale",)),
            ("numeric", ()),
            ("other", ()),
        ]
    ),
)
activities = an_object({"id": iris}, {"objectType": st.just("Activity"), "definition": definitions})
references = an_object({"objectType": st.just("StatementRef"), "id": uuids}, {})


@st.composite
def scores(draw: st.DrawFn) -> Plain:
    least, raw, most = sorted(draw(st.lists(st.integers(-50, 50), min_size=3, max_size=3, unique=True)))
    all_of_it = {"scaled": draw(st.floats(-1, 1)), "min": least, "raw": raw, "max": most}
    return {name: all_of_it[name] for name in draw(st.sets(st.sampled_from(sorted(all_of_it))))}


results = an_object(
    {},
    {
        "score": scores(),
        "success": st.booleans(),
        "completion": st.booleans(),
        "response": texts,
        "duration": durations,
        "extensions": extensions,
    },
)


def contexts(version: str, with_an_activity: bool) -> st.SearchStrategy[Plain]:
    parts: dict[str, Any] = {
        "registration": uuids,
        "instructor": agents | groups,
        "team": groups,
        "contextActivities": an_object(
            {}, {name: activities | st.lists(activities, max_size=2) for name in ("parent", "grouping", "category", "other")}
        ),
        "language": tags,
        "statement": references,
        "extensions": extensions,
    }
    if with_an_activity:
        parts |= {"revision": texts, "platform": texts}
    if version == "2.0.0":
        types = {"relevantTypes": st.lists(iris, min_size=1, max_size=2)}
        parts["contextAgents"] = st.lists(an_object({"objectType": st.just("contextAgent"), "agent": agents}, types), max_size=2)
        parts["contextGroups"] = st.lists(an_object({"objectType": st.just("contextGroup"), "group": groups}, types), max_size=2)
    return an_object({}, parts)


attachments = st.lists(
    an_object(
        {
            "usageType": iris,
            "display": language_maps,
            "contentType": st.sampled_from(["text/plain", "image/jpeg", "text/plain; charset=ascii"]),
            "length": st.integers(0, 10**9),
            "sha2": st.sampled_from([64, 96, 128]).flatmap(lambda size: st.text("0123456789abcdef", min_size=size, max_size=size)),
        },
        {"description": language_maps, "fileUrl": iris},
    ),
    max_size=2,
)


@st.composite
def _parts(draw: st.DrawFn, version: str, things: st.SearchStrategy[Plain]) -> Plain:
    thing = draw(things)
    with_an_activity = thing.get("objectType", "Activity") == "Activity"
    verb = {"id": VOIDED} if thing.get("objectType") == "StatementRef" and draw(st.booleans()) else draw(verbs)
    return draw(
        an_object(
            {"actor": agents | groups, "verb": st.just(verb), "object": st.just(thing)},
            {
                "result": results,
                "context": contexts(version, with_an_activity),
                "timestamp": moments(version),
                "attachments": attachments,
            },
        )
    )


_things = activities | named_agents | groups | references


def statements(version: str) -> st.SearchStrategy[Plain]:
    """Valid statements of the version."""
    told_of = _parts(version, _things).map(lambda parts: {"objectType": "SubStatement", **parts})
    of_the_store = an_object(
        {},
        {
            "id": uuids,
            "stored": moments(version),
            "authority": authorities,
            "version": st.sampled_from(["1.0", "1.0.0", "1.0.3"] if version == "1.0.3" else ["1.0.3", "2.0.0"]),
        },
    )
    return st.builds(lambda parts, more: {**parts, **more}, _parts(version, _things | told_of), of_the_store)


class Place(NamedTuple):
    """A property of a known kind: where it stands, and how an error names that."""

    holder: Any
    key: Any
    path: str
    kind: str


KINDS = {
    "actor": "who", "object": "thing", "verb": "verb", "result": "result", "context": "context", "timestamp": "moment", "stored": "moment",
    "authority": "who", "version": "version", "attachments": "list", "instructor": "who", "team": "who", "agent": "who", "group": "who",
    "member": "list", "name": "text", "mbox": "mailbox", "mbox_sha1sum": "sum", "openid": "iri", "account": "object", "homePage": "iri",
    "display": "map", "description": "map", "type": "iri", "moreInfo": "iri", "extensions": "extensions", "interactionType": "word",
    "correctResponsesPattern": "list", "choices": "list", "scale": "list", "source": "list", "target": "list", "steps": "list",
    "score": "object", "success": "boolean", "completion": "boolean", "response": "text", "duration": "duration", "scaled": "number",
    "raw": "number", "min": "number", "max": "number", "registration": "uuid", "contextActivities": "object", "parent": "related",
    "grouping": "related", "category": "related", "other": "related", "revision": "text", "platform": "text", "language": "language",
    "statement": "object", "contextAgents": "list", "contextGroups": "list", "relevantTypes": "list", "usageType": "iri",
    "contentType": "word", "length": "number", "sha2": "sum", "fileUrl": "iri", "definition": "definition",
}  # fmt: skip
WRONG: dict[str, list[Any]] = {
    "iri": ["", "no scheme", "example.org/x", "http://a b", "ab=c://x", "http://x/<y>", "http://x/%zz", 7, ["http://x"], True],
    "uuid": ["", "AA97B177-9383-4934-8543-0F91A7A028368", "MA97B177-9383-4934-8543-0F91A7A02836", "5f1d7a24000040008000000000000001", 5],
    "language": ["", "a", "something", "es_GT", "zh-z-aaa-z-bbb", "de-1901-1901", "es-", 3, {}],
    "moment": ["", "yesterday", "2026-11-24", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-24T10:00:00-00:00", 1700000000,
               "2026-11-24T10:00:00.000-0000", "2026-11-24T10:00:00-00", "2026-11-24T24:01:00Z", "2026-11-24T10:00:00+24:00"],
    "duration": ["", "P", "PT", "1H", "P4W1D", "PA1H", "PT1.5H3M", "P1H", "PT1D", "P-1D", "2026-11-24/P1D", "PT1S ", 60, {}],
    "text": [7, True, ["a"], {"es": "a"}, 1.5],
    "boolean": ["true", "false", 1, 0, "yes", []],
    "number": ["1", True, [], {}],
    "mailbox": ["", "rosa@example.org", "mailto:rosa", "mailto:", "http://example.org", "mailto:a@b@c", "MAILTO:rosa@example.org", 3, {}],
    "sum": ["", "xyz", "a" * 39, "g" * 64, 40, {}],
    "word": ["", "Choice", "other ", 5, {}],
    "version": ["", "0.9.9", "1.1.0", "3.0.0", "two", 2, 1.0],
    "map": ["text", 5, ["es"]],
    "list": ["text", 5, {"a": 1}],
    "who": ["rosa", 5, []],
    "thing": ["http://x", 5, []],
    "verb": ["http://x", 5, []],
    "result": ["passed", 5, []],
    "context": ["course", 5, []],
    "object": ["text", 5, []],
    "definition": ["text", 5, []],
    "related": ["http://x", 5],
    "extensions": ["text", 5, []],
}  # fmt: skip
"""For each kind, what it may never be."""


def places(holder: Any, path: str = "") -> Iterator[Place]:
    """Every property of a statement that the standard knows; not the inside of extensions."""
    for key, value in holder.items():
        here = f"{path}.{key}" if path else key
        kind = KINDS.get(key, "")
        if key == "name" and isinstance(value, dict):
            kind = "map"
        if key == "description" or key == "display" or kind == "map":
            yield Place(holder, key, here, "map")
            continue
        if kind:
            yield Place(holder, key, here, kind)
        if key == "extensions":
            continue
        if isinstance(value, dict):
            yield from places(value, here)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from places(item, f"{here}[{number}]")


def objects(holder: Any, path: str = "") -> Iterator[tuple[Plain, str]]:
    """Every object of a statement whose properties the standard lists."""
    yield holder, path
    for key, value in holder.items():
        here = f"{path}.{key}" if path else key
        if key in ("extensions", "display", "description") or (key == "name" and isinstance(value, dict)):
            continue
        if isinstance(value, dict):
            yield from objects(value, here)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from objects(item, f"{here}[{number}]")


class Spoiled(NamedTuple):
    statement: Plain
    path: str
    defect: str


@st.composite
def nearly(draw: st.DrawFn, version: str) -> Spoiled:
    """A statement of the version that has one defect, and the path that an error about it has to name."""
    statement = copy.deepcopy(draw(statements(version)))
    return draw(st.sampled_from([_a_wrong_value, _nothing, _an_unknown_property, _other_capitals, _a_needed_one_left_out, _two_names]))(
        draw, statement
    )


def _a_wrong_value(draw: st.DrawFn, statement: Plain) -> Spoiled:
    holder, key, path, kind = draw(st.sampled_from(list(places(statement))))
    holder[key] = draw(st.sampled_from(WRONG[kind]))
    return Spoiled(statement, path, f"{kind} is {holder[key]!r}")


def _nothing(draw: st.DrawFn, statement: Plain) -> Spoiled:
    holder, key, path, kind = draw(st.sampled_from(list(places(statement))))
    holder[key] = None
    return Spoiled(statement, path, f"{kind} is null")


def _an_unknown_property(draw: st.DrawFn, statement: Plain) -> Spoiled:
    holder, path = draw(st.sampled_from(list(objects(statement))))
    key = draw(st.sampled_from(["colour", "Extensions", "objecttype", "ID", "iD"]))
    holder[key] = draw(st.sampled_from(["red", {}, None]))
    return Spoiled(statement, f"{path}.{key}" if path else key, "unknown")


def _other_capitals(draw: st.DrawFn, statement: Plain) -> Spoiled:
    holder, key, path, kind = draw(st.sampled_from(list(places(statement))))
    holder[key.swapcase()] = holder.pop(key)
    return Spoiled(statement, path.removesuffix(key) + key.swapcase(), f"{kind} in other capitals")


NEEDED = {"actor", "verb", "homePage", "usageType", "contentType", "length", "sha2", "agent", "group"}


def _a_needed_one_left_out(draw: st.DrawFn, statement: Plain) -> Spoiled:
    needed = [place for place in places(statement) if place.key in NEEDED]
    holder, key, path, kind = draw(st.sampled_from(needed))
    del holder[key]
    return Spoiled(statement, path, f"{kind} is missing")


def _two_names(draw: st.DrawFn, statement: Plain) -> Spoiled:
    """Somebody named in two ways."""
    named = [(holder, path) for holder, path in objects(statement) if {"mbox", "openid"} & holder.keys()]
    if not named:
        return _a_wrong_value(draw, statement)
    holder, path = draw(st.sampled_from(named))
    holder["mbox_sha1sum"] = "a" * 40
    return Spoiled(statement, path, "two names")
