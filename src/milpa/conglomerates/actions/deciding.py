"""The decision with its reasons, signed by each side, or why not."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.comparing import table
from milpa.conglomerates.models import Selection
from milpa.conglomerates.refusals import NotADecidingSide, NothingDecided, ReasonNeeded
from milpa.conglomerates.sides import decides, deciding
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.models import Institution, Person
from milpa.programmes.touching import touch

KEY = "conglomerates.selection_signed"


def decide(by: Person, selection_id: UUID, was: int, candidate_id: UUID, reasons: str) -> Selection:
    """Writes the decision and the ranking of this moment. Any candidate may be chosen; the reasons are always needed.

    Raises Selection.DoesNotExist, ReasonNeeded, StaleRevision, and what the comparison lacks.
    """
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.decide").select_for_update(of=("self",)).get(id=selection_id)
        if not reasons.strip():
            raise ReasonNeeded
        places = table(selection).comparison.by_mean.places
        selection.decided = selection.candidates.get(id=candidate_id)
        selection.reasons = reasons
        selection.ranking_then = [{"candidate": p.candidate, "rank": p.rank, "total": f"{float(p.total):.6f}"} for p in places]
        selection.save(update_fields=["decided", "reasons", "ranking_then"])
        ledger.revise(selection, was, by=by, why=selection.decided.name)
        touch(selection.programme_id, KEY)
        return selection


def sign_selection(by: Person, selection_id: UUID, number: int, id: UUID, capacity: str = "") -> Signed:
    """Raises NotADecidingSide, NothingDecided, RevisionMovedOn."""
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.sign").get(id=selection_id)
        if not decides(by, selection.programme):
            raise NotADecidingSide
        if selection.decided_id is None:
            raise NothingDecided
        signed = ledger.sign(selection, number, by=by, side=by.institution, id=id, capacity=capacity)
        touch(selection.programme_id, KEY)
        return signed


def decline_selection(by: Person, selection_id: UUID, number: int, id: UUID, why: str, side_id: UUID | None = None) -> SignatureDeclined:
    """A side says why it does not sign; the coordinator may put it on record for one that does not answer."""
    with transaction.atomic():
        selection = Selection.objects.open_to(by, "conglomerates.sign").get(id=selection_id)
        side = _side(by, selection, side_id)
        if not why.strip():
            raise ReasonNeeded
        declined = ledger.decline(selection, number, by=by, side=side, id=id, why=why)
        touch(selection.programme_id, KEY)
        return declined


def _side(by: Person, selection: Selection, side_id: UUID | None) -> Institution:
    sides = {side.id: side for side in deciding(selection.programme)}
    for_other = side_id is not None and side_id != by.institution_id
    if for_other and not Selection.objects.open_to(by, "conglomerates.decide").filter(id=selection.id).exists():
        raise NotADecidingSide
    if (side_id or by.institution_id) not in sides:
        raise NotADecidingSide
    return sides[side_id or by.institution_id]
