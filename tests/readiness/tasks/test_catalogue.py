import json
import re

import pytest

from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR
from milpa.readiness.tasks.catalogue import FORMS, TASKS, for_browser, phone_words, task

every_task = pytest.mark.parametrize("task_id", TASKS)


def texts(value, path=""):
    """Every {es, en} below a value, with where it stands."""
    if isinstance(value, dict) and "es" in value and "en" in value:
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from texts(inner, f"{path}[{index}]")


@every_task
def test_every_sentence_stands_in_both_languages_with_the_same_blanks(task_id):
    for form in FORMS:
        for path, text in texts(for_browser(task_id, form)):
            assert set(text) == {"es", "en"} and text["es"].strip() and text["en"].strip(), path
            assert sorted(re.findall(r"\{\w+\}", text["es"])) == sorted(re.findall(r"\{\w+\}", text["en"])), path


def test_the_phones_own_words_stand_in_both_languages():
    assert {key for key, text in phone_words().items() if set(text) == {"es", "en"}} == set(phone_words())


@every_task
def test_the_two_forms_ask_for_the_same_with_other_values(task_id):
    a, b = (task(task_id).forms[form] for form in FORMS)
    assert a.keys() == b.keys() and a != b


@every_task
def test_nobody_is_addressed_as_tu(task_id):
    said = " ".join(text["es"] for form in FORMS for _, text in texts(for_browser(task_id, form)))
    assert not re.search(r"\b(tú|tu|tus|vos|puedes|tienes|haz|escribe|toca|elige)\b", said, re.IGNORECASE)


@every_task
def test_there_are_two_hints_and_levels_are_capped(task_id):
    assert len(task(task_id).hints) == 2
    assert 1 <= task(task_id).level <= (3 if task_id == "14" else 2)


def test_the_diagnosis_has_one_task_of_each_area_of_digcomp():
    assert sorted(task(task_id).digcomp.split(".")[0] for task_id in DIAGNOSIS) == ["1", "2", "3", "4", "5"]
    assert DOOR == "B1" and DOOR not in DIAGNOSIS


@every_task
def test_a_task_for_the_browser_is_plain_json(task_id):
    told = for_browser(task_id, "A")
    assert json.loads(json.dumps(told)) == told


def test_an_unknown_task_is_a_key_error():
    with pytest.raises(KeyError):
        task("../phone")
