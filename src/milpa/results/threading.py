"""The last knot of the golden thread: the satisfaction of a course edition, reached from the lessons that were taught in it.

A computed reading has no row: it goes by the id of its edition.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.courses.models import CourseEdition, Lesson
from milpa.programmes.models import Programme
from milpa.programmes.registries import Knot
from milpa.programmes.remembering import mark
from milpa.programmes.said import said
from milpa.results.answered import answered
from milpa.results.measuring import measured
from milpa.results.rules.satisfaction import Satisfaction

Ids = Iterable[UUID]


def knots(ids: Ids, person: Any) -> dict[UUID, Knot]:
    """Of editions whose questionnaire has closed, in programmes that the person may see the results of."""
    rows = CourseEdition.objects.filter(id__in=list(ids), programme__in=Programme.objects.open_to(person, "results.see"))
    editions = {id: (programme, title) for id, programme, title in rows.values_list("id", "programme", "title")}
    read = measured(sorted({programme for programme, _title in editions.values()}), mark()) if editions else {}
    found = {}
    for id, (programme, title) in editions.items():
        figure = read[programme].satisfaction_of(id)
        if figure is not None:
            link = reverse("results:edition_satisfaction", args=[programme, id])
            found[id] = Knot("reading", id, in_words(figure), said("Satisfaction · {edition}", edition=title), link)
    return found


def in_words(figure: Satisfaction) -> str:
    if figure.suppressed:
        return _("Measured; with so few answers nothing is shown.")
    return _("{a} of {v} were satisfied ({percent} %); {n} had started.").format(
        a=figure.satisfied, v=figure.answered, percent=figure.percent, n=figure.started
    )


def programme(ids: Ids) -> dict[UUID, UUID]:
    return dict(CourseEdition.objects.filter(id__in=list(ids)).values_list("id", "programme"))


def best(programmes: Ids) -> dict[UUID, list[UUID]]:
    """Of each programme the editions with most answers: there the thread reaches its end."""
    of = dict(CourseEdition.objects.filter(programme__in=list(programmes)).values_list("id", "programme"))
    counts = {id: sum(told.counts.values()) for id, told in answered(list(of)).items() if told.counts is not None}
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for id in sorted(counts, key=lambda id: (-counts[id], str(id))):
        found[of[id]].append(id)
    return found


def forward(ids: Ids) -> dict[UUID, list[UUID]]:
    """lesson -> editions of its course whose questionnaire has closed, the newest first."""
    rows = Lesson.objects.filter(id__in=list(ids)).values_list("id", "unit__course")
    courses: dict[UUID, list[UUID]] = defaultdict(list)
    lessons = dict(rows)
    for course, edition in _editions(set(lessons.values())):
        courses[course].append(edition)
    closed = {id for id, told in answered([id for own in courses.values() for id in own]).items() if told.counts is not None}
    return {lesson: [id for id in courses[course] if id in closed] for lesson, course in lessons.items()}


def _editions(courses: set[UUID]) -> list[tuple[UUID, UUID]]:
    return list(CourseEdition.objects.filter(course__in=courses).order_by("-ends_on", "id").values_list("course", "id"))


def back(ids: Ids) -> dict[UUID, list[UUID]]:
    """edition -> the lessons of its course in their order, those that serve a training action first."""
    courses = dict(CourseEdition.objects.filter(id__in=list(ids)).values_list("id", "course"))
    rows = Lesson.objects.filter(unit__course__in=set(courses.values())).order_by("unit__place", "place")
    serving: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
    for lesson, course, action in rows.values_list("id", "unit__course", "serves"):
        serving[course][lesson] = serving[course].get(lesson, False) or action is not None
    ordered = {course: sorted(own, key=lambda lesson: not own[lesson]) for course, own in serving.items()}
    return {edition: ordered.get(course, []) for edition, course in courses.items()}
