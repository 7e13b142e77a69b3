"""A finished task is never lost with the signal, and a lent phone sends nobody else's."""

from playwright.sync_api import expect

from tests.readiness.practice_site import PracticeSite

KEPT = "JSON.parse(localStorage.getItem('milpa.readiness.outbox') ?? '[]').length"
WAITING = "No hay señal. Lo que hizo está guardado en este teléfono y se enviará solo. Puede seguir."


def leave_at_once(site):
    site.press("Nunca he usado esto")
    site.press("Sí, dejarla")


def test_tasks_done_without_signal_are_sent_when_it_returns(page_phone):
    site = PracticeSite(page_phone, [("B3", "A"), ("B4", "A")]).open()
    page_phone.get_by_role("button", name="Empezar").wait_for()
    site.is_down = True
    leave_at_once(site)
    expect(page_phone.get_by_text(WAITING)).to_be_visible()
    site.press("Seguir")
    leave_at_once(site)  # the second task had been loaded with the first
    expect(page_phone.get_by_text(WAITING)).to_be_visible()
    assert page_phone.evaluate(KEPT) == 2
    site.is_down = False
    site.press("Seguir")
    page_phone.wait_for_url("**/result")
    assert [task["task"] for task in site.posted] == ["B3", "B4"]
    assert page_phone.evaluate(KEPT) == 0


def test_without_signal_the_person_stays_on_the_page_that_says_so(page_phone):
    site = PracticeSite(page_phone, [("B3", "A")]).open()
    page_phone.get_by_role("button", name="Empezar").wait_for()
    site.is_down = True
    leave_at_once(site)
    site.press("Seguir")
    expect(page_phone.get_by_text(WAITING)).to_be_visible()
    assert page_phone.url.endswith("/tasks")


def test_a_closed_browser_sends_what_waits_at_the_next_visit(page_phone):
    site = PracticeSite(page_phone, [("B3", "A")]).open()
    page_phone.get_by_role("button", name="Empezar").wait_for()
    site.answers = 503
    leave_at_once(site)
    expect(page_phone.get_by_text(WAITING)).to_be_visible()
    site.answers = 200
    page_phone.goto(page_phone.url)
    page_phone.get_by_role("button", name="Empezar").wait_for()
    assert [task["task"] for task in site.posted] == ["B3"]


def test_the_next_person_on_a_lent_phone_does_not_send_it_as_their_own(page_phone):
    site = PracticeSite(page_phone, [("B3", "A")]).open()
    page_phone.get_by_role("button", name="Empezar").wait_for()
    site.answers = 503
    leave_at_once(site)
    expect(page_phone.get_by_text(WAITING)).to_be_visible()
    site.answers, site.person = 200, "tomas"
    page_phone.goto(page_phone.url)
    page_phone.get_by_role("button", name="Empezar").wait_for()
    assert site.posted == [] and page_phone.evaluate(KEPT) == 1


def test_what_the_server_refuses_is_said_and_does_not_block_the_rest(page_phone):
    site = PracticeSite(page_phone, [("B3", "A"), ("B4", "A")]).open()
    site.answers = 422
    leave_at_once(site)
    expect(page_phone.get_by_text("No se pudo guardar esta tarea.")).to_be_visible()
    site.answers = 200
    site.press("Seguir")
    leave_at_once(site)
    site.press("Seguir")
    page_phone.wait_for_url("**/result")
    assert [task["task"] for task in site.posted] == ["B4"] and page_phone.evaluate(KEPT) == 0
