"""The end of a survey: anonymous answers and their marks are sealed, and only then can anything be read (docs/rules/surveys.md)."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.measures.suppression import K
from milpa.people.models import Person
from milpa.programmes.touching import touch
from milpa.surveys.models import AnonymousAnswer, AnsweredMark, Survey, SurveyClosed
from milpa.surveys.touched import CLOSING


def close_survey(by: Person, survey_id: UUID, id: UUID) -> SurveyClosed:
    """Nothing more is taken. Anonymous answers are written anew in the order of their random ids. Raises Survey.DoesNotExist."""
    with transaction.atomic():
        survey = Survey.objects.open_to(by, "surveys.close").select_for_update(of=("self",)).get(id=survey_id)
        fact = SurveyClosed(id=id, by=by, institution_id=survey.institution_id, survey=survey)
        known, new = ledger.recognise([fact])
        if survey.is_closed and not known:
            known = list(SurveyClosed.objects.filter(id=survey.closed_by))
        elif new:
            known = ledger.append(new)
            if not _would_tell_a_few(survey):
                _seal(survey)
            touch(survey.programme_id, *CLOSING.get(survey.kind, ()))
    stored: SurveyClosed = known[0]
    return stored


def seal_standing(survey_id: UUID) -> int:
    """The night of a standing survey: if five or more have answered since the last one, they are sealed. Returns how many."""
    with transaction.atomic():
        survey = Survey.objects.select_for_update(of=("self",)).get(id=survey_id)
        if AnonymousAnswer.objects.filter(survey=survey, arrived=None).count() < K:
            return 0
        return _seal(survey)


def _would_tell_a_few(survey: Survey) -> bool:
    """A standing survey whose results have been read: the difference that a last few answers make would be theirs. They stay unread."""
    answers = AnonymousAnswer.objects.filter(survey=survey)
    read = survey.is_standing and answers.filter(arrived__isnull=False).exists()
    return bool(read and answers.filter(arrived=None).count() < K)


def _seal(survey: Survey) -> int:
    """How many answers were sealed."""
    answers = AnonymousAnswer.objects.filter(survey=survey)
    waiting: int = answers.filter(arrived=None).count()
    ledger.seal(answers, AnsweredMark.objects.filter(about=survey.id))
    return waiting
