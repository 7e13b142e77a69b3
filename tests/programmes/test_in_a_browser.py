"""The journey by hand, on a phone and on a desk: a programme begins, evidence is attached, a gate is passed, the cloth turns."""

import re
from pathlib import Path

import pytest

from tests.harness.signing_in import sign_in
from tests.world import make_world

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"


def seed():
    world = make_world()
    return {"account": world.ana.account, "programme": world.id}


def is_well(page):
    """No sideways scroll, and nothing that axe objects to."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_a_coordinator_begins_a_programme_and_takes_it_through_its_first_gate(served, new_phone, new_desk, size):
    site = served(seed)
    page = (new_phone if size == "phone" else new_desk)()
    sign_in(page, site.seeded["account"], site.origin)
    page.goto(f"{site.origin}/")
    is_well(page)
    assert page.locator(".head > div").first.bounding_box()["height"] <= 60, "the main menu stays on one line"
    page.get_by_role("link", name="Empezar un programa").click()
    page.get_by_label("Cómo se llama el programa").fill("Panaderías de Xela")
    is_well(page)
    page.get_by_role("button", name="Empezar el programa").click()
    page.wait_for_url(re.compile("/programmes/[0-9a-f-]+/$"))
    assert page.get_by_role("heading", level=1).inner_text() == "Panaderías de Xela"
    is_well(page)
    journey = page.url

    page.get_by_role("link", name=re.compile("1. Preparar$")).click()
    is_well(page)
    page.get_by_role("link", name="1.2 Anclar en el plan de la institución").click()
    page.get_by_role("radio", name="nota").check()
    page.get_by_role("textbox", name="Qué muestra").fill("Acta del consejo")
    page.get_by_role("textbox", name="Nota").fill("Objetivo 3 del plan.")
    page.get_by_role("checkbox", name="Esto basta").check()
    page.get_by_role("button", name="Adjuntar").click()
    page.get_by_text("Acta del consejo").first.wait_for()
    is_well(page)

    page.goto(journey)
    assert page.locator(".cloth > li").first.locator(".weft.passed").count() == 1
    page.get_by_role("link", name=re.compile("1. Preparar$")).click()
    page.get_by_text("Seguir aunque no se cumpla").click()
    page.get_by_role("textbox", name="Por qué siguen").fill("El taller no puede esperar.")
    page.get_by_role("button", name="Pasar la compuerta con esta razón").click()
    page.get_by_text("El taller no puede esperar.").wait_for()
    page.goto(journey)
    assert page.locator(".cloth > li.now").inner_text().startswith("2. Elegir")


def test_every_page_of_a_programme_is_well_on_a_phone_in_english(served, page_phone):
    site = served(seed)
    sign_in(page_phone, site.seeded["account"], site.origin)
    page_phone.context.add_cookies([{"name": "django_language", "value": "en", "url": site.origin}])
    programme = site.seeded["programme"]
    for path in ("", "involvement/", "partners/", "calendar/", "replicate/", "handbook/", "phases/listen/assign/", "steps/workshop/"):
        page_phone.goto(f"{site.origin}/programmes/{programme}/{path}")
        assert page_phone.locator("html").get_attribute("lang") == "en"
        is_well(page_phone)
