from pathlib import Path

import pytest

from milpa.readiness.results import result_of
from milpa.readiness.rules.offers import Choice
from milpa.readiness.tasks import catalogue, checks
from tests.readiness.doing import choose
from tests.readiness.tasks.right_paths import result, right

CODES = {  # every reason that a check can give, found by giving each check states that lack one thing
    task: {code for cut in range(len(right(task, "A")) + 1) for code in result(task, "A", right(task, "A")[:cut]).reasons}
    for task in catalogue.TASKS
}


@pytest.mark.parametrize("task", catalogue.TASKS)
def test_every_reason_that_a_check_gives_has_its_sentence(task):
    assert CODES[task] <= set(catalogue.task(task).reasons)


@pytest.mark.parametrize("task", catalogue.TASKS)
def test_every_sentence_belongs_to_a_reason_of_the_check(task):
    code = Path(checks.CHECKS[task].__file__).read_text(encoding="utf-8")
    assert [name for name in catalogue.task(task).reasons if name not in code and not name.endswith("_differs")] == []


def test_rosas_result_reads_in_sentences(diagnosed):
    found = result_of(diagnosed.rosa)
    assert [task.title for task in found.gaps] == ["Descargar y abrir sin señal", "Recuperar el PIN sin caer en la trampa"]
    assert found.gaps[0].why == ("La lección no quedó en el teléfono.",)
    assert (found.gap_tasks, len(found.alone), found.waiting) == ("B3 B7", 4, ())


def test_what_is_offered_first_is_the_first_button(diagnosed):
    assert result_of(diagnosed.rosa).choices[0][0] == Choice.ACCOMPANIED  # two gaps
    assert result_of(diagnosed.lidia).choices[0][0] == Choice.BEFORE
    assert {value for value, _ in result_of(diagnosed.rosa).choices} == set(Choice)


def test_task_14_has_no_unit_of_its_own(diagnosed):
    assert not result_of(diagnosed.lidia).gaps[0].has_unit
    assert result_of(diagnosed.lidia).offers.without_unit == ("14",)


def test_the_choice_stands_with_its_words(diagnosed):
    choose(diagnosed.rosa, Choice.ALONGSIDE)
    assert result_of(diagnosed.rosa).chosen_words == "al mismo tiempo que el curso"


def test_a_result_takes_two_queries(diagnosed, django_assert_num_queries):
    with django_assert_num_queries(2):
        result_of(diagnosed.rosa)
