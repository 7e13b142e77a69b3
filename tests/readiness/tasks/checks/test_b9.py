import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def test_an_audio_at_volume_zero_is_not_heard(form):
    silent = [act for act in right("B9", form) if act[0] != "volume"]
    assert reasons("B9", form, silent) == ("not_heard",)


def test_raising_the_volume_before_the_audio_ends_is_in_time(form):
    rest = right("B9", form)[5:]
    assert result("B9", form, [("play",), ("ended",), ("play",), ("volume", "to", 4), ("ended",), *rest]).alone


def test_once_is_not_repeated(form):
    once = [act for index, act in enumerate(right("B9", form)) if index not in (3, 4)]
    assert reasons("B9", form, once) == ("not_repeated",)


def test_type_at_125_per_cent_is_too_small(form):
    small = [act for act in right("B9", form) if act != ("size", "to", 150)]
    assert reasons("B9", form, small) == ("type_too_small",)


def test_type_made_small_again_is_too_small(form):
    assert reasons("B9", form, [*right("B9", form), ("size", "to", 100)]) == ("type_too_small",)


def test_a_language_setting_never_opened_is_seen(form):
    assert reasons("B9", form, [act for act in right("B9", form) if act[0] != "text_language"]) == ("language_not_opened",)


def test_another_number_was_not_the_one_said(form):
    other = next(number for number in values("B9", form)["numbers"] if number != values("B9", form)["number"])
    assert reasons("B9", form, [*right("B9", form), ("number", "said", other)]) == ("wrong_number",)
