"""Drafts: kept while one types, offered afterwards, never put in by themselves."""

import json

import pytest
from playwright.sync_api import expect

from milpa.ledger.models.drafts import Draft
from tests.harness.signing_in import sign_in
from tests.world import make_world

TEXT = "En junio estamos llenos"
SAVED = "Borrador guardado a las"
PATIENCE = 60_000  # a new server compiles the page's forty templates at its first visit, beside three others that are under test


@pytest.fixture
def site(served):
    return served(make_world)


@pytest.fixture
def anas(site, new_phone):
    """Call it for each device that Ana opens the page on."""

    def open_design():
        page = new_phone()
        sign_in(page, site.seeded.ana.account, site.origin)
        page.goto(f"{site.origin}/design/", timeout=PATIENCE)
        page.locator("#draft form[data-attached]").wait_for(timeout=PATIENCE)
        return page

    return open_design


def expect_saved(page):
    expect(page.locator(".draft-state")).to_contain_text(SAVED, timeout=PATIENCE)


def writing(page):
    return page.locator("#draft textarea")


def test_what_one_types_is_kept_by_the_server_without_saving(anas, site):
    page = anas()
    writing(page).fill(TEXT)
    expect_saved(page)
    assert Draft.objects.get(person=site.seeded.ana).fields == {"text": TEXT}


def test_a_draft_is_offered_after_the_browser_was_closed_and_goes_in_only_when_asked(anas):
    page = anas()
    writing(page).fill(TEXT)
    expect_saved(page)
    page.reload()
    expect(page.get_by_text("Hay un borrador")).to_be_visible(timeout=PATIENCE)
    assert writing(page).input_value() == ""
    page.get_by_role("button", name="Recuperarlo").click()
    assert writing(page).input_value() == TEXT


def test_a_draft_of_another_device_is_offered_too_and_never_overwritten(anas, site):
    phone = anas()
    writing(phone).fill("desde el teléfono")
    expect_saved(phone)
    laptop = anas()
    expect(laptop.get_by_text("Hay un borrador")).to_be_visible(timeout=PATIENCE)
    writing(laptop).fill("desde la computadora")
    expect_saved(laptop)
    assert {draft.fields["text"] for draft in Draft.objects.filter(person=site.seeded.ana)} == {"desde el teléfono", "desde la computadora"}


def test_without_signal_the_draft_stays_on_the_phone_and_says_so(anas, site):
    page = anas()
    page.context.set_offline(True)
    writing(page).fill(TEXT)
    expect(page.locator(".draft-state")).to_have_text("Sin señal: guardado en este teléfono", timeout=PATIENCE)
    page.context.set_offline(False)
    expect_saved(page)
    assert Draft.objects.get(person=site.seeded.ana).fields == {"text": TEXT}


def test_a_draft_that_is_thrown_away_is_gone_everywhere(anas, site):
    page = anas()
    writing(page).fill(TEXT)
    expect_saved(page)
    page.reload()
    with page.expect_response("**/drop/"):
        page.get_by_role("button", name="Descartarlo").click()
    page.reload(wait_until="networkidle")
    assert page.get_by_text("Hay un borrador").count() == 0
    assert not Draft.objects.filter(person=site.seeded.ana).exists()


def test_signing_out_wipes_the_drafts_of_a_shared_phone(anas):
    page = anas()
    writing(page).fill(TEXT)
    expect_saved(page)
    assert drafts_in(page) == [{"text": TEXT}]
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Salir").click()
    page.wait_for_load_state()
    assert drafts_in(page) == []


def drafts_in(page):
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('milpa:draft:')).map(([, text]) => text)")
    return [json.loads(text)["fields"] for text in kept]


def test_a_guest_s_draft_stays_on_the_phone(site, page_phone):
    page_phone.goto(f"{site.origin}/design/", timeout=PATIENCE)
    page_phone.locator("#draft form[data-attached]").wait_for(timeout=PATIENCE)
    writing(page_phone).fill(TEXT)
    expect(page_phone.locator(".draft-state")).to_have_text("Guardado en este teléfono", timeout=PATIENCE)
    assert not Draft.objects.exists()
