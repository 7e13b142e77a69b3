"""Journey (b): a facilitator, a projector and two phones write, group, vote and judge; one phone loses the network and catches up."""

from playwright.sync_api import Locator, Page, expect

from milpa.workshops.counting import result_of
from milpa.workshops.models import Card, Need, Vote, Workshop
from milpa.workshops.wall import wall_of
from tests.harness.signing_in import sign_in
from tests.workshops import story as stories
from tests.world import make_world

PRICE, LOW, BOOKING, ROAD = "No sé cuánto cobrar", "Me piden rebaja", "Que me reserven directo", "El camino se cierra"


def planned() -> stories.Story:
    return stories.planned(make_world())


def joined(page: Page, origin: str, code: str, name: str) -> None:
    """By the code that was called across the room."""
    page.goto(f"{origin}/w/")
    page.get_by_label("Código del taller").fill(code.lower())
    page.get_by_role("button", name="Unirme").click()
    page.get_by_label("Su nombre o sobrenombre").fill(name)
    page.get_by_role("button", name="Unirme").click()


def write(page: Page, text: str) -> None:
    page.get_by_label("Una idea por tarjeta").fill(text)
    page.get_by_role("button", name="Poner en la pared").click()


def go_on(console: Page, to: str) -> None:
    console.get_by_role("button", name=f"Pasar a «{to}»").click()
    yes = console.get_by_role("dialog").get_by_role("button", name=f"Pasar a «{to}»")
    if console.get_by_role("dialog").count():
        yes.click()
    expect(console.locator(".steps .here")).to_contain_text(to)


def into_group(console: Page, name: str, *texts: str) -> None:
    for text in texts:
        console.get_by_role("checkbox", name=text).check()
    console.get_by_label("Nombre de un grupo nuevo").fill(name)
    console.get_by_role("button", name="Ponerlas en un grupo nuevo").click()
    expect(console.get_by_role("heading", name=name)).to_be_visible()


def pile(console: Page, name: str) -> Locator:
    return console.locator("[data-group]").filter(has=console.get_by_role("heading", name=name))


def drag(console: Page, text: str, name: str) -> None:
    """As a hand does it: held by its words, moved in more than one step, let go over the group."""
    console.locator("[data-card]", has_text=text).locator("span").first.hover()
    console.mouse.down()
    for _time in range(2):
        pile(console, name).get_by_role("heading").hover()
    console.mouse.up()


def vote(page: Page, *groups: str) -> None:
    for group in groups:
        page.get_by_role("checkbox", name=group).check()
    page.get_by_role("button", name="Enviar mi voto").click()


def test_a_workshop_from_the_welcome_to_the_needs(served, page_desk, new_desk, page_phone, new_phone):
    site = served(planned)
    story, origin = site.seeded, site.origin
    base = f"{origin}/programmes/{story.world.id}/workshops/{story.id}/"
    sign_in(page_desk, story.world.beto.account, origin)
    page_desk.goto(base)
    projector = new_desk()
    sign_in(projector, story.world.beto.account, origin)
    projector.goto(f"{base}wall/")

    page_desk.get_by_role("button", name="Pasar a «Bienvenida y reglas»").click()
    one, other = page_phone, new_phone()
    joined(one, origin, story.workshop.code, "Chona")
    joined(other, origin, story.workshop.code, "Julio")
    expect(page_desk.get_by_text("6 personas")).to_be_visible()

    go_on(page_desk, "Escribir en silencio")
    for phone in (one, other):
        expect(phone.get_by_label("Una idea por tarjeta")).to_be_visible()
    write(one, PRICE)
    other.context.set_offline(True)
    write(other, BOOKING)
    expect(other.locator(".card", has_text=BOOKING)).to_contain_text("Sin señal")
    write(one, LOW)
    write(one, ROAD)
    for screen in (page_desk, projector):
        expect(screen.locator(".card", has_text=ROAD)).to_be_visible()
    other.context.set_offline(False)
    expect(page_desk.locator(".card", has_text=BOOKING)).to_be_visible(timeout=20_000)
    expect(projector.locator(".card", has_text=BOOKING)).to_be_visible()
    assert Card.objects.filter(text=BOOKING).count() == 1

    go_on(page_desk, "Leer en voz alta y aclarar")
    go_on(page_desk, "Agrupar y nombrar")
    into_group(page_desk, "Precio", PRICE)
    into_group(page_desk, "Vender directo", BOOKING)
    into_group(page_desk, "Caminos", ROAD)
    drag(page_desk, LOW, "Precio")
    expect(pile(page_desk, "Precio").locator(".card", has_text=LOW)).to_be_visible()
    expect(projector.locator(".pile", has_text="Precio").locator(".card", has_text=LOW)).to_be_visible()

    go_on(page_desk, "Poner nombre a cada grupo")
    go_on(page_desk, "¿Se resuelve con capacitación?")
    road = page_desk.locator(".pile", has_text="Caminos")
    road.get_by_role("radio", name="no", exact=True).check()
    road.get_by_label("Si no: quién lo toma").fill("Municipalidad")
    road.get_by_role("button", name="Guardar la respuesta").click()
    expect(page_desk.get_by_text("se entrega a Municipalidad")).to_be_visible()

    go_on(page_desk, "Votar")
    page_desk.get_by_role("button", name="Abrir la votación").click()
    vote(one, "Precio")
    expect(page_desk.locator(".figure strong")).to_have_text("1")
    vote(other, "Precio")
    expect(projector.locator(".big")).to_have_text("2")
    assert "punto" not in projector.locator("table").all_inner_texts()
    page_desk.get_by_role("button", name="Cerrar la votación y mostrar el resultado").click()
    page_desk.get_by_role("dialog").get_by_role("button", name="Cerrar la votación y mostrar el resultado").click()
    expect(projector.get_by_role("row", name="Precio")).to_contain_text("2")
    assert result_of(Vote.objects.get()).turnout.voters == 2

    go_on(page_desk, "¿Se presta para TIC?")
    need = page_desk.locator(".sheet", has_text="Precio").first
    for question in ("pantalla", "en la empresa", "equipo", "contenido", "cuántos"):
        need.get_by_role("combobox", name=question).select_option("3")
    need.get_by_role("button", name="Guardar la valoración").click()
    expect(projector.get_by_role("row", name="Precio")).to_contain_text("se presta para TIC")

    go_on(page_desk, "Compromisos")
    page_desk.get_by_role("button", name="Cerrar el taller").click()
    page_desk.get_by_role("dialog").get_by_role("button", name="Cerrar el taller").click()
    page_desk.get_by_role("link", name="Ver las necesidades").click()
    expect(page_desk.locator(".need").first).to_contain_text("Precio")
    assert Need.objects.get(title="Caminos").handed_to == "Municipalidad"
    assert wall_of(Workshop.objects.get(id=story.id)).cards == 4
