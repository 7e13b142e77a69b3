"""Ana writes an action for the first need; Carmen suggests words and asks; both are answered; all sign; then one word changes."""

from typing import Any

from playwright.sync_api import Page, expect

from milpa.strategies.evidence import actions_cover_priorities, complete_draft, signed_by_counterpart, signed_by_partners
from tests.harness.signing_in import sign_in
from tests.strategies.story import appointed, draft
from tests.world import World, make_world


def seed() -> World:
    world = make_world()
    draft(world, answers=[])
    appointed(world, "Carmen")
    return world


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def confirm(page: Page, name: str) -> None:
    """Presses a button that asks once more, and says yes."""
    press(page, name)
    page.locator("dialog[open]").get_by_role("button", name=name, exact=True).click()


def answer_needs(page: Page, place: str) -> None:
    """The first need gets the action that is there, the second a reason."""
    page.goto(f"{place}coverage/")
    first, second = page.locator("section.sheet").nth(0), page.locator("section.sheet").nth(1)
    first.get_by_text("Cambiar qué le responde").click()
    first.get_by_role("button", name="Responde a esta necesidad").click()
    expect(page.get_by_text("1 necesidad no tiene acción ni razón.")).to_be_visible()
    second.get_by_text("Cambiar qué le responde").click()
    second.get_by_label("Por qué no tiene acción formativa").fill("Se atiende con visitas al mostrador.")
    second.get_by_role("button", name="Guardar la razón").click()


def suggest(page: Page, place: str, kind: str, quote: str, words: str, text: str) -> None:
    page.goto(f"{place}negotiation/suggest/actions/")
    page.get_by_label(kind).check()
    page.get_by_label("El pasaje").fill(quote)
    page.get_by_label("Las palabras que usted propone").fill(words)
    page.get_by_label("Por qué, o lo que pregunta o comenta").fill(text)
    press(page, "Ponerlo junto al texto")


def sign(page: Page, place: str) -> None:
    page.goto(place)
    page.get_by_role("button", name="Firmar la revisión").click()


def test_a_strategy_from_needs_negotiated_signed_printed_and_then_one_word_changed(served: Any, page_desk: Page, new_phone: Any) -> None:
    site = served(seed)
    world: World = site.seeded
    place = f"{site.origin}/programmes/{world.id}/strategy/"
    sign_in(page_desk, world.ana.account, site.origin)
    answer_needs(page_desk, place)
    expect(page_desk.get_by_text("Cada necesidad que la capacitación resuelve tiene una acción o una razón.")).to_be_visible()
    assert actions_cover_priorities([world.id])[world.id].met and complete_draft([world.id])[world.id].met

    carmens, fidels = new_phone(), new_phone()
    sign_in(carmens, world.carmen.account, site.origin)
    suggest(carmens, place, "un cambio a las palabras", "de junio a agosto", "en mayo y septiembre", "En junio estamos llenos.")
    expect(carmens.locator("del")).to_have_text("de junio a agosto")
    suggest(carmens, place, "una pregunta", "", "", "¿Quién cuida los teléfonos?")

    page_desk.goto(f"{place}negotiation/")
    confirm(page_desk, "Aceptar")
    expect(page_desk.get_by_text("Se incluyó en la revisión")).to_be_visible()
    page_desk.get_by_role("link", name="Responder").click()
    page_desk.get_by_label("Se hizo").check()
    page_desk.get_by_label("Su respuesta").fill("El instituto, con lista de préstamo.")
    press(page_desk, "Responder")
    expect(page_desk.get_by_text("Todo lo que se dijo tiene respuesta.")).to_be_visible()

    sign(carmens, place)
    sign_in(fidels, world.fidel.account, site.origin)
    sign(fidels, place)
    sign(page_desk, place)
    expect(page_desk.get_by_text("Todas las partes firmaron la revisión")).to_be_visible()
    assert signed_by_counterpart([world.id])[world.id].met and signed_by_partners([world.id])[world.id].met

    press(page_desk, "Hacer el PDF")
    with page_desk.expect_download(timeout=90_000) as downloading:
        page_desk.locator("section.sheet a.button").click(timeout=90_000)
    with open(downloading.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"

    page_desk.goto(f"{place}sections/summary/")
    page_desk.get_by_label("Texto").fill("Texto breve de summary.")
    press(page_desk, "Guardar como revisión")
    expect(page_desk.get_by_text("salen 0 palabras, entran 1").first).to_be_visible()
    page_desk.get_by_role("link", name="Ver cuáles palabras").first.click()
    expect(page_desk.locator("ins")).to_contain_text("breve")
    assert not signed_by_counterpart([world.id])[world.id].met
