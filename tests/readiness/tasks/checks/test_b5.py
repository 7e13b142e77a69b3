import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def place(form):
    return values("B5", form)["right"]


def two_photos(form):
    return [("open", place(form)), ("camera",), ("shoot",), ("look",), ("camera", place(form)), ("shoot",)]


def test_the_blurred_first_photo_is_seen(form):
    acts = [("open", place(form)), ("camera",), ("shoot",), ("look",), ("attach", place(form), 1)]
    assert reasons("B5", form, acts) == ("blurred",)


def test_a_blurred_photo_may_be_replaced(form):
    acts = [*two_photos(form)[:3], ("attach", place(form), 1), ("take_off", place(form)), *right("B5", form)[3:]]
    assert result("B5", form, acts).alone


def test_a_photo_in_the_chat_is_seen_even_beside_the_right_one(form):
    assert reasons("B5", form, [*two_photos(form), ("attach", "chat", 2)]) == ("not_in_the_exercise", "attached_elsewhere")
    assert reasons("B5", form, [*two_photos(form), ("attach", "chat", 2), ("attach", place(form), 2)]) == ("attached_elsewhere",)


def test_a_photo_taken_back_from_the_chat_is_forgiven(form):
    acts = [*two_photos(form), ("attach", "chat", 2), ("take_off", "chat"), ("attach", place(form), 2)]
    assert result("B5", form, acts).alone


def test_nobody_looked_whether_it_can_be_read(form):
    acts = [act for act in right("B5", form) if act[0] != "look"]
    assert reasons("B5", form, acts) == ("not_looked_at",)


def test_a_photo_that_was_never_taken_cannot_be_attached(form):
    assert reasons("B5", form, [("open", place(form)), ("attach", place(form), 2)]) == ("nothing_attached",)


def test_an_unknown_place_is_no_place(form):
    assert reasons("B5", form, [*two_photos(form), ("attach", "elsewhere", 2)]) == ("nothing_attached",)
