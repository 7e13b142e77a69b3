"""Lessons as knots of the golden thread: what serves a training action, and how many people completed it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse

from milpa.courses.enrollable import programmes_for
from milpa.courses.models import Lesson, LessonServes
from milpa.programmes.models import Programme
from milpa.programmes.registries import Knot
from milpa.programmes.said import Said, said, said_n
from milpa.records.models import Progress
from milpa.records.statements import activity_id


def knots(ids: Iterable[UUID], person: Any) -> dict[UUID, Knot]:
    """For the programme's people and for those who may have a place in it. One query and one of `records`."""
    seen = Q(unit__course__programme__in=Programme.objects.open_to(person, "courses.see"))
    seen |= Q(unit__course__programme__in=programmes_for(person))
    rows = list(Lesson.objects.filter(seen, id__in=list(ids)).select_related("unit"))
    completed = completions([row.pk for row in rows])
    return {
        row.pk: Knot("lesson", row.pk, row.title, _meta(completed.get(row.pk, 0)), reverse("courses:lesson", args=[row.pk])) for row in rows
    }


def _meta(n: int) -> Said:
    return said_n("Lesson · {n} person completed it", "Lesson · {n} people completed it", n) if n else said("Lesson")


def completions(lessons: Iterable[UUID]) -> dict[UUID, int]:
    """lesson -> how many completed it, in every edition. One query of `records`."""
    activities = {activity_id("lesson", lesson): lesson for lesson in lessons}
    rows = Progress.objects.filter(activity__in=list(activities)).exclude(completed_at=None)
    return {activities[row["activity"]]: row["n"] for row in rows.values("activity").annotate(n=Count("actor", distinct=True))}


def programmes_of(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    rows = Lesson.objects.filter(id__in=list(ids)).exclude(unit__course__programme=None)
    return dict(rows.values_list("id", "unit__course__programme"))


def best(programmes: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Of each programme the lessons that serve an action, those that most people completed first."""
    rows = LessonServes.objects.filter(lesson__unit__course__programme__in=list(programmes))
    ordered = rows.order_by("lesson__unit__place", "lesson__place").values_list("lesson__unit__course__programme", "lesson")
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for programme, lesson in dict.fromkeys(ordered):
        found[programme].append(lesson)
    completed = completions({lesson for lessons in found.values() for lesson in lessons})
    return {programme: sorted(lessons, key=lambda lesson: -completed.get(lesson, 0))[:3] for programme, lessons in found.items()}


def forward(actions: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Training action -> the lessons that serve it, those that most people completed first. One query and one of `records`."""
    rows = LessonServes.objects.filter(action__in=list(actions)).order_by("lesson__unit__place", "lesson__place")
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for action, lesson in rows.values_list("action", "lesson"):
        found[action].append(lesson)
    completed = completions({lesson for lessons in found.values() for lesson in lessons})
    return {action: sorted(lessons, key=lambda lesson: -completed.get(lesson, 0)) for action, lessons in found.items()}


def back(lessons: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = LessonServes.objects.filter(lesson__in=list(lessons)).order_by("action__place")
    for lesson, action in rows.values_list("lesson", "action"):
        found[lesson].append(action)
    return found
