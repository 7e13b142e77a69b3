"""A survey on a phone: what does not apply is put away, what is typed is kept, and nothing is sent beside a name."""

import json
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from milpa.surveys.models import AnonymousAnswer, Answer
from milpa.surveys.rules.expressions import parse
from milpa.surveys.rules.reckoning import string, work_out
from milpa.web import static_files
from tests.surveys.asked import access, baseline, satisfaction
from tests.surveys.on_phone import HOST, OnPhone
from tests.surveys.rules.examples import ANSWERS, EXAMPLES, TODAY

pytestmark = pytest.mark.django_db(transaction=True)  # the browser's requests are answered on a connection of their own


@pytest.fixture
def phone(page_phone, client, world, hotels):
    client.force_login(world.rosa.account)
    return OnPhone(page_phone, client)


def test_the_page_works_out_every_expression_as_the_rule_does(phone, world):
    phone.open("/surveys/")
    given = [[parse(expression), here] for expression, here, _value in EXAMPLES]
    script = """async ([address, given, answers, today]) => {
        const { workOut, string } = await import(address);
        return given.map(([tree, here]) => string(workOut(tree, answers, here, today)));
    }"""
    found = phone.page.evaluate(script, [HOST + static_files.url("surveys/expressions.js"), given, ANSWERS, TODAY])
    assert found == [string(work_out(expression, ANSWERS, here, date.fromisoformat(TODAY))) for expression, here, _value in EXAMPLES]


def test_what_does_not_apply_is_put_away_and_comes_back_with_what_was_typed(phone, world):
    page = phone.open(f"/surveys/{baseline(world).id}/").page
    rooms = page.get_by_label("¿Cuántas habitaciones puede vender?")
    expect(rooms).to_be_hidden()
    page.get_by_role("radio", name="Sí").first.check()
    rooms.fill("12")
    nights = page.get_by_label("¿Cuántas noches de habitación vendió en el mes?")
    nights.fill("200")
    rooms.fill("0")
    expect(nights).to_be_hidden()
    rooms.fill("1,200")
    expect(nights).to_have_value("200")
    page.get_by_role("radio", name="No", exact=True).first.check()
    expect(page.get_by_role("heading", name="Las personas que trabajan")).to_be_hidden()
    expect(page.locator("[data-progress]")).to_have_text("1 de 1")


def test_only_what_applies_is_sent_and_the_person_is_thanked(phone, world):
    page = phone.open(f"/surveys/{baseline(world).id}/").page
    page.get_by_role("radio", name="No", exact=True).first.check()
    page.get_by_role("button", name="Enviar mis respuestas").click()
    expect(page.get_by_role("heading", name="Gracias: su respuesta llegó")).to_be_visible()
    assert json.loads(Answer.objects.get().answers) == {"consent": "no"}
    body = next(body for method, path, body in phone.sent if path.endswith("/send/"))
    assert "q-rooms" not in body


def test_an_error_is_in_view_with_a_link_to_its_question_and_nothing_typed_is_lost(phone, world):
    page = phone.open(f"/surveys/{access(world).id}/").page
    page.get_by_label("¿Algo más que debamos saber").fill("Que no sea en sábado")
    page.get_by_role("button", name="Enviar mis respuestas").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("link", name="¿Qué hace usted en la empresa?")).to_have_attribute("href", "#id_position")
    expect(page.get_by_label("¿Algo más que debamos saber")).to_have_value("Que no sea en sábado")
    assert phone.violations() == []


def test_an_anonymous_questionnaire_sends_no_draft_to_the_server_and_offers_what_this_browser_kept(phone, world):
    survey = satisfaction(world)
    page = phone.open(f"/surveys/{survey.id}/").page
    page.get_by_role("radio", name="Muy").first.check()
    page.get_by_label("¿Qué cambiaría?").fill("Más práctica")
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # at which an unsent draft would be sent
    assert [path for method, path, _body in phone.sent if method == "POST"] == []
    phone.open(f"/surveys/{survey.id}/")
    expect(page.get_by_label("¿Qué cambiaría?")).to_have_value("")
    page.get_by_role("button", name="Recuperarlo").click()
    expect(page.get_by_label("¿Qué cambiaría?")).to_have_value("Más práctica")
    page.get_by_role("button", name="Enviar mis respuestas").click()
    expect(page.get_by_role("heading", name="Gracias: su respuesta llegó")).to_be_visible()
    assert AnonymousAnswer.objects.get().values == {"overall": "muy", "change": "Más práctica"}
    assert [path for method, path, _body in phone.sent if method == "POST"] == [f"/surveys/{survey.id}/send/"]
    page.wait_for_function("!Object.keys(localStorage).some((key) => key.includes('surveys.answer'))")


def test_without_signal_nothing_that_was_typed_is_lost(phone, world):
    survey = satisfaction(world)
    page = phone.open(f"/surveys/{survey.id}/").page
    page.get_by_label("¿Qué cambiaría?").fill("Más práctica")
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('surveys.answer')).map(([, text]) => text)")
    assert len(kept) == 1
    assert "Más práctica" in kept[0]


def test_faces_are_shown_and_each_question_can_be_heard(phone, world):
    page = phone.open(f"/surveys/{satisfaction(world).id}/").page
    assert page.evaluate("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
    button = page.get_by_role("button", name=re.compile("Escuchar ?: En general"))
    button.click()
    expect(page.get_by_role("button", name=re.compile("Detener ?: En general"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Detener ?: En general")).click()
    expect(button).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.violations() == []


@pytest.mark.parametrize("make", [access, baseline, satisfaction])
def test_each_of_our_questionnaires_suits_a_phone(phone, world, make):
    page = phone.open(f"/surveys/{make(world).id}/").page
    for radio in page.get_by_role("radio", name="Sí", exact=True).all()[:1]:
        radio.check()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.violations() == []
