"""What the small modules do, and that without them all still works."""

import json

import pytest
from playwright.sync_api import expect

from milpa.ledger.models.drafts import Draft
from milpa.web.static_files import url
from tests.harness.signing_in import sign_in
from tests.world import make_world

TEXT = "En junio estamos llenos"
SAVED = "Borrador guardado a las"


@pytest.fixture
def site(served):
    return served(make_world)


@pytest.fixture
def anas(site, new_phone):
    """Call it for each device that Ana opens the page on."""

    def open_design():
        page = new_phone()
        sign_in(page, site.seeded.ana.account, site.origin)
        page.goto(f"{site.origin}/design/")
        return page

    return open_design


def writing(page):
    return page.locator("#draft textarea")


def test_what_one_types_is_kept_by_the_server_without_saving(anas, site):
    page = anas()
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_contain_text(SAVED)
    assert Draft.objects.get(person=site.seeded.ana).fields == {"text": TEXT}


def test_a_draft_is_offered_after_the_browser_was_closed_and_goes_in_only_when_asked(anas):
    page = anas()
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_contain_text(SAVED)
    page.reload()
    expect(page.get_by_text("Hay un borrador")).to_be_visible()
    assert writing(page).input_value() == ""
    page.get_by_role("button", name="Recuperarlo").click()
    assert writing(page).input_value() == TEXT


def test_a_draft_of_another_device_is_offered_too_and_never_overwritten(anas, site):
    phone = anas()
    writing(phone).fill("desde el teléfono")
    expect(phone.locator(".draft-state")).to_contain_text(SAVED)
    laptop = anas()
    expect(laptop.get_by_text("Hay un borrador")).to_be_visible()
    writing(laptop).fill("desde la computadora")
    expect(laptop.locator(".draft-state")).to_contain_text(SAVED)
    assert {draft.fields["text"] for draft in Draft.objects.filter(person=site.seeded.ana)} == {"desde el teléfono", "desde la computadora"}


def test_without_signal_the_draft_stays_on_the_phone_and_says_so(anas, site):
    page = anas()
    page.context.set_offline(True)
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_have_text("Sin señal: guardado en este teléfono")
    page.context.set_offline(False)
    expect(page.locator(".draft-state")).to_contain_text(SAVED)
    assert Draft.objects.get(person=site.seeded.ana).fields == {"text": TEXT}


def test_a_draft_that_is_thrown_away_is_gone_everywhere(anas, site):
    page = anas()
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_contain_text(SAVED)
    page.reload()
    with page.expect_response("**/drop/"):
        page.get_by_role("button", name="Descartarlo").click()
    page.reload(wait_until="networkidle")
    assert page.get_by_text("Hay un borrador").count() == 0
    assert not Draft.objects.filter(person=site.seeded.ana).exists()


def test_signing_out_wipes_the_drafts_of_a_shared_phone(anas):
    page = anas()
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_contain_text(SAVED)
    assert drafts_in(page) == [{"text": TEXT}]
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Salir").click()
    page.wait_for_load_state()
    assert drafts_in(page) == []


def drafts_in(page):
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('milpa:draft:')).map(([, text]) => text)")
    return [json.loads(text)["fields"] for text in kept]


def test_a_secret_never_lies_in_a_draft(site, page_phone):
    page_phone.goto(f"{site.origin}/design/")
    page_phone.get_by_label("Su PIN").fill("1234")
    read = "async address => (await import(address)).fieldsOf(document.querySelector('#codes form'))"
    assert page_phone.evaluate(read, site.origin + url("web/draft_store.js")) == {}


def test_a_guest_s_draft_stays_on_the_phone(site, page_phone):
    page_phone.goto(f"{site.origin}/design/")
    writing(page_phone).fill(TEXT)
    expect(page_phone.locator(".draft-state")).to_have_text("Guardado en este teléfono")
    assert not Draft.objects.exists()


def test_the_counter_counts_letters_as_people_do(site, page_phone):
    page_phone.goto(f"{site.origin}/design/")
    idea = page_phone.locator("#id_idea")
    idea.fill("niñez 👩🏽‍🌾")
    expect(page_phone.locator("#id_idea-count")).to_have_text("7 de 140")


def test_a_dialog_opens_in_front_closes_and_gives_back_the_focus(site, page_desk):
    page_desk.goto(f"{site.origin}/design/")
    opener = page_desk.get_by_role("link", name="Pasar la compuerta con una razón")
    opener.click()
    dialog = page_desk.get_by_role("dialog", name="Pasar con una razón escrita")
    expect(dialog).to_be_visible()
    page_desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_without_script_the_dialog_is_a_part_of_the_page(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.origin}/design/")
    page.get_by_role("link", name="Pasar la compuerta con una razón").click()
    assert page.get_by_label("¿Por qué?").is_visible()
    page.get_by_text("Menú").first.click()
    assert page.get_by_role("button", name="English").first.is_visible()
    context.close()


def test_a_dangerous_verb_asks_once_more_and_no_means_no(site, page_desk):
    page_desk.goto(f"{site.origin}/design/")
    sent = []
    page_desk.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page_desk.get_by_role("button", name="Retirar la firma").click()
    asked = page_desk.get_by_role("dialog")
    expect(asked).to_contain_text("¿Retirar su firma?")
    expect(asked.get_by_role("button", name="No, volver")).to_be_focused()
    page_desk.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    assert sent == []


def test_copying_works_where_there_is_no_clipboard(site, page_desk):
    """A laptop's hotspot speaks plain http, and browsers have no clipboard there."""
    page_desk.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page_desk.goto(f"{site.origin}/design/")
    page_desk.get_by_role("button", name="Copiar el enlace").click()
    expect(page_desk.get_by_role("button", name="Copiado")).to_be_visible()


def test_the_menu_closes_on_escape_and_when_one_looks_elsewhere(site, page_phone):
    page_phone.goto(f"{site.origin}/design/")
    menu = page_phone.locator("details.menu")
    menu.locator("summary").click()
    page_phone.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    menu.locator("summary").click()
    page_phone.get_by_role("heading", level=1).click()
    assert menu.get_attribute("open") is None


def test_the_first_fault_of_a_form_is_in_view_for_whoever_cannot_see_it(site, page_phone):
    page_phone.goto(f"{site.origin}/design/")
    expect(page_phone.locator("[data-focus]")).to_be_focused()
