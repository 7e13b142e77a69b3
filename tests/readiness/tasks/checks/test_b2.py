import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def trap(form, leads):
    return next(message["id"] for message in values("B2", form)["messages"] if message.get("leads") == leads)


def test_looking_at_an_advert_and_coming_back_does_no_harm(form):
    advert = trap(form, "install")
    assert result("B2", form, [("open", advert), ("follow", advert), ("back",), ("back",), *right("B2", form)]).alone


def test_installing_what_an_advert_offers_is_seen(form):
    advert = trap(form, "install")
    acts = [("open", advert), ("follow", advert), ("install", "app"), ("back",), ("back",), *right("B2", form)]
    assert reasons("B2", form, acts) == ("installed_something",)


def test_a_permission_given_is_seen_and_one_denied_is_not(form):
    prize = trap(form, "permit")
    there = [("open", prize), ("follow", prize)]
    assert reasons("B2", form, [*there, ("permit", "location", True), ("back",), ("back",), *right("B2", form)]) == ("permitted_something",)
    assert result("B2", form, [*there, ("permit", "location", False), ("back",), ("back",), *right("B2", form)]).alone


def test_staying_in_the_class_is_not_yet_back_at_the_message(form):
    assert reasons("B2", form, right("B2", form)[:-1]) == ("message_not_in_view",)


def test_going_back_as_far_as_the_list_is_too_far(form):
    assert reasons("B2", form, [*right("B2", form), ("back",)]) == ("message_not_in_view",)


def test_only_the_advert_was_opened(form):
    advert = trap(form, "install")
    assert reasons("B2", form, [("open", advert), ("follow", advert), ("back",)]) == ("class_not_opened", "message_not_in_view")
