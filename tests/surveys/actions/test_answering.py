"""Answers with a name: whose they are, once each, corrected by a new one."""

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.surveys.actions.answering import answer
from milpa.surveys.models import Answer, Survey
from milpa.surveys.refusals import (
    AlreadyAnswered,
    AnswersAreAnonymous,
    AnswersDoNotFit,
    EnterpriseNotInRegister,
    NotAsked,
    NotOpenYet,
    SurveyIsClosed,
)
from tests.surveys.asked import BASELINE_FITS, FITS, access, baseline, close, hotel, satisfaction, say
from tests.world import MONDAY


def test_an_owners_answer_carries_their_enterprise(world, hotels):
    fact = say(world.rosa, access(world))
    assert (fact.by, fact.enterprise, fact.typed_by, fact.way) == (world.rosa, hotels["posada"], None, "web")
    assert fact.values["phone_can"] == "internet photos"


def test_an_answer_sent_twice_by_a_phone_that_lost_the_answer_is_one(world, hotels):
    survey, id = access(world), ledger.uuid7()
    first = answer(world.rosa, survey.id, id, FITS)
    again = answer(world.rosa, survey.id, id, FITS)
    assert first.id == again.id
    assert Answer.objects.count() == 1


def test_what_is_known_is_answered_as_stored_also_after_the_door_has_closed(world, hotels):
    survey, id = access(world), ledger.uuid7()
    answer(world.rosa, survey.id, id, FITS)
    close(world, survey)
    assert answer(world.rosa, survey.id, id, FITS).id == id


def test_the_same_id_with_other_words_is_a_conflict(world, hotels):
    survey, id = access(world), ledger.uuid7()
    answer(world.rosa, survey.id, id, FITS)
    with pytest.raises(Conflict):
        answer(world.rosa, survey.id, id, FITS | {"device": "none"})


def test_a_second_answer_of_the_same_person_is_refused_until_it_says_what_it_corrects(world, hotels):
    survey = access(world)
    first = say(world.rosa, survey)
    with pytest.raises(AlreadyAnswered):
        say(world.rosa, survey, FITS | {"device": "shared"})
    second = say(world.rosa, survey, FITS | {"device": "shared"}, corrects=first.id)
    assert list(Answer.objects.standing().filter(survey=survey)) == [second]
    assert Answer.objects.count() == 2


def test_nobody_corrects_the_answer_of_somebody_else(world, hotels):
    survey = access(world)
    tomas = say(world.tomas, survey)
    say(world.rosa, survey)
    with pytest.raises(AlreadyAnswered):
        say(world.rosa, survey, FITS | {"device": "shared"}, corrects=tomas.id)
    assert Answer.objects.standing().filter(id=tomas.id).exists()


def test_two_people_of_one_enterprise_answer_each_for_themselves(world, hotels):
    survey = access(world)
    say(world.rosa, survey)
    say(world.lidia, survey)
    assert Answer.objects.standing().filter(enterprise=hotels["posada"]).count() == 2


def test_staff_type_what_came_on_paper_and_it_says_who_typed(world, hotels):
    fact = say(world.beto, access(world), enterprise_id=hotels["mirador"].id, way="paper")
    assert (fact.by, fact.enterprise, fact.typed_by, fact.way) == (None, hotels["mirador"], world.beto, "paper")


def test_what_staff_type_for_a_person_is_that_persons_answer(world, hotels):
    fact = say(world.beto, access(world), person_id=world.tomas.id, way="call")
    assert (fact.by, fact.typed_by, fact.enterprise) == (world.tomas, world.beto, hotels["mirador"])


def test_the_same_sheet_typed_twice_counts_once(world, hotels):
    survey = access(world)
    say(world.beto, survey, enterprise_id=hotels["mirador"].id, way="paper")
    with pytest.raises(AlreadyAnswered):
        say(world.ana, survey, enterprise_id=hotels["mirador"].id, way="paper")


def test_two_people_of_an_enterprise_who_are_not_named_both_count(world, hotels):
    survey = access(world)
    for position in ("owner", "worker"):
        say(world.beto, survey, FITS | {"position": position}, enterprise_id=hotels["mirador"].id, way="paper")
    assert Answer.objects.standing().filter(enterprise=hotels["mirador"]).count() == 2


def test_the_figures_of_an_enterprise_are_typed_once(world, hotels):
    survey = baseline(world)
    say(world.beto, survey, BASELINE_FITS, enterprise_id=hotels["mirador"].id, way="paper")
    with pytest.raises(AlreadyAnswered):
        say(world.beto, survey, BASELINE_FITS | {"rooms": "13"}, enterprise_id=hotels["mirador"].id, way="call")


def test_answers_that_do_not_fit_are_told_question_by_question_and_nothing_is_stored(world, hotels):
    with pytest.raises(AnswersDoNotFit) as refused:
        say(world.rosa, access(world), {"device": "own", "phone_can": ["nothing", "photos"], "data_cost": "mucho"})
    problems = {name: problem.code for name, problem in refused.value.checked.problems.items()}
    assert problems == {"position": "required", "phone_can": "constraint", "connection": "required", "hours": "required"}
    assert not Answer.objects.exists()


def test_before_its_first_day_and_after_its_last_nothing_is_taken(world, hotels):
    today = clock.today()
    with pytest.raises(NotOpenYet):
        say(world.rosa, access(world, opens=today.replace(year=today.year + 1)))
    with pytest.raises(NotOpenYet):
        say(world.rosa, access(world, closes=MONDAY.date()))


def test_after_closing_nothing_new_is_taken(world, hotels):
    with pytest.raises(SurveyIsClosed):
        say(world.rosa, close(world, access(world)))


def test_an_anonymous_questionnaire_is_never_answered_with_a_name(world, hotels):
    with pytest.raises(AnswersAreAnonymous):
        say(world.rosa, satisfaction(world), {"overall": "muy"})
    with pytest.raises(AnswersAreAnonymous):
        say(world.beto, satisfaction(world), {"overall": "muy"}, enterprise_id=hotels["posada"].id, way="paper")


def test_a_partner_an_instructor_and_a_stranger_type_nothing_for_others(world, hotels):
    survey = access(world)
    for who in (world.carmen, world.irma, world.elena, world.fidel):
        with pytest.raises(NotAsked):
            say(who, survey, enterprise_id=hotels["posada"].id)
    assert not Answer.objects.exists()


def test_who_is_not_in_the_register_is_not_asked(world, hotels):
    with pytest.raises(NotAsked):
        say(world.beto, access(world))


def test_an_owner_answers_only_for_an_enterprise_of_their_own(world, hotels):
    with pytest.raises(NotAsked):
        say(world.rosa, access(world), enterprise_id=hotels["mirador"].id)


def test_only_enterprises_of_the_register_are_answered_for(world, hotels):
    with pytest.raises(EnterpriseNotInRegister):
        say(world.beto, access(world), enterprise_id=ledger.uuid7())


def test_an_owner_of_two_chooses_for_which_one_they_answer(world, hotels):
    second = hotel(world, "La Otra", owner=world.rosa)
    assert say(world.rosa, access(world), enterprise_id=second.id).enterprise == second


def test_the_baseline_asks_nothing_of_who_does_not_agree(world, hotels):
    fact = say(world.rosa, baseline(world), {"consent": "no", "rooms": "12"})
    assert fact.values == {"consent": "no"}


def test_a_survey_that_nobody_knows_is_not_found(world, hotels):
    with pytest.raises(Survey.DoesNotExist):
        answer(world.rosa, ledger.uuid7(), ledger.uuid7(), FITS)
