"""What `conglomerates` tells the packages before it: evidence, what waits, acts, dates, the register, what a replication may take."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy

from milpa import ledger
from milpa.conglomerates import evidence, finding, holding, involving, register_list, waiting, whose_turn, wrong_rows
from milpa.conglomerates.actions import appointing, importing
from milpa.conglomerates.models import Agreement, AgreementSection, CounterpartAppointed, Criterion, RegisterImport, Selection, Value
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.registries import Personal, personal
from milpa.programmes import registries
from milpa.programmes.models import Partner, Programme
from milpa.programmes.registries import EvidenceAnswer, Place, Takes, Wait
from milpa.programmes.said import said
from milpa.web import registries as web
from milpa.web import uploads
from milpa.web.registries import Searchable

FEWEST, MOST = 3, 8


def candidates_complete(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """3 to 8 candidates, each criterion with value, unit, year, source, scope, or "no datum" said."""
    whole = Q(no_datum=True) | (Q(value__isnull=False, year__isnull=False) & ~Q(source="") & ~Q(scope=""))
    rows = Selection.objects.filter(programme__in=programmes).annotate(
        candidates_n=Count("candidates", distinct=True), criteria_n=Count("criteria", distinct=True)
    )
    said_cells = dict(
        Value.objects.filter(whole, candidate__selection__programme__in=programmes)
        .values("candidate__selection")
        .annotate(n=Count("id"))
        .values_list("candidate__selection", "n")
    )
    found = {row.programme_id: row for row in rows}
    return {id: _complete(id, found.get(id), said_cells) for id in programmes}


def _complete(programme: UUID, row: Any, said_cells: dict[UUID, int]) -> EvidenceAnswer:
    link = reverse("conglomerates:selection", args=[programme])
    n = row.candidates_n if row else 0
    if not FEWEST <= n <= MOST:
        return EvidenceAnswer(False, said("{n} candidates; three to eight are asked for", n=n), link=link, done=n, all=FEWEST)
    done, all = said_cells.get(row.id, 0), n * row.criteria_n
    if done < all:
        return EvidenceAnswer(
            False, said("{done} of {all} values with year, source and scope", done=done, all=all), link=link, done=done, all=all
        )
    return EvidenceAnswer(True, link=link, done=done, all=all)


def selection_signed(programmes: Iterable[UUID]) -> dict[UUID, EvidenceAnswer]:
    """A decision with reasons; all deciding sides signed its newest revision, or it is on record why not."""
    ids = list(programmes)
    rows = {row.programme_id: row for row in Selection.objects.filter(programme__in=ids)}
    documents = [row.id for row in rows.values()]
    signed = {(d, s, n): at for d, s, n, at in _signatures(Signed, documents)}
    declined = {(d, s, n): at for d, s, n, at in _signatures(SignatureDeclined, documents)}
    sides: dict[UUID, set[UUID]] = {row.programme_id: {row.institution_id} for row in rows.values()}
    for programme, invited in Partner.objects.accepted().filter(programme__in=ids, decides=True).values_list("programme", "invited"):
        sides.setdefault(programme, set()).add(invited)
    return {id: _signed(id, rows.get(id), sides.get(id, set()), signed | declined) for id in ids}


def _signatures(model: Any, documents: list[UUID]) -> Any:
    return model.objects.filter(document__in=documents, voided_by=None).values_list("document", "side", "number", "recorded_at")


def _signed(programme: UUID, row: Any, sides: set[UUID], settled: dict[tuple[UUID, UUID, int], Any]) -> EvidenceAnswer:
    link = reverse("conglomerates:comparison" if row else "conglomerates:selection", args=[programme])
    if row is None or row.decided_id is None:
        return EvidenceAnswer(False, said("No decision is written yet"), link=link)
    moments = [settled[key] for side in sides if (key := (row.id, side, row.revision)) in settled]
    if len(moments) < len(sides):
        return EvidenceAnswer(
            False,
            said("{done} of {all} sides signed, or said why not", done=len(moments), all=len(sides)),
            link=link,
            done=len(moments),
            all=len(sides),
        )
    return EvidenceAnswer(True, since=max(moments), link=link, done=len(moments), all=len(sides))


def take_criteria(old: Any, new: Any, person: Any) -> None:
    """The criteria without any value: candidates and weights are asked anew."""
    from milpa.conglomerates.actions.selecting import start_selection

    before = Selection.objects.filter(programme=old).first()
    if before is None:
        return
    selection = start_selection(person, new.id)
    selection.criteria.all().delete()
    kept = ("place", "title", "unit", "why", "more_is_better")
    Criterion.objects.bulk_create(Criterion(selection=selection, **row) for row in before.criteria.values(*kept))
    ledger.revise(selection, selection.revision, by=person)


def take_letter(old: Any, new: Any, person: Any) -> None:
    """The letter's parts without what names the old sides; it is signed anew, and waits for the new counterpart."""
    before = Agreement.objects.filter(programme=old).first()
    if before is None or Agreement.objects.filter(programme=new).exists():
        return
    agreement = Agreement(institution_id=new.institution_id, programme=new, title=before.title)
    agreement.save(force_insert=True)
    of_the_sides = {"parties", "contributions_by_side", "decisions_by_side", "who_may_speak_for_whom"}
    AgreementSection.objects.bulk_create(
        AgreementSection(agreement=agreement, slug=row.slug, place=row.place, text="" if row.slug in of_the_sides else row.text)
        for row in before.sections.all()
    )
    ledger.revise(agreement, 0, by=person, why=before.title)


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    ids = list(programmes)
    return [*waiting.waits(person, ids), *whose_turn.waits(person, ids)]


