"""A lesson is written on a desk: its weight follows what is typed, a killed page loses nothing, and it is published."""

import re

from playwright.sync_api import expect

from milpa.courses.models import Lesson
from tests.courses.classroom import written
from tests.harness.signing_in import sign_in
from tests.programmes.test_in_a_browser import is_well
from tests.world import make_world


def seed():
    world = make_world()
    course = written(world)
    lesson = Lesson.objects.get(unit__course=course, unit__place=1, place=2)
    return {"account": world.ana.account, "lesson": f"/programmes/{world.id}/courses/{course.pk}/lessons/{lesson.pk}/"}


def test_a_lesson_is_written_weighed_and_published(served, new_desk):
    site = served(seed)
    page = new_desk()
    sign_in(page, site.seeded["account"], site.origin)
    page.goto(site.origin + site.seeded["lesson"])
    is_well(page)
    page.get_by_role("link", name="Texto", exact=True).click()
    weight = page.locator("[data-weight]")
    before = weight.inner_text()
    page.get_by_role("textbox", name="Texto").fill("Mire quién regresa. " * 700)
    expect(weight).to_contain_text("Es demasiado larga para una sentada")
    assert weight.inner_text() != before
    page.get_by_text(re.compile("Borrador guardado")).wait_for()
    page.reload()
    page.get_by_role("button", name="Recuperarlo").click()
    expect(page.get_by_role("textbox", name="Texto")).to_have_value(re.compile("Mire quién regresa"))
    page.get_by_role("textbox", name="Texto").fill("Mire quién regresa cada año.")
    expect(weight).to_contain_text("Cualquiera puede usarla")
    page.get_by_role("button", name="Guardar esta parte").click()
    page.get_by_text("Mire quién regresa cada año.").wait_for()
    is_well(page)
    page.get_by_role("link", name="Mercadeo").first.click()
    page.get_by_role("button", name="Publicar lo escrito").click()
    page.get_by_text("Publicado. Las ediciones").wait_for()
    is_well(page)
