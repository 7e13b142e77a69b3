"""Every component in a real browser, at both widths, light and dark: reachable, readable, light."""

from pathlib import Path

import pytest

from tests.web.design_site import design_site

AXE = (Path(__file__).resolve().parents[1] / "vendor" / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# controls that are smaller than a thumb, links inside a text left out
SMALL = """() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a.button, .tabs a, .head a')]
  .filter(element => {
    const { width, height } = element.getBoundingClientRect();
    return width && height && !element.closest('label') && (width < 43.5 || height < 43.5);
  })
  .map(element => `${element.tagName} ${element.innerText || element.name}`)"""


@pytest.fixture(scope="module")
def design():
    with design_site() as address:
        yield address


def faults(page):
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{fault['id']}: {[node['target'] for node in fault['nodes']][:3]}" for fault in found["violations"]]


def look(page, address):
    """What a person with a thumb, a screen reader or a small screen would meet, in both themes."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.goto(address).status == 200
        for details in page.locator("details:not(.menu) > summary").all():
            details.click()
        assert faults(page) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, scheme
    assert page.evaluate(SMALL) == []


def test_every_component_suits_a_phone(design, page_phone):
    look(page_phone, design)


def test_every_component_suits_a_computer(design, page_desk):
    look(page_desk, design)


def test_the_header_of_a_phone_is_one_line_and_holds_all_in_its_menu(design, page_phone):
    page_phone.goto(design)
    assert page_phone.locator(".head > div").first.bounding_box()["height"] <= 60
    page_phone.get_by_text("Menú").click()
    page_phone.get_by_role("button", name="English").click()
    assert page_phone.locator("html").get_attribute("lang") == "en"
    assert page_phone.get_by_role("heading", level=1).inner_text() == "Design system"


def test_where_the_person_chose_the_colours_the_first_button_is_still_told_from_the_others(design, page_desk):
    page_desk.emulate_media(forced_colors="active")
    page_desk.goto(design)
    first, other = (
        page_desk.locator(which).first.evaluate("button => getComputedStyle(button).backgroundColor")
        for which in (".button:not(.quiet, .danger)", ".button.quiet")
    )
    assert first != other
    assert faults(page_desk) == []


def test_what_is_to_be_filled_in_on_the_screen_is_not_printed(design, page_desk):
    page_desk.goto(design)
    assert page_desk.locator("form.form").first.is_visible()
    page_desk.emulate_media(media="print")
    assert not page_desk.locator("form.form").first.is_visible()


def test_the_first_visit_is_lighter_than_60_kb(served, page_phone):
    session = page_phone.context.new_cdp_session(page_phone)
    session.send("Network.enable")
    weights = []
    session.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    page_phone.goto(f"{served().origin}/design/", wait_until="networkidle", timeout=60_000)
    assert sum(weights) < 60_000
    assert len(weights) > 3


def test_all_comes_from_the_same_house(design, page_phone):
    asked = []
    page_phone.on("request", lambda request: asked.append(request.url))
    page_phone.goto(design, wait_until="networkidle")
    assert [address for address in asked if not address.startswith((design.removesuffix("/design/"), "data:"))] == []


def test_on_paper_there_are_no_buttons_and_no_menu(design, page_desk):
    page_desk.goto(design)
    page_desk.emulate_media(media="print")
    assert page_desk.locator(".button:visible").count() == 0
    assert page_desk.locator(".menu:visible, nav:visible >> .tabs").count() == 0
    assert page_desk.get_by_role("heading", level=1).is_visible()


def test_with_more_contrast_asked_for_lines_and_soft_words_grow_darker(design, page_desk):
    def line():
        return page_desk.evaluate("getComputedStyle(document.querySelector('.sheet')).borderTopColor")

    page_desk.goto(design)
    usual = line()
    page_desk.emulate_media(contrast="more")
    assert line() != usual
