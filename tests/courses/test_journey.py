"""Rosa learns on her phone: a lesson, its questions, the practice with a photograph; Irma answers; the certificate can be checked."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from milpa import ledger
from milpa.courses.actions.certifying import issue_certificates
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.practising import comment_practice
from milpa.courses.models import PracticeSent
from tests.courses.classroom import announced, enrolled, published
from tests.harness.signing_in import sign_in
from tests.world import make_world


def classroom():
    world = make_world()
    world.edition = announced(world, published(world))
    world.rosas = enrolled(world, world.rosa, world.edition)
    return world


def photograph():
    content = BytesIO()
    Image.new("RGB", (640, 480), "white").save(content, "JPEG")
    return {"name": "promesa.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def test_from_the_first_lesson_to_the_certificate(served, page_phone):
    site = served(classroom)
    world, phone = site.seeded, page_phone
    sign_in(phone, world.rosa.account, site.origin)
    phone.goto(f"{site.origin}/learn/")
    phone.get_by_role("link", name="Empezar").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Quién duerme aquí")

    phone.get_by_label("A quien se repite").check()
    phone.get_by_label("A qué viene").check()
    phone.get_by_label("Cómo supo").check()
    for option, place in (("Escribir", "3"), ("Contar", "1"), ("Preguntar", "2")):
        phone.get_by_label(option, exact=True).select_option(place)
    phone.get_by_label("4. 10 × 30 ÷ 2").fill("150")
    phone.get_by_label("5. Agradece y…").fill("apunta")
    phone.get_by_role("button", name="Enviar mis respuestas").click()
    expect(phone.get_by_text("5 de 5 correctas")).to_be_visible()

    phone.get_by_role("link", name="Lección siguiente").click()
    phone.get_by_role("button", name="Ya la leí: seguir").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cuánto cuesta una noche")

    phone.get_by_label("Costos fijos").fill("12,000")
    phone.get_by_label("Noches vendidas").fill("150")
    expect(phone.get_by_label("Parte fija")).to_have_text("80")
    phone.get_by_label("Noches vendidas").fill("0")
    expect(phone.get_by_label("Parte fija")).to_have_text("")

    phone.goto(f"{site.origin}/learn/{world.rosas.pk}/")
    phone.get_by_role("link", name="Práctica: Mi promesa").click()
    phone.get_by_label("En sus propias palabras").fill("La abuela tiene cuarto en el primer piso")
    phone.get_by_label("Una fotografía").set_input_files(photograph())
    phone.get_by_role("button", name="Enviar mi práctica").click()
    expect(phone.get_by_text("Su práctica llegó")).to_be_visible()

    comment_practice(world.irma, PracticeSent.objects.get().pk, ledger.uuid7(), "Eso solo lo puede decir usted.", is_well=True)
    phone.goto(f"{site.origin}/learn/")
    expect(phone.get_by_text("Eso solo lo puede decir usted.")).to_be_visible()

    close_edition(world.ana, world.edition.pk, ledger.uuid7(), "ended")
    issue_certificates(world.ana, world.edition.pk)
    phone.goto(f"{site.origin}/learn/")
    phone.locator("section.sheet").filter(has_text="Mis certificados").get_by_role("link").click()
    expect(phone.get_by_text("Este certificado es válido")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
