import pytest

from tests.harness.browser import PHONE, _opened


def test_a_phone_and_a_desk_see_the_same_server_at_their_own_widths(served, page_phone, page_desk):
    site = served()
    for page, width in ((page_phone, 360), (page_desk, 1280)):
        page.goto(f"{site.origin}/health")
        assert page.inner_text("body").strip() == "ok"
        assert page.evaluate("innerWidth") >= width


def test_two_phones_are_two_persons(served, new_phone):
    site = served()
    rosa, tomas = new_phone(), new_phone()
    rosa.goto(f"{site.origin}/health")
    tomas.goto(f"{site.origin}/health")
    rosa.evaluate("document.cookie = 'who=rosa'")
    assert tomas.evaluate("document.cookie") == ""


@pytest.mark.parametrize("fault", ["throw new Error('the wall fell')", "console.error('the wall fell')"])
def test_a_page_whose_script_fails_fails_its_test(browser, fault):
    with pytest.raises(AssertionError, match="the wall fell"), _opened(browser, PHONE) as new:
        page = new()
        page.set_content("<p>wall</p>")
        page.add_script_tag(content=fault)
