"""A survey is made from one of our surveys or from a sheet that somebody brings."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.surveys import xlsform
from milpa.surveys.models import ACCESS, BASELINE, FOLLOWUP, SATISFACTION, Survey
from milpa.surveys.refusals import DatesCross, FormMissing
from milpa.surveys.registries import subjects
from milpa.surveys.rules.form import Form, plain

OURS = {ACCESS: "access", BASELINE: "baseline", FOLLOWUP: "baseline", SATISFACTION: "satisfaction"}  # kind -> file of `forms/`


def open_survey(
    by: Person,
    programme: Programme | UUID,
    kind: str,
    *,
    id: UUID | None = None,
    form: Form | None = None,
    title: str = "",
    subject_kind: str = "",
    subject_id: UUID | None = None,
    opens: date | None = None,
    closes: date | None = None,
    is_anonymous: bool = False,
    is_standing: bool = False,
) -> Survey:
    """A new survey with our own survey of that kind, or with `form`. Satisfaction is always anonymous. Sent twice it is one.

    Raises Programme.DoesNotExist, FormMissing, DatesCross.
    """
    asked = form or _ours(kind)
    if kind == SATISFACTION and opens is None and closes is None and subject_kind in subjects and subject_id is not None:
        opens, closes = subjects[subject_kind].window([subject_id]).get(subject_id, (None, None))
    _refuse_crossed(opens, closes)
    programme_id = getattr(programme, "id", programme)
    with transaction.atomic():
        owner = Programme.objects.open_to(by, "surveys.make").get(id=programme_id)
        known = Survey.objects.filter(id=id, programme=owner).first() if id else None
        if known is not None:
            return known
        survey = Survey(
            id=id or ledger.uuid7(), institution_id=owner.institution_id, programme=owner, kind=kind, title=title or asked.title,
            form=plain(asked), is_anonymous=is_anonymous or kind == SATISFACTION, is_standing=is_standing, opens=opens,
            closes=None if is_standing else closes, subject_kind=subject_kind, subject_id=subject_id,
        )  # fmt: skip
        ledger.create(survey, by=by)
    return survey


def change_survey(by: Person, survey_id: UUID, was: int, *, title: str, opens: date | None, closes: date | None) -> Survey:
    """Its name and its days; the questions stay as they were asked. Raises Survey.DoesNotExist, StaleRevision, DatesCross."""
    _refuse_crossed(opens, closes)
    with transaction.atomic():
        survey = Survey.objects.open_to(by, "surveys.make").select_for_update(of=("self",)).get(id=survey_id)
        survey.title, survey.opens, survey.closes = title, opens, None if survey.is_standing else closes
        survey.save(update_fields=["title", "opens", "closes"])
        ledger.revise(survey, was, by=by)
    return survey


def _ours(kind: str) -> Form:
    if kind not in OURS:
        raise FormMissing
    return xlsform.ours(OURS[kind])


def _refuse_crossed(opens: Any, closes: Any) -> None:
    if opens and closes and closes < opens:
        raise DatesCross
