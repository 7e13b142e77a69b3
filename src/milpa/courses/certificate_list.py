"""Certificates of an edition as a list, and who lacks what."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from milpa.courses.certificates import shown_code
from milpa.courses.models import CertificateIssued, CourseEdition
from milpa.courses.standings import Member
from milpa.courses.wording import lack_words
from milpa.web.listing import Choice, Column, Listing, Words

STANDS = [("valid", gettext_lazy("valid")), ("withdrawn", gettext_lazy("withdrawn"))]


@dataclass(frozen=True, slots=True)
class Decided:
    """`lacking`: lines of who does not meet the rules, with what is missing."""

    says: str
    issued: int
    to_issue: int
    lacking: tuple[dict[str, Any], ...]


def decided(edition: CourseEdition, members: list[Member]) -> Decided:
    """One query."""
    rows = CertificateIssued.objects.filter(enrolment__edition=edition).values_list("enrolment", "voided_by")
    had, valid = {enrolment for enrolment, _voided in rows}, sum(voided is None for _enrolment, voided in rows)
    met = [member for member in members if member.decision.is_met and not member.has_left]
    to_issue = sum(member.enrolment not in had for member in met) if edition.gives_certificate else 0
    short = [member for member in members if not member.decision.is_met and not member.has_left]
    said = [ngettext("%(num)s person meets the rules", "%(num)s people meet the rules", len(met)) % {"num": len(met)}]
    said.append(ngettext("%(num)s certificate is valid", "%(num)s certificates are valid", valid) % {"num": valid})
    return Decided("; ".join(said) + ".", valid, to_issue, tuple(_lacking(edition, member) for member in short))


def _lacking(edition: CourseEdition, member: Member) -> dict[str, Any]:
    return {
        "title": member.name,
        "meta": "; ".join(lack_words(lack) for lack in member.decision.lacks),
        "url": reverse("courses:learner_detail", args=[edition.programme_id, edition.pk, member.enrolment]),
    }


def certificates(request: Any, programme: UUID, edition: UUID) -> Listing:
    """Raises Http404 for an edition that is not open to the person."""
    found = get_object_or_404(CourseEdition.objects.open_to(request.person, "courses.see_people"), id=edition, programme=programme)
    words = dict(STANDS)
    issued = CertificateIssued.objects.filter(enrolment__edition=found).values(
        "id", "code", "hours", "recorded_at", "voided_by", "enrolment__person__name", "enrolment__enterprise__name"
    )
    return Listing(
        name="course-certificates",
        title=_("Certificates"),
        request=request,
        rows=[_row(row) for row in issued],
        columns=[
            Column("name", _("Name"), order="name"),
            Column("enterprise", _("Enterprise"), order="enterprise"),
            Column("issued", _("Issued on"), kind="date", order="issued"),
            Column("hours", _("Hours"), kind="number"),
            Column("code", _("Code"), href=lambda row: reverse("courses:verify", args=[row["bare"]]), reads=("bare",)),
            Column("stands", _("How it stands"), value=lambda row: words[row["stands"]], order="stands", reads=("stands",)),
        ],
        filters=[Choice("stands", _("How it stands"), STANDS), Words("name", _("Name"), fields=("name", "enterprise"))],
        order="name",
        empty=_("No certificate is issued yet. They are issued when the edition has ended, to whoever met the rules that were announced."),
    )


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["enrolment__person__name"],
        "enterprise": row["enrolment__enterprise__name"] or "",
        "issued": row["recorded_at"],
        "hours": row["hours"],
        "code": shown_code(row["code"]),
        "bare": row["code"],
        "stands": "withdrawn" if row["voided_by"] else "valid",
    }
