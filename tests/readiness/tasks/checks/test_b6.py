import pytest

from tests.readiness.tasks.right_paths import reasons, result, right, values

pytestmark = pytest.mark.parametrize("form", ["A", "B"])


def instead(form, *changed):
    """The right way with some fields filled otherwise."""
    told = {act[1]: act for act in changed}
    return [told.get(act[1], act) if act[0] == "fill" else act for act in right("B6", form)]


def test_capitals_accents_and_spaces_are_not_looked_at(form):
    name = values("B6", form)["name"]
    assert result("B6", form, instead(form, ("fill", "name", f"  {name.upper()} "))).alone


def test_agreeing_counts_as_much_as_declining(form):
    acts = [("consent", "notices", True) if act[0] == "consent" else act for act in right("B6", form)]
    assert result("B6", form, acts).alone


def test_the_telephone_left_short_is_not_sent_until_corrected(form):
    begun, whole = values("B6", form)["begun"], values("B6", form)["phone"]
    untouched = [act for act in right("B6", form) if act[1:2] != ("phone",)]
    assert reasons("B6", form, untouched) == ("not_sent",)
    assert begun != whole
    assert result("B6", form, [*untouched, ("fill", "phone", whole), ("send",)]).alone


def test_eight_other_digits_are_not_the_cards(form):
    assert reasons("B6", form, instead(form, ("fill", "phone", "12345678"))) == ("phone_differs",)


def test_digits_of_another_alphabet_are_not_accepted(form):
    assert reasons("B6", form, instead(form, ("fill", "phone", "٥٥١٢٣٤٧٨"))) == ("not_sent",)


def test_the_wrong_town_is_seen(form):
    other = next(town for town in values("B6", form)["towns"] if town != values("B6", form)["town"])
    assert reasons("B6", form, instead(form, ("fill", "town", other))) == ("town_differs",)


def test_a_notice_never_opened_is_seen(form):
    assert reasons("B6", form, [act for act in right("B6", form) if act[0] != "notice"]) == ("notice_not_opened",)


def test_without_a_decision_nothing_is_sent(form):
    assert reasons("B6", form, [act for act in right("B6", form) if act[0] != "consent"]) == ("not_sent",)


def test_sending_again_is_seen(form):
    assert reasons("B6", form, [*right("B6", form), ("send",)]) == ("sent_twice",)


def test_the_optional_field_may_be_filled(form):
    assert result("B6", form, [("fill", "mail", "a@example.org"), *right("B6", form)]).alone
