from typing import Any

import pytest

from milpa.records.rules.results import result
from tests.records.rules.refusing import path_of_refusal, takes


@pytest.mark.parametrize(
    "score",
    [
        {},
        {"scaled": -1},
        {"scaled": 1.0},
        {"raw": 5},
        {"min": 0, "max": 10},
        {"min": 0, "raw": 0, "max": 10},
        {"min": 0, "raw": 10, "max": 10},
    ],
)
def test_scores_in_their_bounds(score: dict[str, Any]) -> None:
    assert takes(result, {"score": score})


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"score": {"scaled": 1.01}}, "score.scaled"),
        ({"score": {"scaled": -1.0001}}, "score.scaled"),
        ({"score": {"scaled": "1"}}, "score.scaled"),
        ({"score": {"scaled": True}}, "score.scaled"),
        ({"score": {"raw": 11, "max": 10}}, "score.raw"),
        ({"score": {"raw": -1, "min": 0}}, "score.raw"),
        ({"score": {"min": 10, "max": 10}}, "score.min"),
        ({"score": {"min": 11, "raw": 10, "max": 10}}, "score.min"),
        ({"score": 0.5}, "score"),
        ({"score": {"colour": 1}}, "score.colour"),
        ({"success": "true"}, "success"),
        ({"completion": 1}, "completion"),
        ({"response": 5}, "response"),
        ({"duration": "1 hour"}, "duration"),
        ({"extensions": []}, "extensions"),
        ({"passed": True}, "passed"),
    ],
)
def test_a_result_that_is_not_as_the_standard_says(wrong: dict[str, Any], path: str) -> None:
    assert path_of_refusal(result, wrong) == path


def test_a_result_may_say_little_or_all() -> None:
    assert takes(result, {})
    assert takes(result, {"score": {}, "success": False, "completion": True, "response": "", "duration": "PT1S", "extensions": {}})
