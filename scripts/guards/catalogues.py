"""Every message stands in Spanish, in one wording, with the same placeholders.

Messages are taken from the code and templates as `babel.cfg` says; the Spanish of all packages is read as one catalogue,
because that is how Django serves it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

KEYWORDS = DEFAULT_KEYWORDS | parse_keywords(
    ["gettext_lazy", "gettext_noop", "ngettext_lazy:1,2", "pgettext_lazy:1c,2", "npgettext_lazy:1c,2,3", "n_:1,2", "said:1", "said_n:1,2"]
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%(?=[sd])|\{(\w*)[^{}]*\}")
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    message: Message
    where: str


def problems(root: Path) -> Iterator[str]:
    entries: dict[Key, Entry] = {}
    for path in sorted(root.glob("src/milpa/**/locale/es/LC_MESSAGES/django.po")):
        yield from _gather(path, str(path.relative_to(root)), entries)
    for key, (where, is_plural) in extracted(root).items():
        if key not in entries:
            yield f"{where}: not in any Spanish catalogue: {key[1]!r}"
        elif is_plural and isinstance(entries[key].message.id, str):
            yield f"{where}: asked for with a plural, which {entries[key].where} lacks: {key[1]!r}"


def extracted(root: Path) -> dict[Key, tuple[str, bool]]:
    """Every message id that the project asks for, with the first place that does, and whether with a plural."""
    with (root / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel leaves it untyped
    found: dict[Key, tuple[str, bool]] = {}
    for name, line, message, _comments, context in extract_from_dir(root / "src", methods, options, keywords=KEYWORDS):
        text = _first(message)
        found.setdefault((context, text), (f"src/{name}:{line}", text != message))
    return found


def _gather(path: Path, name: str, entries: dict[Key, Entry]) -> Iterator[str]:
    """Adds the catalogue's messages to `entries`; yields what is wrong with them."""
    for message in _catalogue(path):
        if not message.id:
            continue
        where = f"{name}:{message.lineno}"
        key = (message.context, _first(message.id))
        known = entries.setdefault(key, Entry(message, where))
        if known.message.string != message.string:
            yield f"{where}: {key[1]!r} is worded otherwise in {known.where}"
        if message.fuzzy:
            yield f"{where}: fuzzy: {key[1]!r}"
        if not all(_strings(message)):
            yield f"{where}: without Spanish: {key[1]!r}"
        elif odd := _odd_placeholders(message):
            yield f"{where}: placeholders differ ({odd}): {key[1]!r}"


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="es")


def _first(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def _odd_placeholders(message: Message) -> str:
    """The placeholders that stand in one language only. A singular may leave out its number."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id or [""])
    wanted = _placeholders(ids[-1])
    for index, string in enumerate(_strings(message)):
        allowed = {frozenset(wanted)} | ({frozenset(_placeholders(ids[0]))} if index == 0 else set())
        if frozenset(_placeholders(string)) not in allowed and not (index == 0 and len(ids) > 1 and _placeholders(string) < wanted):
            return " ".join(sorted(wanted ^ _placeholders(string)))
    return ""


def _placeholders(text: str) -> set[str]:
    return {found.group(0) for found in PLACEHOLDER.finditer(text.replace("%%", ""))}
