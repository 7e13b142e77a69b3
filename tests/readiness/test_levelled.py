from milpa.readiness.levelled import choice_of, gaps_of, levelled, readiness_by_person, readiness_of
from milpa.readiness.rules.offers import Choice, levelling
from tests.readiness.doing import attempt, choose


def test_what_is_a_gap_is_offered_and_the_choice_that_counts_stands_beside_it(diagnosed, django_assert_num_queries):
    choose(diagnosed.rosa, Choice.ACCOMPANIED)
    people = [diagnosed.rosa, diagnosed.lidia, diagnosed.tomas]
    with django_assert_num_queries(2):
        rosa, lidia, tomas = levelled(people)
    assert (rosa.gaps, rosa.offered, rosa.chosen) == (("B3", "B7"), {"B3", "B7"}, Choice.ACCOMPANIED)
    assert (lidia.gaps, lidia.chosen) == (("14",), None)
    assert (tomas.gaps, tomas.chosen) == ((), None)


def test_the_evidence_of_levelling_is_met_when_all_with_a_gap_have_chosen(diagnosed):
    people = [diagnosed.rosa, diagnosed.lidia, diagnosed.tomas]
    choose(diagnosed.rosa, Choice.ACCOMPANIED)
    assert not levelling(levelled(people)).is_met
    choose(diagnosed.lidia, Choice.NONE)
    answer = levelling(levelled(people))
    assert (answer.is_met, answer.done, answer.of, answer.need_company) == (True, 2, 2, (str(diagnosed.rosa.pk),))


def test_who_took_the_whole_diagnosis_is_told_for_many_in_one_query(diagnosed, django_assert_num_queries):
    with django_assert_num_queries(1):
        states = readiness_by_person([diagnosed.rosa, diagnosed.tomas])
    assert [state.is_diagnosed for state in states.values()] == [True, False]


def test_one_persons_gaps_and_choice(diagnosed):
    assert gaps_of(diagnosed.rosa) == ("B3", "B7")
    assert readiness_of(diagnosed.rosa).accompanied_first
    assert choice_of(diagnosed.rosa) is None


def test_a_gap_closed_in_the_other_form_is_closed(diagnosed):
    attempt(diagnosed.lidia, "14", "B")
    assert gaps_of(diagnosed.lidia) == ()
