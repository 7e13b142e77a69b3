import pytest

from milpa.readiness.tasks.checks.t14 import is_connected
from tests.readiness.tasks.right_paths import reasons, result, right, values

both_forms = pytest.mark.parametrize("form", ["A", "B"])


@both_forms
def test_trying_again_without_fixing_anything_sends_nothing(form):
    assert reasons("14", form, [("send",), ("send",)]) == ("not_sent",)


@both_forms
def test_two_settings_changed_for_nothing_are_forgiven_and_three_are_not(form):
    needless = [("set", name, not values("14", form)["settings"][name]) for name in ("bluetooth", "location", "saver")]
    assert result("14", form, [*needless[:2], *right("14", form)]).alone
    assert reasons("14", form, [*needless, *right("14", form)]) == ("too_much_changed",)


@both_forms
def test_a_setting_put_back_is_not_changed(form):
    was = values("14", form)["settings"]
    tried = [("set", name, value) for name in ("bluetooth", "location", "saver", "dark") for value in (not was[name], was[name])]
    assert result("14", form, [*tried, *right("14", form)]).alone


@both_forms
def test_fixing_it_without_sending_the_photo_is_not_enough(form):
    assert reasons("14", form, right("14", form)[:-1]) == ("not_sent",)


def test_wifi_turned_on_in_airplane_mode_also_sends():
    assert result("14", "A", [("settings",), ("set", "wifi", True), ("send",)]).alone


def test_mobile_data_without_credit_connects_nothing():
    form = values("14", "B")
    assert not is_connected(form, form["settings"] | {"airplane": False, "data": True})
    assert reasons("14", "B", [("set", "data", False), ("set", "data", True), ("send",)]) == ("not_sent",)
