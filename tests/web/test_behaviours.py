"""What the small modules do, and that without them all still works."""

import pytest
from playwright.sync_api import expect

from milpa.web.static_files import url
from tests.harness.browser import PHONE
from tests.web.design_site import design_site


@pytest.fixture(scope="module")
def design():
    with design_site() as address:
        yield address


def test_the_counter_counts_letters_as_people_do(design, page_phone):
    page_phone.goto(design)
    idea = page_phone.locator("#id_idea")
    idea.fill("niñez 👩🏽‍🌾")
    expect(page_phone.locator("#id_idea-count")).to_have_text("7 de 140")


def test_a_dialog_opens_in_front_closes_and_gives_back_the_focus(design, page_desk):
    page_desk.goto(design)
    opener = page_desk.get_by_role("link", name="Pasar la compuerta con una razón")
    opener.click()
    dialog = page_desk.get_by_role("dialog", name="Pasar con una razón escrita")
    expect(dialog).to_be_visible()
    page_desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_without_script_the_dialog_is_a_part_of_the_page(design, browser):
    context = browser.new_context(java_script_enabled=False, **PHONE)
    page = context.new_page()
    page.goto(design)
    page.get_by_role("link", name="Pasar la compuerta con una razón").click()
    assert page.get_by_label("¿Por qué?").is_visible()
    page.get_by_text("Menú").first.click()
    assert page.get_by_role("button", name="English").first.is_visible()
    context.close()


def test_a_dangerous_verb_asks_once_more_and_no_means_no(design, page_desk):
    page_desk.goto(design)
    sent = []
    page_desk.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page_desk.get_by_role("button", name="Retirar la firma").click()
    asked = page_desk.get_by_role("dialog")
    expect(asked).to_contain_text("¿Retirar su firma?")
    expect(asked.get_by_role("button", name="No, volver")).to_be_focused()
    page_desk.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    assert sent == []


def test_copying_works_where_there_is_no_clipboard(design, page_desk):
    """A laptop's hotspot speaks plain http, and browsers have no clipboard there."""
    page_desk.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page_desk.goto(design)
    page_desk.get_by_role("button", name="Copiar el enlace").click()
    expect(page_desk.get_by_role("button", name="Copiado")).to_be_visible()


def test_the_menu_closes_on_escape_and_when_one_looks_elsewhere(design, page_phone):
    page_phone.goto(design)
    menu = page_phone.locator("details.menu")
    menu.locator("summary").click()
    page_phone.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    menu.locator("summary").click()
    page_phone.get_by_role("heading", level=1).click()
    expect(menu).not_to_have_attribute("open", "")


def test_the_first_fault_of_a_form_is_in_view_for_whoever_cannot_see_it(design, page_phone):
    page_phone.goto(design)
    expect(page_phone.locator("[data-focus]")).to_be_focused()


def test_a_secret_never_lies_in_a_draft(design, page_phone):
    page_phone.goto(design)
    page_phone.get_by_label("Su PIN").fill("1234")
    read = "async address => (await import(address)).fieldsOf(document.querySelector('#codes form'))"
    assert page_phone.evaluate(read, url("web/draft_store.js")) == {}
