from datetime import date

import pytest

from milpa import ledger
from milpa.ledger import newest
from milpa.ledger.refusals import StaleRevision
from milpa.programmes.models import Programme
from milpa.surveys import registries, xlsform
from milpa.surveys.actions.opening import change_survey, open_survey
from milpa.surveys.models import ACCESS, FOLLOWUP, OTHER, SATISFACTION, Survey
from milpa.surveys.refusals import DatesCross, FormMissing
from milpa.surveys.registries import Subject
from tests.surveys.asked import MAY, access


def test_each_kind_has_our_own_questionnaire(world):
    forms = {kind: open_survey(world.ana, world.programme, kind).questionnaire.id for kind in (ACCESS, "baseline", FOLLOWUP, SATISFACTION)}
    assert forms == {"access": "access", "baseline": "baseline", "followup": "baseline", "satisfaction": "satisfaction"}


def test_satisfaction_is_always_anonymous(world):
    assert open_survey(world.ana, world.programme, SATISFACTION, is_anonymous=False).is_anonymous


def test_a_survey_made_twice_by_the_same_form_is_one(world):
    id = ledger.uuid7()
    for _time in range(2):
        access(world, id=id)
    assert Survey.objects.count() == 1


def test_a_questionnaire_of_ones_own_is_brought_as_a_sheet(world):
    with pytest.raises(FormMissing):
        open_survey(world.ana, world.programme, OTHER)
    form = xlsform.read(b"| survey |\n| | type | name | label |\n| | integer | rooms | Habitaciones |\n").form
    survey = open_survey(world.ana, world.programme, OTHER, form=form, title="Habitaciones")
    assert [question.name for question in survey.questionnaire.questions()] == ["rooms"]


def test_its_days_come_from_what_it_is_about(world, monkeypatch):
    about = ledger.uuid7()
    window = Subject(lambda ids: {}, lambda ids: {}, lambda ids: {}, lambda ids: {about: (MAY, date(2026, 5, 9))})
    monkeypatch.setitem(registries.subjects, "courses.edition", window)
    survey = open_survey(world.ana, world.programme, SATISFACTION, subject_kind="courses.edition", subject_id=about)
    assert (survey.opens, survey.closes) == (MAY, date(2026, 5, 9))


def test_a_last_day_before_the_first_is_refused(world):
    with pytest.raises(DatesCross):
        access(world, opens=MAY, closes=date(2026, 4, 1))


def test_new_days_are_a_revision_and_a_stale_tab_is_refused(world):
    survey = access(world)
    change_survey(world.ana, survey.id, 1, title="Acceso", opens=MAY, closes=None)
    assert newest(survey).number == 2
    with pytest.raises(StaleRevision):
        change_survey(world.ana, survey.id, 1, title="Otro", opens=None, closes=None)
    survey.refresh_from_db()
    assert survey.title == "Acceso"


def test_only_who_may_makes_or_changes_one(world):
    survey = access(world)
    for who in (world.beto, world.irma, world.carmen, world.elena, world.rosa):
        with pytest.raises(Programme.DoesNotExist):
            open_survey(who, world.programme, ACCESS)
        with pytest.raises(Survey.DoesNotExist):
            change_survey(who, survey.id, 1, title="Otro", opens=None, closes=None)
