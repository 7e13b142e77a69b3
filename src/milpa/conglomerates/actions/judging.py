"""A person says whether two enterprises are the same one; a join can be seen, and cut."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates import duplicates
from milpa.conglomerates.finding import KIND, Finder
from milpa.conglomerates.models import DuplicateJudged, Enterprise
from milpa.conglomerates.refusals import JoinedAlready, NotOneProgramme
from milpa.people.models import Person
from milpa.web import search


def say_same(by: Person, id: UUID, kept_id: UUID, joined_id: UUID) -> DuplicateJudged:
    """They are one: `joined` goes into `kept`, with what was joined into it before. Nothing of either is lost.

    Raises Enterprise.DoesNotExist, NotOneProgramme, JoinedAlready.
    """
    with transaction.atomic():
        kept, joined = _both(by, kept_id, joined_id)
        known, new = ledger.recognise([_fact(by, id, kept, joined, kept)])
        if new:
            _refuse_joined(kept, joined)
            for one in [joined, *joined.joined.select_for_update(of=("self",))]:
                one.joined_into = kept
                one.save(update_fields=["joined_into"])
                ledger.revise(one, one.revision, by=by, why=kept.name)
            search.forget(KIND, joined.id)
            known = ledger.append(new)
        return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def say_different(by: Person, id: UUID, one_id: UUID, other_id: UUID) -> DuplicateJudged:
    """They are two, and are not proposed again. Raises Enterprise.DoesNotExist, NotOneProgramme."""
    with transaction.atomic():
        one, other = _both(by, one_id, other_id)
        known, new = ledger.recognise([_fact(by, id, one, other, None)])
        return (known or ledger.append(new))[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def cut(by: Person, id: UUID, joined_id: UUID) -> DuplicateJudged:
    """A join is taken back: the enterprise stands by itself again. Raises Enterprise.DoesNotExist, NotOneProgramme."""
    with transaction.atomic():
        mine = Enterprise.objects.open_to(by, "conglomerates.edit_register").select_related("programme__institution")
        joined = mine.select_for_update(of=("self",)).get(id=joined_id)
        kept = joined.joined_into or _was_kept(joined)
        known, new = ledger.recognise([_fact(by, id, kept, joined, None)])
        if new:
            joined.joined_into = None
            joined.save(update_fields=["joined_into"])
            ledger.revise(joined, joined.revision, by=by)
            known = ledger.append(new)
            duplicates.find_for(joined)
            Finder(joined.programme).index([joined])
        return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def _was_kept(joined: Enterprise) -> Enterprise:
    """Into which it was joined before it was cut: a cut that is sent again says the same."""
    said = DuplicateJudged.objects.filter(kept__isnull=False, voided_by=None).select_related("kept").in_order()
    last = [row.kept for row in said if joined.id in (row.one_id, row.other_id) and row.kept_id != joined.id]
    if not last or last[-1] is None:
        raise NotOneProgramme
    return last[-1]


def _both(by: Person, one_id: UUID, other_id: UUID) -> tuple[Enterprise, Enterprise]:
    mine = Enterprise.objects.open_to(by, "conglomerates.edit_register").select_for_update(of=("self",))
    found = {one.id: one for one in mine.filter(id__in=[one_id, other_id])}
    if len(found) < 2 and one_id != other_id:
        raise Enterprise.DoesNotExist
    if len({one.programme_id for one in found.values()}) != 1 or one_id == other_id:
        raise NotOneProgramme
    return found[one_id], found[other_id]


def _refuse_joined(*both: Enterprise) -> None:
    for one in both:
        if one.joined_into_id is not None:
            raise JoinedAlready(name=one.name)


def _fact(by: Person, id: UUID, one: Enterprise, other: Enterprise, kept: Enterprise | None) -> DuplicateJudged:
    first, second = sorted((one, other), key=lambda row: str(row.id))
    return DuplicateJudged(id=id, by=by, institution_id=one.institution_id, one=first, other=second, kept=kept)
