from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.results.rules.completion import Completion, Enrolment, People, by_edition, completion, people

ROSA = Enrolment("rosa", "one", "Hotel de Rosa", "woman", started=True, completed=True, attendances=6)
ROSA_AGAIN = Enrolment("rosa", "two", "Hotel de Rosa", "woman", started=True, attendances=2)
LIDIA = Enrolment("lidia", "one", "Hotel de Rosa", "woman", started=True, left=True, attendances=1)
TOMAS = Enrolment("tomas", "one", "Hotel de Tomás", "man")


def test_completion_is_of_those_who_started_the_ones_who_left_included():
    found = completion([ROSA, LIDIA, TOMAS])
    assert found == Completion(enrolled=3, started=2, completed=1, left=1, under_way=0)
    assert found.percent == 50


def test_nobody_started_has_no_percentage():
    assert completion([TOMAS]).percent is None


def test_who_left_after_finishing_has_finished():
    found = completion([Enrolment("rosa", "one", started=True, completed=True, left=True)])
    assert (found.completed, found.left) == (1, 0)


def test_editions_stand_apart_and_sum_up():
    found = by_edition([ROSA, ROSA_AGAIN, LIDIA])
    assert (found["one"].started, found["two"].under_way) == (2, 1)


def test_people_are_counted_once_however_often_they_came():
    assert people([ROSA, ROSA_AGAIN, LIDIA, TOMAS]) == People(attendances=9, people=2, women=2, enterprises=1)


ENROLMENTS = st.lists(
    st.builds(
        Enrolment,
        person=st.sampled_from("abc"),
        edition=st.sampled_from("xy"),
        started=st.booleans(),
        completed=st.booleans(),
        left=st.booleans(),
    )
)


@settings(deadline=None)
@given(ENROLMENTS)
def test_whoever_started_finished_left_or_is_under_way(enrolments):
    found = completion(enrolments)
    assert found.completed + found.left + found.under_way == found.started <= found.enrolled
    assert sum(edition.started for edition in by_edition(enrolments).values()) == found.started
    assert people(enrolments).people <= found.started