def mandates_read_by(person: Any, ids: Collection[UUID]) -> set[UUID]:
    """Whoever sees the programme reads the counterpart's mandate."""
    programmes = Programme.objects.open_to(person, "conglomerates.see")
    return set(CounterpartAppointed.objects.filter(id__in=ids, programme__in=programmes).values_list("id", flat=True))


def sheets_read_by(person: Any, ids: Collection[UUID]) -> set[UUID]:
    return set(RegisterImport.objects.open_to(person).filter(id__in=ids).values_list("id", flat=True)) if person else set()


registries.evidence["conglomerates.candidates_complete"] = candidates_complete
registries.evidence["conglomerates.selection_signed"] = selection_signed
registries.evidence["conglomerates.counterpart_appointed"] = evidence.counterpart_appointed
registries.evidence["conglomerates.agreement_signed"] = evidence.agreement_signed
registries.evidence["conglomerates.register_loaded"] = evidence.register_loaded
registries.waits["conglomerates"] = waits
registries.acts["conglomerates"] = involving.acts
registries.registered["conglomerates"] = involving.registered
registries.calendar["conglomerates"] = whose_turn.calendar
registries.takes["conglomerates.criteria"] = Takes(
    said("The criteria for choosing"), said("Without candidates, values or weights: those are asked anew"), take_criteria
)
registries.takes["conglomerates.letter"] = Takes(
    said("The text of the letter of understanding"),
    said("Without what names the sides; it is signed anew, and the register is asked anew"),
    take_letter,
)
registries.places.append(Place(gettext_lazy("Choice"), "conglomerates:selection", "conglomerates.see", 10))
registries.places.append(Place(gettext_lazy("Counterpart"), "conglomerates:counterpart", "conglomerates.see", 11))
registries.places.append(Place(gettext_lazy("Letter"), "conglomerates:agreement", "conglomerates.see", 12))
registries.places.append(Place(gettext_lazy("Enterprises"), "conglomerates:register", "conglomerates.see_register", 13))
personal["conglomerates"] = Personal(holding.held, holding.export, holding.erase)
uploads.readers[appointing.BELONGS] = mandates_read_by
uploads.readers[importing.BELONGS] = sheets_read_by
web.search[finding.KIND] = Searchable(gettext_lazy("Enterprises"), finding.readable)
web.listings[register_list.NAME] = register_list.listing
web.listings[wrong_rows.NAME] = wrong_rows.listing
