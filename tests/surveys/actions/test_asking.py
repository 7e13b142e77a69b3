import pytest

from milpa import ledger
from milpa.surveys.actions.asking import ask, decline, issue_ticket
from milpa.surveys.models import Survey, SurveyAsked, SurveyDeclined, TicketIssued
from milpa.surveys.refusals import EnterpriseNotInRegister, NotAsked, SurveyIsClosed
from tests.surveys.asked import access, close


def test_an_enterprise_is_asked_and_asked_again(world, hotels):
    survey, id = access(world), ledger.uuid7()
    for each in (id, id, ledger.uuid7()):
        ask(world.beto, survey.id, each, enterprise_id=hotels["mirador"].id, way="call")
    assert SurveyAsked.objects.filter(enterprise=hotels["mirador"]).count() == 2


def test_who_gets_a_link_was_asked_by_it(world, hotels):
    issue_ticket(world.beto, access(world).id, ledger.uuid7(), person_id=world.tomas.id)
    asked = SurveyAsked.objects.get()
    assert (asked.way, asked.person, asked.enterprise) == ("link", world.tomas, hotels["mirador"])


def test_an_owner_says_for_themselves_that_they_prefer_not_to_answer(world, hotels):
    fact = decline(world.tomas, access(world).id, ledger.uuid7())
    assert (fact.by, fact.person, fact.enterprise) == (world.tomas, world.tomas, hotels["mirador"])


def test_staff_put_on_record_that_an_enterprise_does_not_answer(world, hotels):
    fact = decline(world.beto, access(world).id, ledger.uuid7(), enterprise_id=hotels["mirador"].id, why="Vendió el hotel.")
    assert (fact.by, fact.person, fact.enterprise, fact.why) == (world.beto, None, hotels["mirador"], "Vendió el hotel.")


def test_a_partner_an_instructor_and_a_stranger_ask_nobody(world, hotels):
    survey = access(world)
    for who in (world.carmen, world.irma, world.elena):
        for verb in (ask, issue_ticket, decline):
            with pytest.raises(Survey.DoesNotExist):
                verb(who, survey.id, ledger.uuid7(), enterprise_id=hotels["posada"].id)
    assert not (SurveyAsked.objects.exists() or TicketIssued.objects.exists() or SurveyDeclined.objects.exists())


def test_only_those_of_the_register_are_asked(world, hotels):
    survey = access(world)
    with pytest.raises(NotAsked):
        ask(world.beto, survey.id, ledger.uuid7(), person_id=world.elena.id)
    with pytest.raises(EnterpriseNotInRegister):
        ask(world.beto, survey.id, ledger.uuid7(), enterprise_id=ledger.uuid7())
    with pytest.raises(NotAsked):
        ask(world.beto, survey.id, ledger.uuid7())


def test_nobody_is_asked_for_a_closed_questionnaire(world, hotels):
    survey = close(world, access(world))
    for verb in (ask, issue_ticket, decline):
        with pytest.raises(SurveyIsClosed):
            verb(world.beto, survey.id, ledger.uuid7(), enterprise_id=hotels["posada"].id)
