"""What the counterpart did in the choice and in the letter, as acts of involvement; and what the register knows of each enterprise.

Weighing touches level 4. Signing what others wrote is ratified; signing a choice among candidates, or a letter in which their own words
stand, is a decision; so is refusing with a reason. A part of the letter that they wrote touches level 4 while it stands there.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, DateTimeField, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from milpa.conglomerates.models import Agreement, Candidate, CounterpartAppointed, Enterprise, Selection, Weighting
from milpa.ledger.models.documents import Revision
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.programmes.involving import phase_with
from milpa.programmes.models import Partner, Programme
from milpa.programmes.registries import Registered
from milpa.programmes.rules import breadth
from milpa.programmes.rules.involvement import COLLABORATING, CONSULTED, DECIDING, REPRESENTATION, Act, Choice

CHOICE, LETTER = "conglomerates.selection_signed", "conglomerates.agreement_signed"  # the phases are those of their steps


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that the counterpart did. `options`: candidates of a choice; 0 for the letter. `text_at`: when that revision was saved."""

    programme: UUID
    kind: str
    id: UUID
    document: UUID
    number: int
    at: datetime
    text_at: datetime | None
    options: int


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """Two queries, and one more where the counterpart wrote in a letter."""
    ids = list(programmes)
    rows = _rows(ids) if ids else []  # PostgreSQL refuses the question about none: its empty parts have no type
    if not rows:
        return {}
    guides = {row.id: row for row in Programme.objects.filter(id__in=ids).only("id", "edition", "institution")}
    theirs = _their_words({row.document for row in rows if row.kind == "wrote"}, {row.number for row in rows if row.kind == "wrote"})
    found: dict[UUID, list[Act]] = defaultdict(list)
    for row in rows:
        key = LETTER if row.kind == "wrote" or (row.kind in ("signed", "declined") and not row.options) else CHOICE
        if phase := phase_with(guides[row.programme].guide, key):
            found[row.programme].append(_act(phase, row, theirs))
    return dict(found)


def _act(phase: str, row: Row, theirs: dict[UUID, dict[int, bool]]) -> Act:
    if row.kind == "weighed":
        return Act(phase, REPRESENTATION, COLLABORATING, id=row.id)
    if row.kind == "wrote":
        stands = theirs.get(row.document, {}).get(row.number, False)
        return Act(phase, REPRESENTATION, COLLABORATING if stands else CONSULTED, id=(row.document, row.number))
    if row.kind == "declined":
        choice = Choice("rejected")
    else:
        days = (row.at - row.text_at).days if row.text_at else None
        own = any(stands for number, stands in theirs.get(row.document, {}).items() if number <= row.number)
        choice = Choice("options" if row.options >= 2 else "own_change" if own else "ratified", options=row.options, days=days)
    return Act(phase, REPRESENTATION, DECIDING, choice=choice, decision=row.document, id=row.id)


def _rows(ids: list[UUID]) -> list[Row]:
    """Everything in one query: weights, signatures and refusals of who speaks for the conglomerate, and what its people wrote."""
    parts = [_weighed(ids), _signed(Signed, "signed", ids), _signed(SignatureDeclined, "declined", ids), _wrote(ids)]
    columns = ("of", "kind_", "key", "about", "revision_", "when", "text_at", "options")
    first, *rest = [part.order_by().values_list(*columns) for part in parts]
    return [Row(*row) for row in first.union(*rest, all=True)]


def _speaks(programme: Any, side: str) -> Exists:
    """Whether the side is a partner that accepted to speak for the conglomerate."""
    return Exists(Partner.objects.accepted().filter(programme=programme, invited=OuterRef(side), speaks=True))


def _weighed(ids: list[UUID]) -> QuerySet[Any]:
    rows = Weighting.objects.filter(selection__programme__in=ids, voided_by=None)
    return rows.filter(_speaks(OuterRef("selection__programme"), "side")).annotate(
        of=F("selection__programme"),
        kind_=Value("weighed"),
        key=F("id"),
        about=F("selection"),
        revision_=F("round"),
        when=F("recorded_at"),
        text_at=Value(None, output_field=DateTimeField()),
        options=Value(0),
    )


def _signed(model: Any, kind: str, ids: list[UUID]) -> QuerySet[Any]:
    """Signatures, or refusals, of the choice and of the letter."""
    selection = Selection.objects.filter(id=OuterRef("document"), programme__in=ids)
    agreement = Agreement.objects.filter(id=OuterRef("document"), programme__in=ids)
    candidates = Candidate.objects.filter(selection=OuterRef("document")).order_by().values("selection").annotate(n=Count("id")).values("n")
    saved = Revision.objects.filter(document=OuterRef("document"), number=OuterRef("number")).values("at")
    of = Coalesce(Subquery(selection.values("programme")), Subquery(agreement.values("programme")), output_field=UUIDField())
    rows = model.objects.filter(voided_by=None).annotate(of=of).exclude(of=None)
    return rows.filter(_speaks(OuterRef("of"), "side")).annotate(
        kind_=Value(kind),
        key=F("id"),
        about=F("document"),
        revision_=F("number"),
        when=F("recorded_at"),
        text_at=Subquery(saved, output_field=DateTimeField()),
        options=Coalesce(Subquery(candidates), 0, output_field=IntegerField()),
    )


def _wrote(ids: list[UUID]) -> QuerySet[Any]:
    """Revisions of the letter by people of the counterpart."""
    agreement = Agreement.objects.filter(id=OuterRef("document"), programme__in=ids)
    body = CounterpartAppointed.objects.standing().filter(programme=OuterRef("of"), body=OuterRef("by__institution"))
    rows = Revision.objects.annotate(of=Subquery(agreement.values("programme"))).exclude(of=None).filter(Exists(body))
    return rows.annotate(
        kind_=Value("wrote"),
        key=F("document"),
        about=F("document"),
        revision_=F("number"),
        when=F("at"),
        text_at=F("at"),
        options=Value(0),
    )


def _their_words(letters: set[UUID], numbers: set[int]) -> dict[UUID, dict[int, bool]]:
    """letter -> number of a revision that they wrote -> whether what they changed in it stands in the newest one."""
    contents: dict[UUID, dict[int, dict[str, str]]] = defaultdict(dict)
    for row in Revision.objects.filter(document__in=letters).order_by("number") if letters else ():
        contents[row.document][row.number] = {part["id"]: part["text"] for part in row.plain()["sections"]}
    return {
        document: {
            number: any(contents_of.get(number - 1, {}).get(slug) != text == newest.get(slug) for slug, text in written.items())
            for number, written in contents_of.items()
            if number in numbers
        }
        for document, contents_of in contents.items()
        for newest in [contents_of[max(contents_of)]]
    }


def registered(programmes: Iterable[UUID]) -> dict[UUID, Registered]:
    """What is known of each enterprise, and which are of the board. One query."""
    rows = Enterprise.objects.filter(programme__in=list(programmes)).standing().with_board()
    known: dict[UUID, dict[UUID, breadth.Enterprise]] = defaultdict(dict)
    board: dict[UUID, set[UUID]] = defaultdict(set)
    for programme, id, size, department, led_by, on_board in rows.values_list(
        "programme", "id", "size", "department", "led_by", "on_board"
    ):
        known[programme][id] = breadth.Enterprise(size, department, led_by)
        if on_board:
            board[programme].add(id)
    return {programme: Registered(enterprises, frozenset(board[programme])) for programme, enterprises in known.items()}
