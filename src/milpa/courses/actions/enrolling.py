"""Asking for a place and getting one, or waiting in line: by the register, a list, a code, a link or a poster."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.courses import places
from milpa.courses.enrollable import people_for, programmes_for
from milpa.courses.models import CourseEdition, Enrolment, PlaceAsked
from milpa.courses.models.course import ONBOARDING
from milpa.courses.refusals import EditionIsClosed, EnrolmentNotOpenYet, EnrolmentOver, NoSuchGroup, NotInTheRegister, UnknownCode
from milpa.ledger import clock
from milpa.people.models import Membership, Person
from milpa.people.roles import LEARNERS
from milpa.programmes.touching import touch
from milpa.web.formats import day

KEYS = ("courses.enrolled", "courses.enrolled_diagnosed", "courses.levelling_offered", "courses.baseline_available")
Place = Enrolment | PlaceAsked


def enrol(
    by: Person, edition_id: UUID, id: UUID, person_id: UUID, *, enterprise_id: UUID | None = None, way: str = "register",
    kinds: Iterable[str] = (), reached_by: str = "", of_enterprise: str = "", group: UUID | None = None,
) -> Place:  # fmt: skip
    """A place for a person: the Enrolment, or the PlaceAsked that waits in line. Who is enrolled stays so; sent twice it is once.

    Oneself, or whoever may enrol others; after the last day only they. `kinds`: women, micro, rural, as the person says.
    Raises CourseEdition.DoesNotExist, NotInTheRegister, NoSuchGroup, EditionIsClosed, EnrolmentNotOpenYet, EnrolmentOver.
    """
    with transaction.atomic():
        edition = _edition(by, edition_id, person_id)
        asked = PlaceAsked(
            id=uuid5(id, "asked"), by=by, institution_id=edition.institution_id, edition=edition, person_id=person_id,
            enterprise=_enterprise(edition, enterprise_id), way=way, reached_by=reached_by, kinds=" ".join(sorted(kinds)),
            of_enterprise=of_enterprise, group=group,
        )  # fmt: skip
        known, _new = ledger.recognise([asked])
        held = place_of(edition, person_id)
        if known or held is not None:
            return held or known[0]  # a place that was given up since is answered as it was asked for
        if not people_for(edition.programme).filter(id=person_id).exists():
            raise NotInTheRegister
        refuse_closed(edition, is_self=by.pk == person_id)
        _refuse_other_group(edition, group)
        return _placed(by, edition, asked, id)


def enrol_by_code(by: Person, code: str, id: UUID, **said: Any) -> Place:
    """Oneself, by the code of a link or poster. Raises UnknownCode and what `enrol` raises."""
    edition = with_code(code)
    return enrol(by, edition.pk, id, by.pk, **{"way": "code"} | said)


def with_code(code: str) -> CourseEdition:
    """The edition that a link, poster or typed code names. Raises UnknownCode."""
    plain = "".join(code.split()).upper().replace("-", "")
    edition: CourseEdition | None = CourseEdition.objects.select_related("course", "programme", "institution").filter(code=plain).first()
    if edition is None:
        raise UnknownCode
    return edition


def ask_as_newcomer(
    code: str, id: UUID, name: str, phone: str, *, role: str = "owner", language: str = "es", of_enterprise: str = "",
    kinds: Iterable[str] = (), way: str = "link", reached_by: str = "", group: UUID | None = None,
) -> PlaceAsked:  # fmt: skip
    """Somebody without an account asks on the public page: they stand in line, and staff confirm them and give them their card.

    Sent twice it is once. Raises UnknownCode, NoSuchGroup, EditionIsClosed, EnrolmentNotOpenYet, EnrolmentOver.
    """
    with transaction.atomic():
        edition = with_code(code)
        if known := PlaceAsked.objects.filter(id=id, edition=edition).first():
            return known
        refuse_closed(edition, is_self=True)
        _refuse_other_group(edition, group)
        person = Person.objects.create(
            institution_id=edition.institution_id, name=name, phone=phone, language=language, joined_at=ledger.now()
        )
        role = role if role in LEARNERS else "owner"
        asked = PlaceAsked(
            id=id, by=person, institution_id=edition.institution_id, edition=edition, person=person, way=way, reached_by=reached_by,
            kinds=" ".join(sorted(kinds)), of_enterprise=of_enterprise, group=group, is_newcomer=True,
        )  # fmt: skip
        member = Membership(id=ledger.uuid7(), by=None, institution_id=edition.institution_id, person=person, role=role)
        ledger.recognise([asked])
        ledger.append([member, asked])
        touch(edition.programme_id, *KEYS)
        return asked


def place_of(edition: CourseEdition, person_id: UUID) -> Place | None:
    """What the person holds in the edition now: a place, or their place in the line."""
    held: Place | None = edition.enrolments.standing().filter(person=person_id).in_order().first()
    return held or edition.asked.waiting().filter(person=person_id).in_order().first()


def refuse_closed(edition: CourseEdition, *, is_self: bool) -> None:
    """Raises EditionIsClosed, EnrolmentNotOpenYet, EnrolmentOver."""
    if edition.closings.filter(voided_by=None).exists():
        raise EditionIsClosed
    today = clock.today()
    if is_self and today < edition.enrol_from:
        raise EnrolmentNotOpenYet(day=day(edition.enrol_from))
    if is_self and today > edition.enrol_until:
        raise EnrolmentOver(day=day(edition.enrol_until))


def _refuse_other_group(edition: CourseEdition, group: UUID | None) -> None:
    if group is not None and not edition.groups.filter(id=group).exists():
        raise NoSuchGroup


def _edition(by: Person, edition_id: UUID, person_id: UUID) -> CourseEdition:
    if by.pk != person_id:
        return CourseEdition.objects.open_to(by, "courses.enrol").select_for_update(of=("self",)).get(id=edition_id)
    edition = CourseEdition.objects.filter(programme__in=programmes_for(by)).select_for_update(of=("self",)).filter(id=edition_id).first()
    if edition is None:
        raise NotInTheRegister
    return edition


def _enterprise(edition: CourseEdition, enterprise_id: UUID | None) -> Enterprise | None:
    if enterprise_id is None:
        return None
    found: Enterprise = Enterprise.objects.get(id=enterprise_id, programme=edition.programme_id)
    return found


def _placed(by: Person, edition: CourseEdition, asked: PlaceAsked, id: UUID) -> Place:
    allocation = places.standing(edition, [asked]).allocation
    facts: list[Any] = [asked]
    enrolment = None
    if str(asked.pk) in allocation.next:
        enrolment = enrolment_for(by, asked, id)
        facts += [enrolment, *welcome_for(by, edition, asked)]
    ledger.append(facts)
    touch(edition.programme_id, *KEYS)
    return enrolment or asked


def enrolment_for(by: Person, asked: PlaceAsked, id: UUID) -> Enrolment:
    """The place that a wish becomes, not stored yet."""
    return Enrolment(
        id=id, by=by, institution_id=asked.institution_id, edition=asked.edition, person_id=asked.person_id,
        enterprise_id=asked.enterprise_id, asked=asked,
    )  # fmt: skip


def welcome_for(by: Person, edition: CourseEdition, asked: PlaceAsked) -> list[Any]:
    """Whoever gets a place in a course is enrolled in the programme's welcome lesson too, if one is going on and they are not yet."""
    if edition.course.kind == ONBOARDING:
        return []
    welcomes = CourseEdition.objects.going_on().filter(programme=edition.programme_id, course__kind=ONBOARDING)
    welcome = welcomes.order_by("-starts_on", "id").first()
    had = Enrolment.objects.standing().filter(edition__programme=edition.programme_id, edition__course__kind=ONBOARDING)
    if welcome is None or had.filter(person=asked.person_id).exists():
        return []
    wish = PlaceAsked(
        id=ledger.uuid7(), by=by, institution_id=welcome.institution_id, edition=welcome, person_id=asked.person_id,
        enterprise_id=asked.enterprise_id, way="with",
    )  # fmt: skip
    return [wish, enrolment_for(by, wish, ledger.uuid7())]
