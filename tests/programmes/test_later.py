"""The address of a page that a later package may have."""

from milpa.programmes.later import address


def test_a_page_that_no_package_has_is_led_to_nowhere():
    assert address("programmes:home") == "/"
    assert address("harvest:home") == ""
    assert address("programmes:journey") == ""
