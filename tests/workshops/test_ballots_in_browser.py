"""Putting in order, marking and weighing with a thumb or the keyboard, with script and without; every ballot is well at both widths."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from milpa import ledger
from milpa.workshops.actions import voting
from milpa.workshops.counting import result_of
from milpa.workshops.models import Ballot, Vote
from tests.harness.browser import PHONE
from tests.harness.signing_in import sign_in
from tests.workshops import story as stories
from tests.workshops.test_phone import opened
from tests.world import make_world

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"


def grouped() -> stories.Story:
    return stories.grouped(make_world())


def is_well(page: Page) -> None:
    """No sideways scroll, and nothing that axe objects to."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def named(story: stories.Story, order: list[str]) -> list[str]:
    names = {str(group.id): name for name, group in story.groups.items()}
    return [names[id] for id in order]


def test_an_order_is_tapped_mended_and_sent(served, page_phone):
    site = served(grouped)
    story = site.seeded
    story.open_vote(method="schulze")
    opened(page_phone, site, story.rosa)
    is_well(page_phone)
    for name in ("Reservaciones", "Vender directo", "Precio y temporada"):
        page_phone.get_by_role("button", name=name).click()
    expect(page_phone.get_by_text("Ya están en orden")).to_be_visible()
    expect(page_phone.get_by_role("button", name="Reservaciones, lugar 1")).to_have_attribute("aria-pressed", "true")
    page_phone.get_by_role("button", name="Reservaciones").click()  # out again: the others move up
    expect(page_phone.get_by_role("button", name="Vender directo, lugar 1")).to_be_visible()
    expect(page_phone.get_by_text("Falta ordenar 1")).to_be_visible()
    page_phone.get_by_role("button", name="Reservaciones, sin lugar").click()
    box = page_phone.get_by_role("button", name="Reservaciones").bounding_box()
    assert box["height"] >= 44
    is_well(page_phone)
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    assert named(story, Ballot.objects.get().order) == ["Vender directo", "Precio y temporada", "Reservaciones"]


def test_an_order_is_made_by_the_keyboard_alone(served, page_desk):
    site = served(grouped)
    story = site.seeded
    story.open_vote(method="borda")
    opened(page_desk, site, story.rosa)
    first = page_desk.locator("[data-option] button").first
    first.focus()
    for key in ("Enter", "Tab", "Space", "Tab", "Enter"):
        page_desk.keyboard.press(key)
    expect(page_desk.get_by_text("Ya están en orden")).to_be_visible()
    is_well(page_desk)
    page_desk.keyboard.press("Tab")
    expect(page_desk.get_by_role("button", name="Enviar mi voto")).to_be_focused()
    page_desk.keyboard.press("Enter")
    expect(page_desk.get_by_text("Su voto está guardado")).to_be_visible()
    assert len(Ballot.objects.get().order) == 3


def test_without_script_places_are_chosen_from_lists(served, browser):
    site = served(grouped)
    story = site.seeded
    vote = story.open_vote(method="kemeny")
    context = browser.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    opened(page, site, story.rosa)
    places = {"Vender directo": "2", "Precio y temporada": "1", "Reservaciones": "1"}
    for name, place in places.items():
        page.get_by_label(name).select_option(place)
    page.get_by_role("button", name="Enviar mi voto").click()
    expect(page.get_by_text("Dos están en el mismo lugar").first).to_be_visible()
    expect(page.get_by_label("Vender directo")).to_have_value("2")
    page.get_by_label("Reservaciones").select_option("3")
    page.get_by_role("button", name="Enviar mi voto").click()
    expect(page.get_by_text("Su voto está guardado")).to_be_visible()
    context.close()
    voting.close_vote(story.beto, vote.id, ledger.uuid7())
    assert named(story, [row.group for row in result_of(Vote.objects.get()).standings])[0] == "Precio y temporada"


@pytest.mark.parametrize(("method", "value"), [("score", "5"), ("feasible", "4")])
def test_marks_are_given_with_big_targets(served, page_phone, method, value):
    site = served(grouped)
    story = site.seeded
    story.open_vote(method=method)
    opened(page_phone, site, story.rosa)
    is_well(page_phone)
    for mark in page_phone.locator(".marks").all():
        chosen = mark.get_by_role("radio", name=value, exact=True)
        assert chosen.bounding_box()["height"] >= 44
        chosen.check()
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    assert set(Ballot.objects.get().scores.values()) == {int(value)}


def test_an_order_made_without_signal_is_sent_by_itself(served, page_phone):
    site = served(grouped)
    story = site.seeded
    story.open_vote(method="borda")
    opened(page_phone, site, story.rosa)
    for name in ("Reservaciones", "Vender directo", "Precio y temporada"):
        page_phone.get_by_role("button", name=name).click()
    page_phone.context.set_offline(True)
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    expect(page_phone.get_by_text("se enviará solo")).to_be_visible()
    page_phone.context.set_offline(False)
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible(timeout=15_000)
    assert named(story, Ballot.objects.get().order)[0] == "Reservaciones"


def test_a_vote_is_opened_in_another_way_and_its_result_is_well_on_every_screen(served, page_desk, page_phone, new_desk):
    site = served(grouped)
    story = site.seeded
    story.go_to("voting")
    console = f"{site.origin}/programmes/{story.world.id}/workshops/{story.id}/"
    sign_in(page_desk, story.world.beto.account, site.origin)
    page_desk.goto(console)
    page_desk.get_by_text("Votar de otro modo, o sobre una lista").click()
    page_desk.get_by_label("Importancia y factibilidad").check()
    is_well(page_desk)
    page_desk.get_by_role("button", name="Abrir esta votación").click()
    expect(page_desk.get_by_text("El producto de los dos promedios da el orden").first).to_be_visible()
    opened(page_phone, site, story.rosa)
    for mark in page_phone.locator(".marks").all():
        mark.get_by_role("radio", name="3", exact=True).check()
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    voting.close_vote(story.beto, Vote.objects.get().id, ledger.uuid7())
    for page, address in ((page_desk, console), (page_desk, f"{console}wall/"), (page_phone, page_phone.url)):
        page.goto(address)
        expect(page.get_by_text("Comparten el primer lugar").first).to_be_visible()
        is_well(page)


def test_proposals_are_read_and_accepted_at_both_widths(served, page_desk, new_phone):
    site = served(lambda: stories.written(make_world()))
    story = site.seeded
    story.go_to("grouping")
    address = f"{site.origin}/programmes/{story.world.id}/workshops/{story.id}/proposals/"
    phone = new_phone()
    for page in (page_desk, phone):
        sign_in(page, story.world.beto.account, site.origin)
        page.goto(address)
        is_well(page)
        page.goto(f"{site.origin}/programmes/{story.world.id}/words/es/")
        is_well(page)
    phone.goto(address)
    phone.get_by_label("Nombre, con las palabras del grupo").first.fill("Cuánto cobrar")
    phone.get_by_role("button", name="Ponerlas juntas").first.click()
    expect(phone.get_by_text("Las tarjetas están en su grupo")).to_be_visible()
