"""Who is enrolled in an edition, as a list that can be taken away: one row a person, those who left too."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.courses import standings
from milpa.courses.models import CourseEdition, Enrolment
from milpa.courses.models.enrolment import WAYS
from milpa.web.addresses import url
from milpa.web.listing import Choice, Column, Listing, Words

THERE = [("here", gettext_lazy("in the course")), ("left", gettext_lazy("left"))]


def rows_of(edition: CourseEdition) -> list[dict[str, Any]]:
    ways = dict(WAYS)
    rows = Enrolment.objects.filter(edition=edition, voided_by=None).values_list("id", "recorded_at", "asked__way")
    asked = {id: (at, str(ways.get(way, ""))) for id, at, way in rows}
    found = []
    for member in standings.group(edition, with_left=True):
        since, way = asked[member.enrolment]
        found.append(
            {
                "id": member.enrolment,
                "name": member.name,
                "enterprise": member.enterprise,
                "since": since,
                "way": way,
                "there": "left" if member.has_left else "here",
                "done": member.progress.done,
                "of": member.progress.of,
                "attended": member.sessions_attended,
                "practices": member.practices_well,
                "quiz": member.quiz_share,
                "seen": member.last_seen,
            }
        )
    return found


def enrolments(request: Any, programme: UUID, edition: UUID) -> Listing:
    """Raises Http404 for an edition that is not open to the person."""
    found = get_object_or_404(CourseEdition.objects.open_to(request.person, "courses.see_people"), id=edition, programme=programme)
    words = dict(THERE)
    return Listing(
        name="course-enrolments",
        title=_("Who is enrolled"),
        request=request,
        rows=rows_of(found),
        columns=[
            Column(
                "name", _("Name"), order="name",
                href=lambda row: url("courses:learner_detail", programme, edition, row["id"]),
            ),
            Column("enterprise", _("Enterprise"), order="enterprise"),
            Column("since", _("Enrolled on"), kind="date", order="since"),
            Column("way", _("Came by")),
            Column("there", _("How it stands"), value=lambda row: words[row["there"]], reads=("there",)),
            Column("done", _("Lessons done"), kind="number", order="done"),
            Column("of", _("Lessons"), kind="number"),
            Column("attended", _("Sessions attended"), kind="number"),
            Column("practices", _("Practices well done"), kind="number"),
            Column("quiz", _("Points in quizzes"), kind="percent"),
            Column("seen", _("Last seen"), kind="date", order="seen"),
        ],
        filters=[Choice("there", _("How it stands"), THERE), Words("name", _("Name"), fields=("name", "enterprise"))],
        order="name",
        empty=_("Nobody is enrolled yet. Hand on the link, hang up the poster, or enrol people from the register."),
        first_step=(_("Enrol from the register"), reverse("courses:enrol_from_register", args=[programme, edition])),
    )  # fmt: skip
