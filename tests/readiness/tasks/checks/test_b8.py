import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def without(form, *dropped):
    return [act for act in right("B8", form) if act[0] not in dropped]


def test_asking_the_whole_group_is_seen(form):
    to_group = [("to", "group") if act[0] == "to" else act for act in right("B8", form)]
    assert reasons("B8", form, to_group) == ("sent_to_the_group", "not_sent_to_the_instructor")
    assert reasons("B8", form, [*to_group, ("other",), *right("B8", form)[1:]]) == ("sent_to_the_group",)


def test_the_pin_in_the_message_is_seen(form):
    assert reasons("B8", form, [("add_pin", "pin", True), *right("B8", form)]) == ("pin_sent",)


def test_the_pin_taken_out_before_sending_is_forgiven(form):
    assert result("B8", form, [("add_pin", "pin", True), ("add_pin", "pin", False), *right("B8", form)]).alone


@pytest.mark.parametrize("missing", ["lesson", "symptom"])
def test_both_the_lesson_and_what_happens_are_needed(form, missing):
    assert reasons("B8", form, without(form, missing)) == ("lesson_or_symptom_missing",)


def test_praise_is_no_symptom(form):
    praise = [("symptom", "like_it") if act[0] == "symptom" else act for act in right("B8", form)]
    assert reasons("B8", form, praise) == ("lesson_or_symptom_missing",)


def test_another_lesson_is_not_the_one_that_fails(form):
    other = next(n for n in values("B8", form)["lessons"] if n != values("B8", form)["lesson"])
    assert reasons("B8", form, [("lesson", other) if act[0] == "lesson" else act for act in right("B8", form)]) == (
        "lesson_or_symptom_missing",
    )


def test_a_second_message_may_say_what_the_first_lacked(form):
    assert result("B8", form, [*without(form, "symptom"), ("other",), *right("B8", form)[1:]]).alone


def test_a_voice_note_of_three_seconds_waits_for_a_person_to_listen(form):
    note = [("ask",), ("to", "teacher"), ("record",), ("voice", "seconds", 3), ("send",)]
    told = result("B8", form, note)
    assert told.to_mark and not told.done


def test_a_shorter_voice_note_says_nothing(form):
    assert reasons("B8", form, [("to", "teacher"), ("voice", "seconds", 2), ("send",)]) == ("lesson_or_symptom_missing",)


def test_a_voice_note_that_also_went_to_the_group_is_not_only_to_be_heard(form):
    told = result("B8", form, [("to", "group"), ("voice", "seconds", 5), ("send",), ("to", "teacher"), ("voice", "seconds", 5), ("send",)])
    assert not told.to_mark


def test_an_empty_message_is_not_sent(form):
    assert reasons("B8", form, [("ask",), ("to", "teacher"), ("send",)]) == ("not_sent_to_the_instructor",)
