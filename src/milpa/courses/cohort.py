"""A group as who teaches it sees it: who needs a call and why, who chose company for levelling, everybody with what they did."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from milpa.courses import groups, pinned, standings
from milpa.courses.models import CourseEdition
from milpa.courses.standings import Member
from milpa.courses.wording import behind_words
from milpa.readiness.levelled import readiness_by_person
from milpa.readiness.models import CHOICES, LevellingChosen, choice_that_counts
from milpa.readiness.rules.offers import Choice
from milpa.web.addresses import url
from milpa.web.listing import Choice as ChoiceFilter
from milpa.web.listing import Column, Listing, Words

STATES = [
    ("done", gettext_lazy("finished the lessons")),
    ("step", gettext_lazy("in step")),
    ("behind", gettext_lazy("falls behind")),
    ("not_begun", gettext_lazy("has not begun")),
]


@dataclass(frozen=True, slots=True)
class Levelling:
    """What the group's people chose. `company`: whom somebody accompanies, as lines."""

    company: tuple[dict[str, Any], ...]
    words: str
    not_diagnosed: int


def state_of(member: Member) -> str:
    """One word of STATES."""
    if member.progress.is_complete:
        return "done"
    if member.behind:
        return "behind"
    return "step" if member.last_seen else "not_begun"


def titles_of(edition: CourseEdition) -> dict[str, str]:
    course = pinned.course_at(edition.course_id, edition.course_revision)
    return {lesson.id: lesson.title for lesson in course.lessons}


def detail_url(edition: CourseEdition, enrolment: UUID) -> str:
    return url("courses:learner_detail", edition.programme_id, edition.pk, enrolment)


def behind_lines(edition: CourseEdition, members: list[Member]) -> list[dict[str, Any]]:
    """Who needs company now, longest away first, with the reason in words."""
    titles = titles_of(edition)
    late = [member for member in members if member.behind and not member.has_left]
    late.sort(key=lambda member: (member.last_seen is not None, member.last_seen, member.name))
    return [
        {
            "title": f"{member.name} · {member.enterprise}" if member.enterprise else member.name,
            "url": detail_url(edition, member.enrolment),
            "meta": behind_words(member.behind, titles) if member.behind else "",
        }
        for member in late
    ]


def levelling_of(edition: CourseEdition, members: list[Member]) -> Levelling:
    """Two queries: attempts and choices."""
    people = [member.person for member in members]
    states = readiness_by_person(people)
    chosen = LevellingChosen.objects.newest_by_person(people, edition.programme_id)
    company, counted, not_diagnosed = [], dict.fromkeys(Choice, 0), 0
    for member in members:
        state = states[member.person]
        not_diagnosed += not state.is_diagnosed
        choice = choice_that_counts(chosen.get(member.person), state.gaps) if state.gaps else None
        if choice:
            counted[choice] += 1
        if choice is Choice.ACCOMPANIED or (state.gaps and choice is None):
            word = _("asked to be accompanied") if choice else _("has gaps and has not chosen yet")
            company.append({"title": member.name, "meta": word, "url": detail_url(edition, member.enrolment)})
    words = [f"{label}: {counted[Choice(value)]}" for value, label in CHOICES if counted[Choice(value)]]
    return Levelling(tuple(company), "; ".join(words), not_diagnosed)


def group_says(members: list[Member], waiting: int) -> str:
    """The state of the group's page."""
    if not members:
        return _("Nobody is enrolled yet.")
    done = sum(member.progress.is_complete for member in members)
    late = sum(member.behind is not None for member in members)
    said = [
        ngettext("%(num)s person", "%(num)s people", len(members)) % {"num": len(members)},
        ngettext("%(num)s finished the lessons", "%(num)s finished the lessons", done) % {"num": done},
        ngettext("%(num)s falls behind", "%(num)s fall behind", late) % {"num": late},
    ]
    if waiting:
        said.append(ngettext("%(num)s practice waits for an answer", "%(num)s practices wait for an answer", waiting) % {"num": waiting})
    return "; ".join(said) + "."


def _row(member: Member) -> dict[str, Any]:
    return {
        "id": member.enrolment,
        "name": member.name,
        "enterprise": member.enterprise,
        "state": state_of(member),
        "done": member.progress.done,
        "of": member.progress.of,
        "attended": member.sessions_attended,
        "held": member.sessions_held,
        "practices": member.practices_well,
        "quiz": member.quiz_share,
        "seen": member.last_seen,
        "meets": _("yes") if member.decision.is_met else _("not yet"),
    }


def group(request: Any, programme: UUID, edition: UUID, members: list[Member] | None = None) -> Listing:
    """`members`: the group, if the page has read it already. Raises Http404."""
    if members is None:
        found = get_object_or_404(CourseEdition.objects.open_to(request.person, "courses.see_people"), id=edition, programme=programme)
        members = standings.group(found)
    words, known = dict(STATES), groups.groups_of(edition)
    rows = [_row(member) for member in members]
    if known:
        groups.put_into(rows, known, {member.enrolment: member.group for member in members})
    return Listing(
        name="course-group",
        title=_("Everyone in the group"),
        request=request,
        rows=rows,
        columns=[
            Column(
                "name", _("Name"), order="name",
                href=lambda row: url("courses:learner_detail", programme, edition, row["id"]),
            ),
            Column("enterprise", _("Enterprise"), order="enterprise"),
            *([Column("group_name", _("Group"), order="group_name")] if known else []),
            Column("state", _("How it goes"), value=lambda row: words[row["state"]], order="state", reads=("state",)),
            Column("done", _("Lessons done"), kind="number", order="done"),
            Column("of", _("Lessons"), kind="number"),
            Column("attended", _("Sessions attended"), kind="number"),
            Column("held", _("Sessions held"), kind="number"),
            Column("practices", _("Practices well done"), kind="number"),
            Column("quiz", _("Points in quizzes"), kind="percent", order="quiz"),
            Column("seen", _("Last seen"), kind="date", order="seen"),
            Column("meets", _("Meets the rules of the certificate")),
        ],
        filters=[
            *([groups.filter_by(known)] if known else []),
            ChoiceFilter("state", _("How it goes"), STATES),
            Words("name", _("Name"), fields=("name", "enterprise")),
        ],
        order="name",
        empty=_("Here stands everybody who is enrolled, with what they did and when they were last seen."),
    )  # fmt: skip
