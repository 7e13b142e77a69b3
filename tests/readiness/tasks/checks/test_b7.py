import pytest

from milpa.readiness.tasks import checks
from milpa.readiness.tasks.events import BadEvents
from tests.readiness.tasks.right_paths import new_pin, raw, reasons, result, right

pytestmark = pytest.mark.parametrize("form", ["A", "B"])
CODE = [("forgot",), ("type_code", "code", True)]


def test_the_code_given_to_the_technician_is_seen_at_any_time(form):
    given = [("open", "messages"), ("open", "scammer"), ("reply", "code")]
    assert reasons("B7", form, [("forgot",), *given, *right("B7", form)[1:]]) == ("code_given_away",)
    assert reasons("B7", form, [*right("B7", form), *given]) == ("code_given_away",)


def test_refusing_the_technician_or_leaving_the_message_unanswered_are_both_right(form):
    assert result("B7", form, [("forgot",), ("open", "scammer"), ("reply", "no"), ("back",), *right("B7", form)[1:]]).alone
    assert result("B7", form, [*CODE, *new_pin()]).alone


def test_an_easy_pin_is_seen(form):
    assert reasons("B7", form, [*CODE, *new_pin(easy=True)]) == ("pin_is_easy",)


def test_two_pins_that_differ_are_typed_again(form):
    assert reasons("B7", form, [*CODE, *new_pin(matches=False)]) == ("pin_not_set",)
    assert result("B7", form, [*CODE, *new_pin(matches=False), *new_pin()]).alone


def test_five_digits_are_no_pin(form):
    assert reasons("B7", form, [*CODE, *new_pin(six=False)]) == ("pin_not_set",)


def test_a_wrong_code_may_be_corrected(form):
    assert result("B7", form, [("forgot",), ("type_code", "code", False), ("type_code", "code", True), *new_pin()]).alone


def test_without_the_code_no_pin_is_set(form):
    assert reasons("B7", form, [("forgot",), ("type_code", "code", False), *new_pin()]) == ("code_not_typed", "pin_not_set")


@pytest.mark.parametrize(
    "told", [("type_code", "code", "482913"), ("new_pin_matches", "pin", "739152"), ("new_pin_is_easy", "pin", 739152)]
)
def test_neither_code_nor_pin_can_travel(form, told):
    with pytest.raises(BadEvents, match="not a value it takes"):
        checks.read("B7", raw([told]))
