"""One learner of an edition as plain values: what they did unit by unit, what they sent, what is lacking for the certificate."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.courses import cohort, edition_shown, pinned, practices_shown, standings
from milpa.courses.done import Done
from milpa.courses.groups import grouped
from milpa.courses.models import Accompanied, CertificateIssued, CourseEdition, Enrolment
from milpa.courses.models.course import ONBOARDING
from milpa.courses.wording import behind_words, lack_words
from milpa.web import formats


@dataclass(frozen=True, slots=True)
class Learner:
    enrolment: UUID
    person: UUID
    name: str
    says: str
    state: str
    behind: str
    units: tuple[dict[str, Any], ...]
    practices: tuple[practices_shown.Practice, ...]
    facts: tuple[tuple[str, Any], ...]
    readiness_url: str
    is_in: bool
    onboarded: str  # how and when, "" if not yet
    gives_certificate: bool
    certificate: UUID | None
    lacks: tuple[str, ...]


def of(edition: CourseEdition, enrolment: UUID) -> Learner | None:
    """None for an enrolment that is not of this edition. Seven queries and one of `records`."""
    row = _row(edition, enrolment)
    if row is None:
        return None
    done = standings.done_of(id for id in (enrolment, row.welcome) if id)
    member = standings.member(edition, row, done)
    sent = practices_shown.of_enrolment(edition, enrolment)
    return Learner(
        enrolment=enrolment,
        person=member.person,
        name=member.name,
        says=_says(member),
        state=dict(cohort.STATES)[cohort.state_of(member)] if not member.has_left else _("left"),
        behind=behind_words(member.behind, cohort.titles_of(edition)) if member.behind else "",
        units=tuple(_units(edition, member, sent)),
        practices=tuple(sent),
        facts=_facts(row, member),
        readiness_url=reverse("readiness:person", args=[member.person]),
        is_in=not member.has_left,
        onboarded=_onboarded(row, done.get(row.welcome)),
        gives_certificate=bool(edition_shown.certificate_lines(edition)),
        certificate=row.certificate,
        lacks=tuple(lack_words(lack) for lack in member.decision.lacks),
    )


def _row(edition: CourseEdition, enrolment: UUID) -> Any:
    """The enrolment with its certificate, who went through the welcome lesson beside the person, and their enrolment in it."""
    issued = CertificateIssued.objects.filter(enrolment=OuterRef("pk"), voided_by=None).order_by("-recorded_at", "-id")
    beside = Accompanied.objects.filter(programme=edition.programme_id, person=OuterRef("person"), voided_by=None).order_by(
        "recorded_at", "id"
    )
    welcome = Enrolment.objects.filter(
        person=OuterRef("person"), voided_by=None, edition__programme=edition.programme_id, edition__course__kind=ONBOARDING
    ).order_by("-recorded_at", "-id")
    about = {
        "certificate": Subquery(issued.values("id")[:1]),
        "beside_by": Subquery(beside.values("by__name")[:1]),
        "beside_at": Subquery(beside.values("recorded_at")[:1]),
        "welcome": Subquery(welcome.values("id")[:1]),
    }
    found = Enrolment.objects.filter(edition=edition, voided_by=None).select_related("person", "enterprise")
    return grouped(found).annotate(**about).filter(id=enrolment).first()


def _says(member: standings.Member) -> str:
    lessons = ngettext("%(num)s of %(all)s lesson done", "%(num)s of %(all)s lessons done", member.progress.of)
    said = [lessons % {"num": member.progress.done, "all": member.progress.of}]
    if member.last_seen:
        said.append(_("last seen {when}").format(when=formats.ago(member.last_seen)))
    return "; ".join(said) + "."


def _units(edition: CourseEdition, member: standings.Member, sent: list[Any]) -> list[dict[str, Any]]:
    course = pinned.course_at(edition.course_id, edition.course_revision)
    by_unit = {unit.unit: unit for unit in member.progress.units}
    practised = {practice.title: practice for practice in reversed(sent)}
    rows = []
    for unit in course.units:
        own = by_unit[unit.id]
        best = [member.done.best[lesson.id] for lesson in unit.lessons if lesson.id in member.done.best]
        practice = practised.get(unit.practice.title) if unit.practice else None
        rows.append(
            {
                "unit": f"{unit.number}. {unit.title}",
                "done": _("{done} of {all}").format(done=own.done, all=own.of),
                "quiz": formats.percent(sum(best) / len(best)) if best else None,
                "practice": _practice_word(practice) if unit.practice else _("none"),
            }
        )
    return rows


def _practice_word(practice: Any) -> str:
    if practice is None:
        return _("not sent")
    if not practice.answers:
        return _("waits for an answer")
    return _("well done") if practice.answers[-1].is_well else _("asked to send it again")


def _facts(row: Enrolment, member: standings.Member) -> tuple[tuple[str, Any], ...]:
    attended = _("{n} of {all} sessions").format(n=member.sessions_attended, all=member.sessions_held) if member.sessions_held else None
    return (
        (_("Enterprise"), member.enterprise or None),
        (_("Phone"), row.person.phone or None),
        (_("Enrolled on"), formats.day(row.recorded_at)),
        (_("Attendance"), attended),
    )


def _onboarded(row: Any, done: Done | None) -> str:
    """Finished the welcome lesson of the programme, or was accompanied through it."""
    if row.beside_at is not None:
        return _("Done together with {who} on {day}.").format(who=row.beside_by or "", day=formats.day(row.beside_at))
    return _("Finished by themselves.") if done is not None and done.completed else ""
