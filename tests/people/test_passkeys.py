"""Passkeys in a real browser, with a device that the browser imitates."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.harness.served import Served
from tests.world import PASSWORD, make_world

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


@pytest.fixture
def site(served: Callable[..., Served]) -> str:
    """At `localhost`, which browsers take as safe without https."""
    return served(make_world).origin.replace("127.0.0.1", "localhost")


def test_ana_makes_a_passkey_and_comes_in_with_it_alone(site, page_phone):
    with_device(page_phone)
    page_phone.goto(f"{site}/account/login/")
    page_phone.get_by_label("Correo").fill("ana@example.org")
    page_phone.get_by_label("Contraseña").fill(PASSWORD)
    page_phone.get_by_role("button", name="Entrar", exact=True).click()
    page_phone.goto(f"{site}/account/2fa/webauthn/add/")
    page_phone.get_by_label("Su contraseña").fill(PASSWORD)
    page_phone.get_by_role("button", name="Sí, soy yo").click()
    page_phone.get_by_label("Cómo llama a este aparato").fill("Mi teléfono")
    page_phone.get_by_role("button", name="Hacer la llave").click()
    expect(page_phone.get_by_role("heading", level=1)).to_have_text("Códigos de rescate")

    page_phone.goto(f"{site}/account/2fa/webauthn/")
    expect(page_phone.get_by_text("Abre sin la contraseña.")).to_be_visible()
    page_phone.context.clear_cookies()
    page_phone.goto(f"{site}/account/login/")
    page_phone.get_by_role("button", name="Entrar con una llave de acceso").click()
    page_phone.wait_for_url(f"{site}/")
    page_phone.goto(f"{site}/people/")
    expect(page_phone.get_by_role("heading", level=1)).to_have_text("Personas")


def test_where_no_key_answers_the_page_says_so_and_nothing_is_sent(site, page_phone):
    with_device(page_phone)
    page_phone.goto(f"{site}/account/login/")
    page_phone.get_by_role("button", name="Entrar con una llave de acceso").click()
    expect(page_phone.get_by_role("alert")).to_have_text(
        "La llave de acceso no se confirmó. Nada cambió: pruebe otra vez, o de otra manera."
    )


def test_on_plain_http_the_page_says_why_there_are_no_passkeys(site, page_desk):
    page_desk.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page_desk.goto(f"{site}/account/login/")
    expect(page_desk.get_by_text("solo funcionan en una dirección que empieza con https")).to_be_visible()
    expect(page_desk.get_by_role("button", name="Entrar con una llave de acceso")).to_be_disabled()
