"""When the evidence keys of courses are met, and if not what is missing. Each answers for many programmes in a few queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from milpa.courses import places
from milpa.courses.models import CourseEdition, CoursePublished, EditionClosed, Enrolment, LessonServes
from milpa.courses.models.edition import ENDED
from milpa.ledger import clock
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import Said, said
from milpa.readiness.levelled import levelled, readiness_by_person
from milpa.readiness.rules.offers import Levelled, levelling
from milpa.strategies.models import TrainingAction

Answers = dict[UUID, EvidenceAnswer]


def answer(done: int, all: int, missing: Said, nobody: Said, link: str, **more: Any) -> EvidenceAnswer:
    """All of them: nobody to count is not met."""
    if all and done == all:
        return EvidenceAnswer(True, link=link, done=done, all=all, **more)
    return EvidenceAnswer(False, missing if all else nobody, link=link, done=done, all=all, **more)


def ready(programmes: Iterable[UUID]) -> Answers:
    """Every training action that is a course has one published, weight and accessibility checks passed. Three queries."""
    ids = list(programmes)
    actions = _courses_of_strategy(ids)
    newest = {}
    for row in CoursePublished.objects.filter(course__programme__in=ids, voided_by=None).in_order().values("course", "problems"):
        newest[row["course"]] = row["problems"]
    served = defaultdict(set)
    for action, course in LessonServes.objects.filter(action__in=[a for own in actions.values() for a in own]).values_list(
        "action", "lesson__unit__course"
    ):
        served[action].add(course)
    found = {}
    for id in ids:
        own = actions.get(id, [])
        done = sum(any(newest.get(course) == 0 for course in served[action]) for action in own)
        missing = said("{done} of {all} training actions have a published course without problems", done=done, all=len(own))
        nobody = said("No training action is a course yet")
        found[id] = answer(done, len(own), missing, nobody, reverse("courses:courses", args=[id]))
    return found


def _courses_of_strategy(ids: list[UUID]) -> dict[UUID, list[UUID]]:
    actions: dict[UUID, list[UUID]] = defaultdict(list)
    for action in TrainingAction.objects.filter(strategy__programme__in=ids).select_related("strategy"):
        if action.is_course:
            actions[action.strategy.programme_id].append(action.pk)
    return actions


def _editions(ids: list[UUID]) -> Any:
    """With how many are enrolled and how it was closed, if it was. One query."""
    closings = EditionClosed.objects.filter(edition=OuterRef("pk"), voided_by=None)
    standing = Count("enrolments", filter=Q(enrolments__voided_by=None, enrolments__closed_by=None))
    return CourseEdition.objects.filter(programme__in=ids).annotate(
        enrolled_n=standing, is_closed=Exists(closings), has_ended=Exists(closings.filter(how=ENDED))
    )


def enrolled(programmes: Iterable[UUID]) -> Answers:
    """Every edition announced has closed enrolment, or is full, with at least one person. Those postponed or cancelled aside."""
    ids, today = list(programmes), clock.today()
    by_programme: dict[UUID, list[Any]] = defaultdict(list)
    for edition in _editions(ids):
        if edition.has_ended or not edition.is_closed:
            by_programme[edition.programme_id].append(edition)
    found = {}
    for id in ids:
        own = by_programme[id]
        done = [one for one in own if one.enrolled_n and (today > one.enrol_until or one.has_ended or one.enrolled_n >= one.places)]
        changes = [places.end_of(one.enrol_until) for one in own if today <= one.enrol_until]
        missing = said("{done} of {all} editions have closed enrolment or are full", done=len(done), all=len(own))
        nobody = said("No course edition is announced yet")
        link = reverse("courses:courses", args=[id])
        found[id] = answer(len(done), len(own), missing, nobody, link, until=min(changes, default=None))
    return found


def _enrolled_people(ids: list[UUID]) -> dict[UUID, dict[UUID, bool]]:
    """programme -> person -> whether they left every edition they were in. One query."""
    people: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
    rows = Enrolment.objects.filter(edition__programme__in=ids, voided_by=None).values_list("edition__programme", "person", "closed_by")
    for programme, person, closed in rows:
        people[programme][person] = people[programme].get(person, True) and closed is not None
    return people


def enrolled_diagnosed(programmes: Iterable[UUID]) -> Answers:
    """All enrolled took the diagnosis; who left counts as done. Two queries."""
    ids = list(programmes)
    people = _enrolled_people(ids)
    states = readiness_by_person({person for own in people.values() for person in own})
    found = {}
    for id in ids:
        own = people[id]
        done = sum(left or states[person].is_diagnosed for person, left in own.items())
        missing = said("{done} of {all} enrolled people took the diagnosis", done=done, all=len(own))
        found[id] = answer(done, len(own), missing, said("Nobody is enrolled yet"), reverse("readiness:people"))
    return found


def levelling_offered(programmes: Iterable[UUID]) -> Answers:
    """All with a gap were offered their units and chose. Three queries."""
    ids = list(programmes)
    people = _enrolled_people(ids)
    found = {}
    for id in ids:
        rows = levelled(people[id], id) if people[id] else []
        state = levelling([Levelled(row.person, row.gaps, row.offered, row.chosen, people[id][UUID(row.person)]) for row in rows])
        missing = said("{done} of {all} people with something to practise chose when", done=state.done, all=state.of)
        nobody = said("Nobody enrolled has something to practise yet")
        found[id] = answer(state.done, state.of, missing, nobody, reverse("readiness:people"))
    return found


def edition_finished(programmes: Iterable[UUID]) -> Answers:
    """Every training action has editions, and all ended, were postponed or cancelled with a reason. Three queries."""
    ids = list(programmes)
    actions = _courses_of_strategy(ids)
    closed_by_course: dict[UUID, list[bool]] = defaultdict(list)
    for edition in _editions(ids):
        closed_by_course[edition.course_id].append(edition.is_closed)
    of_action: dict[UUID, list[bool]] = defaultdict(list)
    served = LessonServes.objects.filter(action__in=[a for own in actions.values() for a in own])
    for action, course in served.values_list("action", "lesson__unit__course").distinct():
        of_action[action] += closed_by_course[course]
    found = {}
    for id in ids:
        own = actions.get(id, [])
        done = sum(bool(of_action[action]) and all(of_action[action]) for action in own)
        missing = said("{done} of {all} training actions have all their editions ended, postponed or cancelled", done=done, all=len(own))
        found[id] = answer(done, len(own), missing, said("No training action is a course yet"), reverse("courses:courses", args=[id]))
    return found
