import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def lessons(form):
    """The one asked for, and another."""
    asked = values("B3", form)["lesson"]
    return asked, next(lesson["n"] for lesson in values("B3", form)["lessons"] if lesson["n"] != asked)


def test_a_download_on_mobile_data_is_seen(form):
    asked, _ = lessons(form)
    acts = [("ask_data", asked), ("download", asked), ("stored", asked), ("signal", "off"), ("open", asked)]
    assert reasons("B3", form, acts) == ("not_on_wifi",)


def test_what_counts_is_the_link_when_the_download_began(form):
    asked, _ = lessons(form)
    acts = [("download", asked), ("connect", "wifi"), ("stored", asked), ("signal", "off"), ("open", asked)]
    assert reasons("B3", form, acts) == ("not_on_wifi",)


def test_another_lesson_on_the_phone_is_seen_until_it_is_removed(form):
    _, other = lessons(form)
    both = [("connect", "wifi"), ("download", other), ("stored", other), *right("B3", form)]
    assert reasons("B3", form, both) == ("another_stored",)
    assert result("B3", form, [*both, ("remove", other)]).alone


def test_only_another_lesson_was_downloaded(form):
    _, other = lessons(form)
    assert reasons("B3", form, [("connect", "wifi"), ("download", other), ("stored", other)]) == ("lesson_not_stored", "another_stored")


def test_opening_it_while_there_is_signal_does_not_count(form):
    asked, _ = lessons(form)
    acts = [("connect", "wifi"), ("open", asked), ("download", asked), ("stored", asked), ("open", asked), ("signal", "off")]
    assert reasons("B3", form, acts) == ("not_opened_without_signal",)


def test_a_lesson_said_to_be_stored_without_a_download_is_not_believed(form):
    asked, _ = lessons(form)
    assert reasons("B3", form, [("stored", asked), ("signal", "off"), ("open", asked)]) == ("lesson_not_stored",)
