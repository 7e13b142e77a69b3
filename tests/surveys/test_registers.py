from uuid import uuid4

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.people.actions.leaving import erase, export_of, held_of
from milpa.programmes.rules.involvement import CONSULTED, INFORMED
from milpa.surveys.acting import acts, invited
from milpa.surveys.actions.answering import answer_by_ticket
from milpa.surveys.actions.asking import ask, decline, issue_ticket
from milpa.surveys.models import AnonymousAnswer, Answer, AnsweredMark
from milpa.surveys.registers import access_known, dates, waits
from tests.surveys.asked import MAY, SATISFIED, access, close, satisfaction, say, say_secretly


def test_access_is_known_once_a_closed_survey_has_all_of_a_small_register(world, hotels):
    survey = access(world)
    say(world.rosa, survey)
    say(world.tomas, survey)
    assert not access_known([world.id])[world.id].met
    close(world, survey)
    answer = access_known([world.id])[world.id]
    assert (answer.met, answer.done, answer.all) == (True, 2, 2)


def test_two_people_of_one_enterprise_are_one_enterprise(world, hotels):
    survey = access(world)
    say(world.rosa, survey)
    say(world.lidia, survey)
    close(world, survey)
    answer = access_known([world.id])[world.id]
    assert (answer.met, answer.done, answer.all) == (False, 1, 2)


def test_an_empty_register_is_said(world):
    answer = access_known([world.id])[world.id]
    assert (answer.met, str(answer.missing)) == (False, "Todavía no hay ninguna empresa en el registro: primero se registran")


def test_the_answers_of_many_programmes_cost_the_same_few_queries(world, hotels, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        access_known([world.id, ledger.uuid7(), ledger.uuid7()])


def test_answers_and_marks_are_acts_of_their_enterprise_and_say_nothing_more(world, hotels):
    named, secret = access(world), satisfaction(world)
    say(world.beto, named, enterprise_id=hotels["mirador"].id, way="paper")
    say_secretly(world.rosa, secret)
    decline(world.rosa, named.id, ledger.uuid7())
    told = {(act.phase, act.enterprise, act.level, act.typed_by_staff) for act in acts([world.id])[world.id]}
    phase = {kind: next(p.id for p in world.programme.guide.phases for s in p.steps if key in s.evidence) for kind, key in KEYS.items()}
    assert told == {
        (phase["access"], hotels["mirador"].id, CONSULTED, True),
        (phase["access"], hotels["posada"].id, INFORMED, False),
        (phase["satisfaction"], hotels["posada"].id, CONSULTED, False),
    }


def test_an_anonymous_answer_by_a_ticket_counts_for_the_enterprise_that_got_it(world, hotels):
    survey = satisfaction(world)
    _ticket, token = issue_ticket(world.beto, survey.id, ledger.uuid7(), enterprise_id=hotels["mirador"].id)
    answer_by_ticket(token, uuid4(), SATISFIED)
    assert [act.enterprise for act in acts([world.id])[world.id]] == [hotels["mirador"].id]


KEYS = {"access": "surveys.access_known", "satisfaction": "results.satisfaction_available"}


def test_enterprises_that_were_asked_are_invited_in_that_phase(world, hotels):
    ask(world.beto, access(world).id, ledger.uuid7(), enterprise_id=hotels["mirador"].id)
    assert set().union(*invited([world.id])[world.id].values()) == {hotels["mirador"].id}


def test_a_questionnaire_whose_last_day_is_over_waits_to_be_closed(world, hotels):
    survey = access(world, closes=MAY)
    with clock.at(clock.now().replace(year=2026, month=4, day=1)):
        assert not waits(world.ana, [world.id])
    (wait,) = waits(world.ana, [world.id])
    assert (wait.due, "coordinator" in wait.roles) == (MAY, True)
    close(world, survey)
    assert not waits(world.ana, [world.id])


def test_an_owners_own_answer_waits_until_it_is_given(world, hotels):
    survey = access(world)
    assert [wait.person for wait in waits(world.rosa, [world.id])] == [world.rosa.pk]
    say(world.rosa, survey)
    assert not waits(world.rosa, [world.id])


def test_its_days_stand_in_the_calendar(world):
    access(world, opens=MAY, closes=MAY.replace(day=20))
    (entry,) = dates([world.id])
    assert (entry.on, entry.until.day) == (MAY, 20)


@pytest.mark.django_db(databases=["default", "records"])
def test_who_goes_takes_their_named_answers_along_and_stays_countable(world, hotels):
    named, secret = access(world), satisfaction(world)
    say(world.beto, named, person_id=world.rosa.pk, way="call")
    say_secretly(world.rosa, secret)
    assert any("prepago" in value.lower() or "Recargas" in value for part in held_of(world.rosa) for _label, value in part.rows)
    assert export_of(world.rosa)["surveys"]["answers"][0]["answers"]["device"] == "own"
    erase(world.rosa)
    assert Answer.objects.get().values == {}
    assert (Answer.objects.count(), AnsweredMark.objects.count()) == (1, 1)
    assert AnonymousAnswer.objects.get().values["overall"] == "muy"
