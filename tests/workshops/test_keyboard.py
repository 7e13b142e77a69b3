"""A whole workshop by keyboard alone, on the facilitator's side too, with what a screen reader is given: names, roles, announcements."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from milpa.workshops.models import Card, Need, Workshop
from milpa.workshops.wall import wall_of
from tests.harness.signing_in import sign_in
from tests.workshops import story as stories
from tests.world import make_world

MOST_TABS = 160
PRICE, BOOKING = "No sé cuánto cobrar", "Que me reserven directo"
UNNAMED = """() => [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea")]
    .filter((one) => one.offsetParent !== null)
    .filter((one) => !(one.labels?.length || one.textContent.trim() || one.ariaLabel || one.getAttribute("aria-labelledby")))
    .map((one) => one.outerHTML.slice(0, 120))"""


def planned() -> stories.Story:
    return stories.planned(make_world())


def reach(page: Page, target: Locator) -> None:
    """By the tab key, as somebody without a mouse does."""
    expect(target.first).to_be_visible()
    for _time in range(MOST_TABS):
        if target.first.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tab key never comes to {target}")


def press(page: Page, role: str, name: str | re.Pattern[str], key: str = "Enter") -> None:
    reach(page, page.get_by_role(role, name=name))
    page.keyboard.press(key)


def write_in(page: Page, label: str, text: str) -> None:
    reach(page, page.get_by_label(label))
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def go_on(page: Page, to: str) -> None:
    press(page, "button", f"Pasar a «{to}»")
    asked = page.get_by_role("dialog")
    if asked.count():
        press(page, "button", f"Pasar a «{to}»")
    expect(page.locator(".steps .here")).to_contain_text(to)


def tree(page: Page) -> str:
    """What the browser gives to a screen reader."""
    return page.locator("body").aria_snapshot()


def nothing_is_nameless(page: Page) -> None:
    assert page.evaluate(UNNAMED) == []


def into_a_group(page: Page, card: str, group: str) -> None:
    reach(page, page.get_by_role("checkbox", name=card))
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="1 tarjeta elegida").or_(page.locator("[data-chosen]"))).not_to_have_count(0)
    write_in(page, "Nombre de un grupo nuevo", group)
    press(page, "button", "Ponerlas en un grupo nuevo")
    expect(page.locator("[data-chosen]")).to_have_text("Movidas.")
    expect(page.get_by_role("heading", name=group)).to_be_visible()


def test_a_workshop_is_held_by_keyboard_and_read_aloud(served, page_desk, page_phone):
    site = served(planned)
    story, origin = site.seeded, site.origin
    base = f"{origin}/programmes/{story.world.id}/workshops/{story.id}/"
    sign_in(page_desk, story.world.beto.account, origin)
    page_desk.goto(base)
    press(page_desk, "button", "Pasar a «Bienvenida y reglas»")
    expect(page_desk.locator(".steps .here")).to_contain_text("Bienvenida")

    page_phone.goto(f"{origin}/w/{story.workshop.slug}/")
    nothing_is_nameless(page_phone)
    write_in(page_phone, "Su nombre o sobrenombre", "Chona")
    press(page_phone, "button", "Unirme")
    go_on(page_desk, "Escribir en silencio")
    expect(page_phone.get_by_label("Una idea por tarjeta")).to_be_visible()
    for text in (PRICE, BOOKING):
        write_in(page_phone, "Una idea por tarjeta", text)
        press(page_phone, "button", "Poner en la pared")
        expect(page_phone.get_by_role("status").filter(has_text="En la pared").first).to_be_attached()
    assert 'textbox "Una idea por tarjeta"' in tree(page_phone)
    nothing_is_nameless(page_phone)

    expect(page_desk.get_by_role("status").filter(has_text="Escribir en silencio: 2 tarjetas")).to_be_attached()
    press(page_desk, "button", "Echar a andar el reloj")
    for screen in (page_desk, page_phone):
        expect(screen.get_by_role("timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    go_on(page_desk, "Leer en voz alta y aclarar")
    assert f"paragraph: {PRICE}" in tree(page_desk)
    go_on(page_desk, "Agrupar y nombrar")
    into_a_group(page_desk, PRICE, "Precio")
    into_a_group(page_desk, BOOKING, "Vender directo")
    said = tree(page_desk)
    for name in ('log "Lo último que se movió"', 'button "Poner aquí : Precio"', 'heading "Vender directo"'):
        assert name in said, said
    expect(page_desk.get_by_role("log")).to_contain_text("Beto puso «No sé cuánto cobrar» en «Precio»")
    nothing_is_nameless(page_desk)

    go_on(page_desk, "Poner nombre a cada grupo")
    go_on(page_desk, "¿Se resuelve con capacitación?")
    go_on(page_desk, "Votar")
    press(page_desk, "button", "Abrir la votación")
    reach(page_phone, page_phone.get_by_role("checkbox", name="Precio"))
    page_phone.keyboard.press("Space")
    nothing_is_nameless(page_phone)
    press(page_phone, "button", "Enviar mi voto")
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    press(page_desk, "button", "Cerrar la votación y mostrar el resultado")
    reach(page_desk, page_desk.get_by_role("dialog").get_by_role("button", name="Cerrar la votación y mostrar el resultado"))
    page_desk.keyboard.press("Enter")
    expect(page_desk.get_by_role("row", name="Precio")).to_be_visible()
    expect(page_phone.get_by_role("table")).to_be_visible()

    go_on(page_desk, "¿Se presta para TIC?")
    first = page_desk.locator(".sheet", has_text="Precio").first
    for question in ("pantalla", "en la empresa", "equipo", "contenido", "cuántos"):
        reach(page_desk, first.locator("select").nth(("pantalla", "en la empresa", "equipo", "contenido", "cuántos").index(question)))
        page_desk.keyboard.type("3")
    reach(page_desk, first.get_by_role("button", name="Guardar la valoración"))
    page_desk.keyboard.press("Enter")
    expect(page_desk.get_by_text("se presta para TIC").first).to_be_visible()
    nothing_is_nameless(page_desk)
    go_on(page_desk, "Compromisos")
    press(page_desk, "button", "Cerrar el taller")
    reach(page_desk, page_desk.get_by_role("dialog").get_by_role("button", name="Cerrar el taller"))
    page_desk.keyboard.press("Enter")
    expect(page_desk.get_by_role("link", name="Ver las necesidades")).to_be_visible()
    assert (Need.objects.count(), Card.objects.count(), wall_of(Workshop.objects.get(id=story.id)).placed) == (2, 2, 2)


def grouped() -> stories.Story:
    return stories.grouped(make_world())


def test_the_keyboard_stays_where_it_was_when_somebody_else_moves_a_card(served, page_desk, new_desk):
    site = served(grouped)
    story, origin = site.seeded, site.origin
    story.go_to("grouping")
    base = f"{origin}/programmes/{story.world.id}/workshops/{story.id}/"
    other = new_desk()
    sign_in(page_desk, story.world.beto.account, origin)
    sign_in(other, story.world.ana.account, origin)
    for page in (page_desk, other):
        page.goto(base)
    card = page_desk.get_by_role("checkbox", name="Siempre me piden rebaja")
    reach(page_desk, card)
    into_a_group(other, "El camino se cierra cuando llueve", "Accesos")
    expect(page_desk.get_by_role("log")).to_contain_text("Ana puso «El camino se cierra cuando llueve» en «Accesos»")
    assert card.evaluate("(one) => one === document.activeElement")
