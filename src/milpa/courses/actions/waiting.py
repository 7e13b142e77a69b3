"""The line for a place: offered, taken, given up; and leaving a course, which frees a place for the next."""

from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.courses import places
from milpa.courses.actions.enrolling import KEYS, enrolment_for, place_of, refuse_closed, welcome_for
from milpa.courses.models import CourseEdition, Enrolment, EnrolmentClosed, PlaceAsked, PlaceGivenUp, PlaceOffered
from milpa.courses.refusals import NoPlaceFree, OfferLapsed
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.programmes.touching import touch
from milpa.web.formats import moment


def offer_places(by: Person, edition_id: UUID) -> list[PlaceOffered]:
    """Offers every free place to the next in line; who has an open offer keeps it. Raises CourseEdition.DoesNotExist."""
    with transaction.atomic():
        edition = CourseEdition.objects.open_to(by, "courses.enrol").select_for_update(of=("self",)).get(id=edition_id)
        offers = _offers(by, edition, places.standing(edition))
        ledger.append(offers)
        return offers


def take_place(by: Person, asked_id: UUID, id: UUID) -> Enrolment:
    """The person takes the place that is theirs now, or staff confirm it for them. Twice is once.

    Raises PlaceAsked.DoesNotExist, NoPlaceFree, OfferLapsed, EditionIsClosed.
    """
    with transaction.atomic():
        asked = _mine_or_theirs(PlaceAsked.objects.standing(), by).select_related("edition__course").get(id=asked_id)
        edition = CourseEdition.objects.select_for_update(of=("self",)).get(id=asked.edition_id)
        held = place_of(edition, asked.person_id)
        if isinstance(held, Enrolment):
            return held
        refuse_closed(edition, is_self=False)
        stand = places.standing(edition)
        if str(asked.pk) not in {*stand.allocation.next, *(offer.id for offer in stand.allocation.offered)}:
            raise _why_not(stand, asked, edition)
        enrolment = enrolment_for(by, asked, id)
        known, _new = ledger.recognise([enrolment])
        if known:
            return enrolment
        ledger.append([enrolment, *welcome_for(by, asked.edition, asked)])
        touch(edition.programme_id, *KEYS)
        return enrolment


def give_up(by: Person, asked_id: UUID, id: UUID, why: str = "") -> PlaceGivenUp:
    """No longer wants a place; who has one already leaves the course instead. Raises PlaceAsked.DoesNotExist."""
    with transaction.atomic():
        asked = _mine_or_theirs(PlaceAsked.objects.filter(voided_by=None), by).select_related("edition").get(id=asked_id)
        fact = PlaceGivenUp(id=id, by=by, institution_id=asked.institution_id, asked=asked, why=why)
        known, new = ledger.recognise([fact])
        if new:
            edition = CourseEdition.objects.select_for_update(of=("self",)).get(id=asked.edition_id)
            ledger.append([fact, *_offers(by, edition, places.standing(edition, without=asked.pk))])
            touch(edition.programme_id, *KEYS)
        return known[0] if known else fact


def leave_course(by: Person, enrolment_id: UUID, id: UUID, why: str = "") -> EnrolmentClosed:
    """The person leaves; their place is offered to the next in line, and what they did is kept. Raises Enrolment.DoesNotExist."""
    with transaction.atomic():
        enrolment = _mine_or_theirs(Enrolment.objects.filter(voided_by=None), by).select_related("edition", "asked").get(id=enrolment_id)
        fact = EnrolmentClosed(id=id, by=by, institution_id=enrolment.institution_id, enrolment=enrolment, why=why)
        known, new = ledger.recognise([fact])
        if new:
            edition = CourseEdition.objects.select_for_update(of=("self",)).get(id=enrolment.edition_id)
            facts: list[Any] = [fact]
            if enrolment.asked_id:
                facts.append(
                    PlaceGivenUp(id=ledger.uuid7(), by=by, institution_id=enrolment.institution_id, asked=enrolment.asked, why=why)
                )
            ledger.append([*facts, *_offers(by, edition, places.standing(edition, without=enrolment.asked_id))])
            touch(edition.programme_id, *KEYS)
        return known[0] if known else fact


def _offers(by: Person, edition: CourseEdition, stand: places.Standing) -> list[PlaceOffered]:
    if edition.closings.filter(voided_by=None).exists():
        return []
    wishes = {str(wish.pk): wish for wish in stand.wishes}
    return [PlaceOffered(id=ledger.uuid7(), by=by, institution_id=edition.institution_id, asked=wishes[id]) for id in stand.allocation.next]


def _mine_or_theirs(rows: Any, by: Person) -> Any:
    """One's own, or those of the programmes in which one may enrol others."""
    theirs = rows.filter(edition__programme__in=Programme.objects.open_to(by, "courses.enrol"))
    return rows.filter(person=by) | theirs


def _why_not(stand: places.Standing, asked: PlaceAsked, edition: CourseEdition) -> Exception:
    offered = next((wish.offered_at for wish in stand.wishes if wish.pk == asked.pk and wish.offered_at), None)
    if offered is None:
        return NoPlaceFree()
    return OfferLapsed(day=moment(offered + places.rules_of(edition).offer_lasts))
