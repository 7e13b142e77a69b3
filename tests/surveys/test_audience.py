"""Whom a survey is for."""

import pytest

from milpa import ledger
from milpa.surveys import registries
from milpa.surveys.actions.opening import open_survey
from milpa.surveys.audience import asked_of, audience_of, enterprises_of, is_asked
from milpa.surveys.models import ACCESS, BASELINE, SATISFACTION
from milpa.surveys.registries import Subject
from tests.surveys.asked import hotel


@pytest.fixture
def course(world, hotels, monkeypatch):
    """A course in which Rosa and Tomás enrolled, and that only Rosa started."""
    id = ledger.uuid7()
    started, enrolled = {world.rosa.pk: hotels["posada"].id}, {world.rosa.pk: hotels["posada"].id, world.tomas.pk: None}
    about = Subject(lambda ids: {id: "Mercadeo"}, lambda ids: {}, lambda ids: {id: started}, lambda ids: {}, lambda ids: {id: enrolled})
    monkeypatch.setitem(registries.subjects, "course", about)
    return id


def about(world, kind, course):
    return open_survey(world.ana, world.programme, kind, subject_kind="course", subject_id=course)


def test_how_it_was_is_asked_of_those_who_started_and_of_nobody_else(world, course):
    survey = about(world, SATISFACTION, course)
    assert set(audience_of(survey)) == {world.rosa.pk}
    assert [who.name for who in (world.rosa, world.tomas, world.lidia, world.ana) if is_asked(who, survey)] == ["Rosa"]


def test_a_baseline_waits_for_all_enrolled_and_may_be_answered_by_others_for_comparison(world, course):
    survey = about(world, BASELINE, course)
    assert set(audience_of(survey)) == {world.rosa.pk, world.tomas.pk}
    assert asked_of(world.tomas) == [survey]
    assert asked_of(world.lidia) == []
    assert is_asked(world.lidia, survey)
    assert not is_asked(world.elena, survey)


def test_access_waits_for_everyone_of_the_register(world, hotels):
    survey = open_survey(world.ana, world.programme, ACCESS)
    assert set(audience_of(survey)) == {world.rosa.pk, world.lidia.pk, world.tomas.pk}
    assert asked_of(world.lidia) == [survey]
    assert asked_of(world.irma) == asked_of(world.elena) == []


def test_the_enterprise_that_one_is_asked_for_comes_first(world, hotels, monkeypatch):
    second, id = hotel(world, "La Otra", owner=world.rosa), ledger.uuid7()
    nothing = Subject(lambda ids: {}, lambda ids: {}, lambda ids: {id: {world.rosa.pk: second.id}}, lambda ids: {})
    monkeypatch.setitem(registries.subjects, "course", nothing)
    assert [one.name for one in enterprises_of(world.rosa, about(world, SATISFACTION, id))] == ["La Otra", "La Posada"]


def test_a_survey_about_something_that_no_package_knows_is_for_nobody(world, hotels):
    survey = open_survey(world.ana, world.programme, SATISFACTION, subject_kind="gone", subject_id=ledger.uuid7())
    assert audience_of(survey) == {}
    assert not is_asked(world.rosa, survey)
