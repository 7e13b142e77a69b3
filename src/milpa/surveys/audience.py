"""Whom a survey is for: how a course was is asked of those who started it; everything else of the register, or of those enrolled in it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from milpa.conglomerates.models import Enterprise, Post
from milpa.ledger import clock
from milpa.people.models import Person
from milpa.surveys.models import SATISFACTION, Answer, AnsweredMark, Survey, SurveyDeclined
from milpa.surveys.registries import subjects

People = Mapping[UUID, UUID | None]  # person -> the enterprise they answer for


def audience_of(survey: Survey) -> People:
    """Who is listed as asked. Of a baseline about a course whose package does not say who is enrolled, the whole register."""
    if survey.subject_kind and (_asks_how_it_was(survey) or _names_expected(survey)):
        return _of_subjects(survey.subject_kind, [survey.subject_id], survey.kind).get(survey.subject_id, {})
    posts = Post.objects.standing().filter(enterprise__programme=survey.programme_id, person__erased_at=None)
    return dict(posts.in_order().values_list("person", "enterprise"))


def _asks_how_it_was(survey: Survey) -> bool:
    return survey.kind == SATISFACTION or survey.is_anonymous


def _names_expected(survey: Survey) -> bool:
    return survey.subject_kind in subjects and subjects[survey.subject_kind].expected is not None


def _of_subjects(kind: str, ids: Iterable[Any], asked: str) -> Mapping[UUID, People]:
    if kind not in subjects:
        return {}
    subject = subjects[kind]
    return subject.audience(ids) if asked == SATISFACTION or subject.expected is None else subject.expected(ids)


def enterprises_of(person: Person, survey: Survey) -> list[Enterprise]:
    """The enterprises of the programme's register to which the person belongs; the one that they are asked for first."""
    posts = Post.objects.standing().filter(person=person, enterprise__programme=survey.programme_id).select_related("enterprise")
    found = {post.enterprise_id: post.enterprise for post in posts.in_order()}
    first = audience_of(survey).get(person.pk) if survey.subject_kind else None
    if first and first not in found:
        found[first] = Enterprise.objects.get(id=first)
    return sorted(found.values(), key=lambda enterprise: enterprise.id != first)


def is_asked(person: Person, survey: Survey) -> bool:
    """Whether this person may answer: of a named survey everyone of the register, those for comparison too."""
    if survey.subject_kind and person.pk in audience_of(survey):
        return True
    if survey.subject_kind and _asks_how_it_was(survey):
        return False
    return bool(Post.objects.standing().filter(person=person, enterprise__programme=survey.programme_id).exists())


def asked_of(person: Person) -> list[Survey]:
    """Every survey that can be answered today and waits for this person. Two queries, and those of each kind of subject."""
    today = clock.today(person.institution.zone)
    programmes = set(Post.objects.standing().filter(person=person).values_list("enterprise__programme", flat=True))
    under_way = Survey.objects.under_way(today).select_related("programme__institution")
    found = list(under_way.filter(subject_kind="", programme__in=programmes))
    about = [survey for survey in under_way.exclude(subject_kind="") if _asks_how_it_was(survey) or _names_expected(survey)]
    for kind, asked in sorted({(survey.subject_kind, survey.kind) for survey in about}):
        same = [survey for survey in about if (survey.subject_kind, survey.kind) == (kind, asked)]
        audiences = _of_subjects(kind, [survey.subject_id for survey in same], asked)
        found += [one for one in same if person.pk in audiences.get(one.subject_id, {})]
    return found


def answered_by(person: Person, surveys: Iterable[Survey]) -> set[UUID]:
    """Those of the surveys that the person has answered or declined."""
    ids = [survey.id for survey in surveys]
    named = Answer.objects.standing().filter(by=person, survey__in=ids).values_list("survey", flat=True)
    marked = AnsweredMark.objects.filter(person=person, about__in=ids).values_list("about", flat=True)
    declined = SurveyDeclined.objects.filter(person=person, survey__in=ids, voided_by=None).values_list("survey", flat=True)
    return {*named, *marked, *declined}


def subject_title(survey: Survey) -> str:
    """What the survey is about, "" for the programme's register."""
    subject = subjects.get(survey.subject_kind)
    return str(subject.title([survey.subject_id]).get(survey.subject_id, "")) if subject else ""


def subject_link(survey: Survey) -> str:
    subject = subjects.get(survey.subject_kind)
    return subject.link([survey.subject_id]).get(survey.subject_id, "") if subject else ""
