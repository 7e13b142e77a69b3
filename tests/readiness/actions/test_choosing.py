import pytest

from milpa import ledger
from milpa.people.models import Person
from milpa.readiness.actions.choosing import choose_levelling
from milpa.readiness.levelled import choice_of
from milpa.readiness.models import LevellingChosen
from milpa.readiness.refusals import NothingToLevel, ProgrammeNotYours
from milpa.readiness.rules.offers import Choice
from tests.readiness.doing import attempt, belong, choose
from tests.world import person


@pytest.mark.parametrize("choice", list(Choice))
def test_every_choice_may_be_made_also_to_do_nothing(diagnosed, choice):
    choose(diagnosed.rosa, choice)
    assert choice_of(diagnosed.rosa) is choice


def test_a_later_choice_counts(diagnosed):
    choose(diagnosed.rosa, Choice.BEFORE)
    choose(diagnosed.rosa, Choice.ACCOMPANIED)
    assert choice_of(diagnosed.rosa) is Choice.ACCOMPANIED


def test_a_choice_sent_twice_is_one_also_after_the_gaps_are_closed(diagnosed):
    id = ledger.uuid7()
    first = choose_levelling(diagnosed.rosa, diagnosed.rosa.pk, id, Choice.BEFORE, ["B3", "B7"])
    attempt(diagnosed.rosa, "B3", "B")
    assert choose_levelling(diagnosed.rosa, diagnosed.rosa.pk, id, Choice.BEFORE, ["B3", "B7"]).pk == first.pk
    assert LevellingChosen.objects.count() == 1


def test_a_gap_found_later_asks_anew(diagnosed):
    choose(diagnosed.rosa, Choice.BEFORE)
    attempt(diagnosed.rosa, "B10", alone=False)
    assert choice_of(diagnosed.rosa) is None


def test_a_gap_closed_keeps_the_choice(diagnosed):
    choose(diagnosed.rosa, Choice.ALONGSIDE)
    attempt(diagnosed.rosa, "B3", "B")
    assert choice_of(diagnosed.rosa) is Choice.ALONGSIDE


@pytest.mark.parametrize("tasks", [[], ["B4"], ["B3", "B4"]])
def test_without_such_a_gap_there_is_nothing_to_choose(diagnosed, tasks):
    with pytest.raises(NothingToLevel):
        choose_levelling(diagnosed.rosa, diagnosed.rosa.pk, ledger.uuid7(), Choice.BEFORE, tasks)


def test_an_instructor_types_what_rosa_said_and_stands_beside_it(diagnosed):
    fact = choose(diagnosed.rosa, Choice.ACCOMPANIED, by=diagnosed.irma)
    assert (fact.person, fact.by) == (diagnosed.rosa, diagnosed.irma)


@pytest.mark.parametrize("who", ["tomas", "carmen", "elena"])
def test_nobody_else_chooses_for_rosa(diagnosed, who):
    with pytest.raises(Person.DoesNotExist):
        choose(diagnosed.rosa, Choice.NONE, by=getattr(diagnosed, who))


def test_a_choice_for_one_programme_does_not_count_for_another(diagnosed):
    rosa, programme = diagnosed.rosa, diagnosed.programme
    choose_levelling(rosa, rosa.pk, ledger.uuid7(), Choice.BEFORE, ["B3", "B7"], programme.pk)
    assert choice_of(rosa, programme) is Choice.BEFORE
    assert choice_of(rosa) is None


def test_a_choice_for_any_programme_counts_for_each(diagnosed):
    choose(diagnosed.rosa, Choice.NONE)
    assert choice_of(diagnosed.rosa, diagnosed.programme) is Choice.NONE


def test_a_worker_of_a_partner_chooses_for_the_programme_and_the_fact_is_its_owners(world):
    nora = person("Nora", world.association, "worker", email=False)
    attempt(nora, "B3", alone=False)
    fact = choose_levelling(nora, nora.pk, ledger.uuid7(), Choice.BEFORE, ["B3"], world.programme.pk)
    assert fact.institution == world.institute


def test_the_owner_of_an_enterprise_in_the_register_chooses_for_its_programme(world, fatima):
    belong(world, fatima)
    attempt(fatima, "B3", alone=False)
    assert choose_levelling(fatima, fatima.pk, ledger.uuid7(), Choice.BEFORE, ["B3"], world.programme.pk).programme == world.programme


def test_a_strangers_programme_cannot_be_chosen_for(world, fatima):
    attempt(fatima, "B3", alone=False)
    with pytest.raises(ProgrammeNotYours):
        choose_levelling(fatima, fatima.pk, ledger.uuid7(), Choice.BEFORE, ["B3"], world.programme.pk)
