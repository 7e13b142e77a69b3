"""An edition as plain values: for its page at the desk, the public page, and its poster."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.courses import pinned, places, standings
from milpa.courses.course_lines import state_of, state_words
from milpa.courses.models import (
    Attendance,
    CertificateIssued,
    CourseEdition,
    CoursePublished,
    EditionClosed,
    HelpAsked,
    PracticeCommented,
    PracticeSent,
    Session,
)
from milpa.courses.wording import KINDS_OF_PLACE, certificate_rules, place_rules
from milpa.ledger import clock
from milpa.web import formats


def with_counts(editions: QuerySet[CourseEdition]) -> QuerySet[CourseEdition]:
    """closed_how, closed_why, closed_at, newest_text, to_answer, asked_help, issued: what one edition's page says, in the same query."""
    closing = EditionClosed.objects.filter(edition=OuterRef("pk"), voided_by=None).order_by("recorded_at", "id")
    published = CoursePublished.objects.filter(course=OuterRef("course"), voided_by=None).order_by("-recorded_at", "-id")
    answered = PracticeCommented.objects.filter(practice=OuterRef("pk"), voided_by=None)
    sent = PracticeSent.objects.filter(~Exists(answered), enrolment__edition=OuterRef("pk"), voided_by=None, enrolment__closed_by=None)
    issued = CertificateIssued.objects.filter(enrolment__edition=OuterRef("pk"), voided_by=None)
    return editions.annotate(
        closed_how=Subquery(closing.values("how")[:1]),
        closed_why=Subquery(closing.values("why")[:1]),
        closed_at=Subquery(closing.values("recorded_at")[:1]),
        newest_text=Subquery(published.values("number")[:1]),
        to_answer=_count(sent),
        asked_help=_count(HelpAsked.objects.filter(enrolment__edition=OuterRef("pk")).to_answer()),
        issued=_count(issued),
    )


