"""The evidence keys that rest on what learners did, or on what enterprises answered."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from milpa.courses import pinned, standings
from milpa.courses.evidence import Answers, answer
from milpa.courses.models import Accompanied, CertificateIssued, CourseEdition, Enrolment
from milpa.courses.models.course import ONBOARDING
from milpa.courses.models.edition import ENDED
from milpa.courses.rules import completion
from milpa.programmes.said import said
from milpa.surveys.models import BASELINE, Answer, SurveyAsked, SurveyDeclined

ENOUGH_ASKED = 2


def onboarded(programmes: Iterable[UUID]) -> Answers:
    """All enrolled finished the welcome lesson or were accompanied through it; who left counts as done. Two queries, one of `records`."""
    ids = list(programmes)
    rows = Enrolment.objects.filter(edition__programme__in=ids, voided_by=None).values_list(
        "id", "person", "closed_by", "edition__programme", "edition__course", "edition__course_revision", "edition__course__kind"
    )
    beside = set(Accompanied.objects.filter(programme__in=ids, voided_by=None).values_list("programme", "person"))
    people: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
    welcomes = {}
    for enrolment, person, closed, programme, course, revision, kind in rows:
        people[programme][person] = people[programme].get(person, False) or closed is not None or (programme, person) in beside
        if kind == ONBOARDING:
            welcomes[enrolment] = (programme, person, pinned.course_at(course, revision))
    for enrolment, did in standings.done_of(welcomes).items():
        programme, person, taught = welcomes[enrolment]
        if completion.progress(standings.units_of(taught), did.by_lesson).is_complete:
            people[programme][person] = True
    found = {}
    for id in ids:
        done, all = sum(people[id].values()), len(people[id])
        missing = said("{done} of {all} enrolled people finished the welcome lesson or were accompanied through it", done=done, all=all)
        found[id] = answer(done, all, missing, said("Nobody is enrolled yet"), reverse("courses:courses", args=[id]))
    return found


def baseline_available(programmes: Iterable[UUID]) -> Answers:
    """All enterprises with someone enrolled answered, declined, or were asked twice. Four queries."""
    ids = list(programmes)
    enterprises: dict[UUID, set[UUID]] = defaultdict(set)
    enrolled = Enrolment.objects.filter(edition__programme__in=ids, voided_by=None).exclude(enterprise=None)
    for programme, enterprise in enrolled.values_list("edition__programme", "enterprise"):
        enterprises[programme].add(enterprise)
    settled: dict[UUID, set[UUID]] = defaultdict(set)
    asked: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for model in (Answer, SurveyDeclined, SurveyAsked):
        of_baseline = model.objects.filter(survey__programme__in=ids, survey__kind=BASELINE, voided_by=None).exclude(enterprise=None)
        for programme, enterprise in of_baseline.values_list("survey__programme", "enterprise"):
            if model is SurveyAsked:
                asked[programme, enterprise] += 1
            else:
                settled[programme].add(enterprise)
    found = {}
    for id in ids:
        own = enterprises[id]
        done = sum(one in settled[id] or asked[id, one] >= ENOUGH_ASKED for one in own)
        missing = said("{done} of {all} enterprises answered, declined or were asked twice", done=done, all=len(own))
        nobody = said("No enterprise has anybody enrolled yet")
        found[id] = answer(done, len(own), missing, nobody, reverse("surveys:list", args=[id]))
    return found


def certificates_issued(programmes: Iterable[UUID]) -> Answers:
    """All who met the rules of an ended edition have theirs. Six queries and one of `records`."""
    ids = list(programmes)
    editions = list(CourseEdition.objects.closed(ENDED).filter(programme__in=ids, gives_certificate=True))
    groups = standings.groups(editions) if editions else {}
    met: dict[UUID, set[UUID]] = defaultdict(set)
    for edition in editions:
        met[edition.programme_id] |= {member.enrolment for member in groups[edition.pk] if member.decision.is_met}
    issued = (
        set(CertificateIssued.objects.filter(enrolment__edition__in=editions).values_list("enrolment", flat=True)) if editions else set()
    )
    found = {}
    for id in ids:
        done, all = len(met[id] & issued), len(met[id])
        missing = said("{done} of {all} people who met the rules have their certificate", done=done, all=all)
        nobody = said("No edition has ended with somebody who met its rules")
        found[id] = answer(done, all, missing, nobody, reverse("courses:courses", args=[id]))
    return found
