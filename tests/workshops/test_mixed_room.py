"""The mixed room: a facilitator, a helper, a projector and five phones, two of which lose the network; ten votes on paper.

At the end every screen says the same, nothing is lost and nothing is counted twice.
"""

import re

from playwright.sync_api import Page, expect

from milpa import ledger
from milpa.workshops.actions import helping, joining, slips
from milpa.workshops.marks import Marks
from milpa.workshops.models import Ballot, BallotMark, Card, SlipTyping, Vote
from tests.harness.signing_in import sign_in
from tests.workshops import story as stories
from tests.workshops.test_phone import opened, write
from tests.world import make_world

PAPER = 10
PHONES = ("Ana María", "Berta", "César", "Delia", "Elmer")


def mixed() -> stories.Story:
    """Cards are grouped; five people more have phones, ten write on paper; Silvia helps."""
    story = stories.grouped(make_world())
    story.go_to("grouping")
    story.phones = [joining.join(story.id, ledger.uuid7(), name) for name in PHONES]
    story.paper = [joining.join(story.id, ledger.uuid7(), f"Papel {n}", way="paper", by=story.beto) for n in range(1, PAPER + 1)]
    asked = helping.ask_helper(story.beto, story.id, ledger.uuid7(), "Silvia")
    story.number = helping.helper_number(asked)
    return story


def help_with(phone: Page, site: object, story: stories.Story) -> None:
    """The helper's phone, by the number that was read aloud."""
    phone.goto(f"{site.origin}/w/{story.workshop.slug}/help/")
    phone.get_by_label("El número que le dieron").fill(story.number)
    phone.get_by_label("Su nombre").fill("Silvia")
    phone.get_by_role("button", name="Empezar a ayudar").click()


def type_slip(page: Page, number: int, group: str) -> None:
    form = page.locator("form[action$='type/'], form[action$='type_slip/']")
    form.get_by_label("Número de la papeleta").fill(str(number))
    form.get_by_role("checkbox", name=group).check()
    form.get_by_role("button", name="Guardar mi lectura").click()
    expect(page.get_by_text(re.compile(f"papeleta {number} "))).to_be_visible()


def cast(phone: Page, *groups: str) -> None:
    for group in groups:
        phone.get_by_role("checkbox", name=group).check()
    phone.get_by_role("button", name="Enviar mi voto").click()


def dots(page: Page) -> dict[str, str]:
    """What the result says on a screen: group -> dots."""
    rows = [row.inner_text() for row in page.locator("table tbody tr").all()]
    return {name: re.findall(r"\d+", row)[-1] for row in rows for name in GROUPS if name in row}


GROUPS = ("Vender directo", "Precio y temporada", "Reservaciones")


def test_in_the_end_all_screens_agree_and_nothing_is_lost_or_counted_twice(served, page_desk, new_desk, new_phone):
    site = served(mixed)
    story, origin = site.seeded, site.origin
    base = f"{origin}/programmes/{story.world.id}/workshops/{story.id}/"
    for screen in (page_desk, projector := new_desk()):
        sign_in(screen, story.world.beto.account, origin)
    page_desk.goto(base)
    projector.goto(f"{base}wall/")
    phones = [new_phone() for _name in PHONES]
    for phone, person in zip(phones, story.phones, strict=True):
        opened(phone, site, person)
    helper = new_phone()
    help_with(helper, site, story)
    expect(helper.get_by_role("heading", name="Yo ayudo")).to_be_visible()

    # a card that somebody still thinks of, without signal; a paper card by the helper
    for phone in phones[:2]:
        phone.context.set_offline(True)
    phones[0].get_by_text("Escribir otra tarjeta").click()
    write(phones[0], "Sin señal, cobrar con tarjeta")
    expect(phones[0].locator(".card", has_text="cobrar con tarjeta")).to_contain_text("Sin señal")
    helper.get_by_label("De quién").select_option(label="Papel 1")
    helper.get_by_label("Número del papel").fill("7")
    helper.get_by_label("Lo que dice la tarjeta").fill("Higiene en la cocina")
    helper.get_by_role("button", name="Poner en la pared").click()
    for screen in (page_desk, projector):
        expect(screen.get_by_text("Higiene en la cocina").first).to_be_visible()

    story.open_vote(dots_each=2)
    for person in story.paper:
        slips.give_slip(story.beto, story.vote.id, ledger.uuid7(), person.id)
    for phone in phones[2:]:
        cast(phone, "Vender directo", "Precio y temporada")
        expect(phone.get_by_text("Su voto está guardado")).to_be_visible()
    phones[0].context.set_offline(False)
    expect(page_desk.get_by_text("personas han votado").or_(page_desk.get_by_text("personas votaron")).first).to_be_visible()
    phones[0].reload()
    phones[0].get_by_role("checkbox", name="Reservaciones").check()
    phones[0].context.set_offline(True)
    phones[0].get_by_role("button", name="Enviar mi voto").click()
    expect(phones[0].get_by_text("se enviará solo en cuanto haya señal")).to_be_visible()

    # slips: two on the helper's phone and at the desk, the others by the same rule through what both pages call
    page_desk.goto(f"{base}slips/")
    helper.goto(f"{origin}/w/{story.workshop.slug}/help/slips/")
    for number in (1, 2):
        type_slip(page_desk, number, "Reservaciones")
        type_slip(helper, number, "Reservaciones")
    type_slip(page_desk, 3, "Vender directo")
    type_slip(helper, 3, "Reservaciones")
    page_desk.reload()
    differ = page_desk.locator(".sheet", has_text="Papeleta 3")
    differ.get_by_role("checkbox", name="Vender directo").check()
    differ.get_by_label("Por qué se lee así").fill("La cruz está en la primera casilla")
    differ.get_by_role("button", name="Esto es lo que dice").click()
    expect(page_desk.get_by_text("la razón queda escrita").first).to_be_visible()
    silvia = helping.HelperCame.objects.get().person
    for number in range(4, PAPER + 1):
        for reader in (story.beto, silvia):
            slips.type_slip(reader, story.vote.id, number, Marks.of(story.dots("Precio y temporada")))

    for phone in phones[:2]:
        phone.context.set_offline(False)
    expect(phones[0].get_by_text("Su voto está guardado")).to_be_visible(timeout=20_000)
    phones[1].reload()
    cast(phones[1], "Reservaciones")
    expect(phones[1].get_by_text("Su voto está guardado")).to_be_visible()

    page_desk.goto(base)
    page_desk.get_by_role("button", name="Cerrar la votación y mostrar el resultado").click()
    page_desk.get_by_role("dialog").get_by_role("button", name="Cerrar la votación y mostrar el resultado").click()
    expect(page_desk.locator("table")).to_be_visible()
    expect(projector.locator("table")).to_be_visible()
    for phone in phones:
        expect(phone.locator("table")).to_be_visible()
    expected = {"Vender directo": "4", "Precio y temporada": "10", "Reservaciones": "4"}
    assert [dots(screen) for screen in (page_desk, projector, *phones)] == [expected] * (2 + len(phones))
    assert "5 por teléfono, 10 en papel" in page_desk.content()
    assert (Ballot.objects.count(), BallotMark.objects.count(), SlipTyping.objects.count()) == (15, 15, 0)
    assert Card.objects.filter(text="Sin señal, cobrar con tarjeta").count() == 1
    assert (Card.objects.get(text="Higiene en la cocina").number, Vote.objects.count()) == (7, 1)
