"""The letter of understanding is begun, written part by part, and signed by each side, or it is on record why not."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext, override

from milpa import ledger
from milpa.conglomerates import letter
from milpa.conglomerates.models import Agreement, AgreementSection, AgreementSide
from milpa.conglomerates.refusals import LetterIsIncomplete, NoCounterpart, NotASide, ReasonNeeded, TermIsBackwards
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.models import Institution, Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch

KEY = "conglomerates.agreement_signed"


def start_agreement(by: Person, programme_id: UUID) -> Agreement:
    """The programme's letter; a new one begins with the usual texts. Raises Programme.DoesNotExist, NoCounterpart."""
    with transaction.atomic():
        mine = Programme.objects.open_to(by, "conglomerates.edit_letter").select_related("institution")
        programme = mine.select_for_update(of=("self",)).get(id=programme_id)
        known = Agreement.objects.filter(programme=programme).first()
        if known is not None:
            return known
        counterpart = letter.counterpart_of(programme.id)
        if counterpart is None:
            raise NoCounterpart
        with override(programme.language):
            title = gettext("Letter of understanding")
        agreement = Agreement(institution_id=programme.institution_id, programme=programme, title=title, ends_on=counterpart.until)
        agreement.save(force_insert=True)
        names = (programme.language, programme.institution.name, counterpart.body.name)
        AgreementSection.objects.bulk_create(
            AgreementSection(agreement=agreement, slug=part.slug, place=place, text=letter.first_text(part, *names))
            for place, part in enumerate(letter.parts(), start=1)
        )
        ledger.revise(agreement, 0, by=by)
        touch(programme.id, KEY)
        return agreement


def _opened(by: Person, agreement_id: UUID, verb: str) -> Agreement:
    mine = Agreement.objects.open_to(by, verb).select_related("programme__institution")
    return mine.select_for_update(of=("self",)).get(id=agreement_id)


def _saved(agreement: Agreement, was: int, by: Person, why: str) -> Agreement:
    ledger.revise(agreement, was, by=by, why=why)
    touch(agreement.programme_id, KEY)
    return agreement


def write_part(by: Person, agreement_id: UUID, was: int, slug: str, text: str) -> Agreement:
    """One part's text; owner and counterpart both write. Raises Agreement.DoesNotExist, AgreementSection.DoesNotExist, StaleRevision."""
    with transaction.atomic():
        agreement = _opened(by, agreement_id, "conglomerates.edit_letter")
        section = agreement.sections.get(slug=slug)
        section.text = text.strip()
        section.save(update_fields=["text"])
        return _saved(agreement, was, by, str(letter.part(slug).title))


def set_terms(by: Person, agreement_id: UUID, was: int, title: str, starts_on: date | None, ends_on: date | None) -> Agreement:
    """What the letter is called, and from when until when it holds. Raises StaleRevision, TermIsBackwards."""
    with transaction.atomic():
        agreement = _opened(by, agreement_id, "conglomerates.edit_letter")
        if starts_on and ends_on and ends_on < starts_on:
            raise TermIsBackwards
        agreement.title, agreement.starts_on, agreement.ends_on = title, starts_on, ends_on
        agreement.save(update_fields=["title", "starts_on", "ends_on"])
        return _saved(agreement, was, by, title)


def name_sides(by: Person, agreement_id: UUID, was: int, institutions: Collection[UUID]) -> Agreement:
    """The accepted partners that sign besides the owner and the counterpart. Raises StaleRevision, NotASide."""
    with transaction.atomic():
        agreement = _opened(by, agreement_id, "conglomerates.name_sides")
        wanted = set(institutions)
        if not wanted <= {one.id for one in letter.may_be_named(agreement)}:
            raise NotASide
        agreement.further_sides.exclude(side__in=wanted).delete()
        there = set(agreement.further_sides.values_list("side", flat=True))
        AgreementSide.objects.bulk_create(AgreementSide(agreement=agreement, side_id=id) for id in sorted(wanted - there))
        return _saved(agreement, was, by, ", ".join(Institution.objects.filter(id__in=wanted).values_list("name", flat=True)))


def sign_agreement(by: Person, agreement_id: UUID, number: int, id: UUID, capacity: str = "") -> Signed:
    """The person's institution signs the revision that they read. Raises NotASide, LetterIsIncomplete, RevisionMovedOn."""
    with transaction.atomic():
        agreement = Agreement.objects.open_to(by, "conglomerates.sign_letter").select_related("programme__institution").get(id=agreement_id)
        known = Signed.objects.filter(id=id).exists()
        if not known:
            _refuse_side(by.institution_id, agreement)
            empty = agreement.sections.filter(text="").first()
            if empty is not None:
                raise LetterIsIncomplete(section=letter.part(empty.slug).title)
        signed = ledger.sign(agreement, number, by=by, side=by.institution, id=id, capacity=capacity)
        touch(agreement.programme_id, KEY)
        return signed


def decline_agreement(by: Person, agreement_id: UUID, number: int, id: UUID, why: str, side_id: UUID | None = None) -> SignatureDeclined:
    """A side says why it does not sign; the coordinator may put it on record for one that does not answer.

    Raises NotASide, ReasonNeeded.
    """
    with transaction.atomic():
        agreement = Agreement.objects.open_to(by, "conglomerates.sign_letter").select_related("programme__institution").get(id=agreement_id)
        side = by.institution_id if side_id is None else side_id
        _refuse_side(side, agreement)
        if side != by.institution_id and by.institution_id != agreement.institution_id:
            raise NotASide
        if not why.strip():
            raise ReasonNeeded
        declined = ledger.decline(agreement, number, by=by, side=Institution.objects.get(id=side), id=id, why=why)
        touch(agreement.programme_id, KEY)
        return declined


def _refuse_side(institution: UUID, agreement: Agreement) -> None:
    if institution not in {side.id for side in letter.sides(agreement)}:
        raise NotASide
