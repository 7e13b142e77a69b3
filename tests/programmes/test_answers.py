"""Evidence answers are kept until something that may change them happens."""

from datetime import timedelta

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.programmes.answers import answers_of
from milpa.programmes.models import StepState
from milpa.programmes.touching import touch

KEY, STEP = "programmes.partners_accepted", "partners"


@pytest.fixture
def answer(only, answering):
    only.evidence[KEY] = answering()
    return only.evidence[KEY]


def state(programme):
    return StepState.objects.get(programme=programme, step=STEP)


def asked(programme, keep=True):
    return answers_of([programme], keep=keep)[programme.id][STEP]


def test_what_was_computed_is_kept_and_not_asked_again(programme, answer):
    assert not asked(programme)[KEY].met
    assert asked(programme)[KEY].missing.values == {"done": 1, "all": 3}
    assert answer.asked == 1
    assert (state(programme).touched, state(programme).seen) == (0, 0)


def test_an_action_that_touches_makes_it_stale(programme, answer):
    asked(programme)
    answer.met = True
    assert not asked(programme)[KEY].met
    touch(programme.id, KEY)
    assert asked(programme)[KEY].met
    assert (state(programme).touched, state(programme).seen) == (1, 1)


def test_a_touch_while_a_page_computes_leaves_the_row_stale_never_wrong(programme, answer):
    answer.during = lambda: touch(programme.id, KEY)
    assert not asked(programme)[KEY].met
    assert (state(programme).touched, state(programme).seen) == (1, 0)
    answer.during, answer.met = None, True
    assert asked(programme)[KEY].met
    assert (state(programme).touched, state(programme).seen) == (1, 1)


def test_a_page_that_was_overtaken_by_a_quicker_one_leaves_the_row_stale(programme, answer):
    """The slow page read `touched` 0; meanwhile somebody touches and a quicker page stores its answer."""

    def meanwhile():
        answer.during, answer.met = None, True
        touch(programme.id, KEY)
        assert asked(programme)[KEY].met

    answer.during = meanwhile
    assert not asked(programme)[KEY].met
    assert state(programme).seen != state(programme).touched
    assert asked(programme)[KEY].met


def test_touching_another_key_leaves_it_fresh(programme, answer):
    asked(programme)
    touch(programme.id, "programmes.replicated")
    asked(programme)
    assert answer.asked == 1


def test_an_answer_that_stops_holding_by_itself_is_asked_again_at_its_moment(programme, answer):
    answer.until = clock.now() + timedelta(days=1)
    asked(programme)
    asked(programme)
    assert answer.asked == 1
    with clock.at(answer.until):
        asked(programme)
    assert answer.asked == 2


def test_keys_that_are_never_kept_are_asked_each_time(programme, answer, only):
    only.never_kept.add(KEY)
    asked(programme)
    asked(programme)
    assert answer.asked == 2
    assert not StepState.objects.filter(programme=programme, step=STEP).exists()


def test_a_key_that_nobody_registers_has_no_answer(programme, only):
    assert asked(programme) == {}


def test_a_key_that_a_package_starts_to_register_is_computed_although_the_row_looks_fresh(programme, only, answering):
    asked(programme)
    only.evidence[KEY] = answering(met=True)
    assert asked(programme)[KEY].met


def test_a_page_that_may_not_write_stores_nothing(programme, answer):
    assert not asked(programme, keep=False)[KEY].met
    assert not StepState.objects.filter(programme=programme).exists()


def test_many_programmes_are_answered_with_one_question_a_key(world, programme, answer, django_assert_num_queries):
    both = [world.programme, programme]
    answers_of(both)
    assert answer.asked == 1
    _ = [one.guide for one in both]
    with django_assert_num_queries(1):
        assert set(answers_of(both)) == {world.id, programme.id}
    assert answer.asked == 1


def test_what_was_kept_reads_as_it_was_said(programme, answer):
    answer.until = ledger.now() + timedelta(days=2)
    first, again = asked(programme)[KEY], asked(programme)[KEY]
    assert first == again