def _count(rows: Any) -> Subquery:
    counted = rows.order_by().values("enrolment__edition").annotate(n=Count("pk"))
    return Subquery(counted.values("n")[:1], output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who asked for a place and has none. `may_confirm`: a place is theirs now."""

    asked: UUID
    person: UUID
    name: str
    says: str
    may_confirm: bool
    is_newcomer: bool


def address_of(edition: CourseEdition) -> str:
    """The link that is sent, and what the poster's QR opens."""
    return settings.ORIGIN + reverse("courses:public", args=[edition.code])


def dates_of(edition: CourseEdition) -> str:
    return _("{start} to {end}").format(start=formats.day(edition.starts_on), end=formats.day(edition.ends_on))


def certificate_lines(edition: CourseEdition) -> list[str]:
    if not edition.gives_certificate:
        return []
    return certificate_rules(standings.rules_of(edition))


def place_lines(edition: CourseEdition) -> list[str]:
    return place_rules(places.rules_of(edition), edition.reserved_until)


def standing_words(edition: CourseEdition, stand: places.Standing, state: str) -> str:
    """How the edition stands, in a sentence."""
    taken, waiting = len(stand.allocation.enrolled), len(stand.line)
    enrolled = ngettext("%(num)s of %(all)s place is taken", "%(num)s of %(all)s places are taken", taken)
    said = [state_words(state).capitalize(), enrolled % {"num": formats.number(taken), "all": formats.number(edition.places)}]
    if waiting:
        said.append(ngettext("%(num)s person waits", "%(num)s people wait", waiting) % {"num": formats.number(waiting)})
    return "; ".join(said) + "."


def free_lines(stand: places.Standing) -> list[tuple[str, str]]:
    """Places that are free now, by whom they are kept for."""
    return [(_("Free for {whom}").format(whom=KINDS_OF_PLACE[kind]), formats.number(n)) for kind, n in stand.allocation.free.items() if n]


def line_of(edition: CourseEdition, stand: places.Standing) -> list[InLine]:
    """Those without a place, first in line first."""
    until = {offer.id: offer.until for offer in stand.allocation.offered}
    found = []
    for turn, wish in enumerate(stand.line, start=1):
        id, asked = str(wish.pk), formats.day(wish.recorded_at) if wish.recorded_at else ""
        says = _("asked on {day}, number {turn} in line").format(day=asked, turn=turn)
        if id in until:
            says = _("has a place offered until {moment}").format(moment=formats.moment(until[id]))
        elif id in stand.allocation.next:
            says = _("a place is free for them now")
        if id in stand.allocation.lapsed:
            says = f"{says}; {_('let an offer pass')}"
        mine = id in until or id in stand.allocation.next
        found.append(InLine(wish.pk, wish.person_id, wish.person.name, says, mine, wish.is_newcomer))
    return found


def sessions_of(edition: CourseEdition, *, link: bool) -> list[dict[str, Any]]:
    """In order; for who teaches with how many came, else with where it is."""
    there = Attendance.objects.filter(session=OuterRef("pk"), voided_by=None)
    came = Q(attendance__was_there=True, attendance__voided_by=None)
    counted = edition.sessions.annotate(was_held=Exists(there), marked=Count("attendance__enrolment", filter=came, distinct=True))
    return [_session_line(edition, row, link) for row in counted.select_related("group")]


def _session_line(edition: CourseEdition, row: Any, link: bool) -> dict[str, Any]:
    meta = [session_when(row)]
    if link and row.was_held:
        meta.append(ngettext("%(num)s person came", "%(num)s people came", row.marked) % {"num": row.marked})
    elif row.at:
        meta.append(row.at)
    line = {"title": row.title, "meta": " · ".join(meta)}
    if link:
        line["url"] = reverse("courses:session", args=[edition.programme_id, edition.pk, row.pk])
    return line


def session_when(session: Session) -> str:
    """When, how long, how, and for whom if it is not for all."""
    said = [formats.moment(session.starts_at), _("{n} min").format(n=session.minutes), str(session.get_way_display())]
    return " · ".join([*said, *([for_whom(session)] if session.group else [])])


def for_whom(session: Session) -> str:
    return _("only {group}").format(group=session.group.name) if session.group else ""


def facts_of(edition: CourseEdition, instructors: list[str]) -> list[tuple[str, Any]]:
    enrolment = _("{start} to {end}").format(start=formats.day(edition.enrol_from), end=formats.day(edition.enrol_until))
    hours = formats.number(edition.hours, 1 if edition.hours % 1 else 0) if edition.hours else None
    return [
        (_("Course"), str(edition.course)),
        (_("Dates"), dates_of(edition)),
        (_("Enrolment"), enrolment),
        (_("Hours in all"), hours),
        (_("Instructors"), ", ".join(instructors) or None),
    ]


def instructors_of(edition: CourseEdition) -> list[str]:
    return list(edition.instructors.order_by("id").values_list("membership__person__name", flat=True))


def state(edition: Any) -> str:
    """Of an edition that was read `with_counts`."""
    return state_of(edition, edition.closed_how, clock.today())


def public_values(edition: CourseEdition, stand: places.Standing, closed: str | None) -> Mapping[str, Any]:
    """What anyone may read."""
    course = pinned.course_at(edition.course_id, edition.course_revision)
    stands = state_of(edition, closed, clock.today())
    return {
        "code": edition.code,
        "title": edition.title,
        "institution": edition.institution.name,
        "summary": edition.welcome or course.summary,
        "outcome": course.outcome,
        "units": [unit.title for unit in course.units],
        "facts": facts_of(edition, instructors_of(edition)),
        "sessions": sessions_of(edition, link=False),
        "standing": standing_words(edition, stand, stands),
        "place_rules": place_lines(edition),
        "free": free_lines(stand),
        "certificate_rules": certificate_lines(edition),
        "kinds": [kind for kind in ("women", "micro", "rural") if getattr(edition, f"for_{kind}")],
    }
