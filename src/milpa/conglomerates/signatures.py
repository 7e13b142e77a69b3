"""How each side stands to a signed document, and which words changed since it signed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.models.documents import Document, Revision
from milpa.ledger.signing import Standing
from milpa.ledger.words import Passage, Piece, compare_contents
from milpa.people.models import Institution
from milpa.web.formats import day

Reading = Callable[[Any], list[dict[str, str]]]  # content -> what a reader reads of it, in order: [{"id": how it is called, "text"}]


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage that changed: how it is called, and its pieces, staying, going out and coming in."""

    title: str
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since one side signed revision `number`."""

    who: str
    number: int
    passages: list[Changed]


@dataclass(frozen=True, slots=True)
class Signatures:
    """`rows` are what `ui.signatures` draws, in the order of the sides; `changes` of those whose signature no longer covers the text."""

    standing: list[Standing]
    rows: list[dict[str, Any]]
    changes: list[Since]


def of(document: Document, sides: Sequence[Institution], reading: Reading) -> Signatures:
    """Two queries, and one more where a signature no longer covers the text."""
    standing, names = ledger.standing(document, sides), {side.id: side.name for side in sides}
    uncovered = {one.side: one.signed.number for one in standing if one.signed and not one.covers}
    contents = _contents(document, set(uncovered.values()))
    passages = {side: _passages(contents, number, document.revision, reading) for side, number in uncovered.items()}
    return Signatures(
        standing,
        [_row(names[one.side], one, passages.get(one.side, [])) for one in standing],
        [Since(names[side], uncovered[side], _changed(found)) for side, found in passages.items() if found],
    )


def between(document: Document, number: int, reading: Reading) -> list[Changed]:
    """What changed from that revision to today's. Raises Revision.DoesNotExist."""
    contents = _contents(document, {number})
    if number not in contents:
        raise Revision.DoesNotExist
    return _changed(_passages(contents, number, document.revision, reading))


def _contents(document: Document, numbers: set[int]) -> dict[int, Any]:
    if not numbers:
        return {}
    rows = Revision.objects.filter(document=document.id, number__in=[*numbers, document.revision])
    return {row.number: row.plain() for row in rows}


def _passages(contents: dict[int, Any], before: int, after: int, reading: Reading) -> list[Passage]:
    return compare_contents(reading(contents[before]), reading(contents[after]))


def _changed(passages: Sequence[Passage]) -> list[Changed]:
    return [Changed(passage.path[0], passage.pieces) for passage in passages if passage.path[-1] == "text"]


def _row(name: str, one: Standing, passages: Sequence[Passage]) -> dict[str, Any]:
    if one.covers and one.signed:
        says = _("Signed on {day}").format(day=day(one.signed.recorded_at))
        return {"who": name, "state": "signed", "says": says, "capacity": one.signed.capacity}
    if one.declined:
        return {"who": name, "state": "refused", "says": one.declined.why}
    if one.signed:
        return {"who": name, "state": "uncovered", "says": _words(one.signed.number, passages), "url": "#changes"}
    return {"who": name, "state": "waiting", "says": _("Has not signed yet")}


def _words(signed: int, passages: Sequence[Passage]) -> str:
    changed = [passage for passage in passages if passage.path[-1] == "text"]
    out, come = sum(p.words_out for p in changed), sum(p.words_in for p in changed)
    return _("Signed revision {number}; since then {out} words went out and {come} came in.").format(number=signed, out=out, come=come)
