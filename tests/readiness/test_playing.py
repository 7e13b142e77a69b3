"""Every task played in a browser on a phone, in both forms: what the phone reports satisfies the check, and both
agree on the state in which it ends."""

import pytest
from playwright.sync_api import expect

from milpa.readiness.rules import gaps
from milpa.readiness.tasks import catalogue, checks
from tests.readiness import ways
from tests.readiness.practice_site import PracticeSite

DIAGNOSIS = [gaps.DOOR, *gaps.DIAGNOSIS]
OTHERS = [task_id for task_id in catalogue.TASKS if task_id not in DIAGNOSIS]
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
TARGETS = ".practice :is(button, label:has([type=radio]), input:not([type=radio]), select)"
SMALL = f"""[...document.querySelectorAll('{TARGETS}')]
  .filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.textContent)"""


@pytest.mark.parametrize("tasks", [DIAGNOSIS, OTHERS], ids=["diagnosis", "others"])
@pytest.mark.parametrize("form", catalogue.FORMS)
def test_each_task_is_done_alone_by_touch_in_one_sitting(page_phone, form, tasks):
    page_phone.clock.install()
    site = PracticeSite(page_phone, [(task_id, form) for task_id in tasks]).open()
    for task_id in tasks:
        site.press("Empezar")
        ways.WAYS[task_id](site, catalogue.task(task_id).forms[form])
        assert page_phone.evaluate(OVERFLOW) <= 0
        assert page_phone.evaluate(SMALL) == []
        site.finish()
        assert site.last_end() == replayed(site.posted[-1])
        site.press("Seguir")
    page_phone.wait_for_url("**/result")
    assert [(task["task"], result.alone, result.reasons) for task, result in zip(site.posted, site.results, strict=True)] == [
        (task_id, True, ()) for task_id in tasks
    ]


def replayed(task):
    """The state that the check reads out of what was posted."""
    return checks.CHECKS[task["task"]].replay(catalogue.task(task["task"]).forms[task["form"]], checks.read(task["task"], task["events"]))


def test_the_first_screen_of_every_task_has_no_barrier_for_a_screen_reader(page_phone):
    site = PracticeSite(page_phone, [(task_id, "A") for task_id in catalogue.TASKS]).open()
    for task_id in catalogue.TASKS:
        page_phone.emulate_media(color_scheme="dark" if task_id in gaps.DIAGNOSIS else "light")
        site.press("Empezar")
        site.press("Pista")
        assert (task_id, site.barriers()) == (task_id, [])
        site.finish()
        site.press("Seguir")


def test_a_task_can_be_done_with_the_keyboard_alone(page_desk):
    site = PracticeSite(page_desk, [("B4", "A")]).open()
    press = page_desk.keyboard.press

    def tab_to(words):
        for _ in range(40):
            press("Tab")
            if page_desk.evaluate("document.activeElement.closest('label, button')?.textContent") == words:
                return
        raise AssertionError(f"the Tab key does not reach {words!r}")

    tab_to("Empezar")
    press("Enter")
    expect(page_desk.get_by_role("heading", name="Preguntas")).to_be_focused()
    for answer in ("Por la mañana", "En casa", "Solo yo"):
        tab_to(answer)
        press("Space")
    tab_to("Enviar")
    press("Enter")
    tab_to("Están pendientes")
    press("Space")
    tab_to("Contestar")
    press("Enter")
    tab_to("Están pendientes")
    press("ArrowDown")
    tab_to("Contestar")
    press("Enter")
    tab_to("Terminar esta tarea")
    press("Enter")
    expect(page_desk.get_by_role("button", name="Sí, terminar")).to_be_focused()
    press("Enter")
    page_desk.get_by_text("Listo. Lo que hizo ya se guardó.").wait_for()
    assert site.results[0].alone


def test_the_language_changes_in_the_middle_of_a_task_and_nothing_typed_is_lost(page_phone):
    site = PracticeSite(page_phone, [("B6", "A")]).open()
    site.press("Empezar")
    site.write("Nombre", "Ana Ejemplo")
    site.press("English")
    expect(page_phone.get_by_label("Name")).to_have_value("Ana Ejemplo")
    expect(page_phone.get_by_role("heading", level=1)).to_have_text("Fill in a form")
    assert page_phone.locator("[data-practice]").get_attribute("lang") == "en"


def test_a_page_in_english_starts_in_english(page_phone):
    PracticeSite(page_phone, [("B6", "A")], language="en").open()
    expect(page_phone.get_by_role("button", name="Start")).to_be_visible()


def test_hints_are_shown_one_by_one_and_reported(page_phone):
    site = PracticeSite(page_phone, [("B2", "A")]).open()
    expect(page_phone.get_by_role("button", name="Pista")).to_have_count(0)  # before it starts there is nothing to hint at
    site.press("Empezar")
    site.press("Pista")
    site.press("Pista")
    expect(page_phone.get_by_role("button", name="Pista")).to_have_count(0)
    ways.b2(site, catalogue.task("B2").forms["A"])
    site.finish()
    assert [(result.done, result.alone, result.hints) for result in site.results] == [(True, False, 2)]


def test_never_used_can_be_said_before_starting_and_taken_back(page_phone):
    site = PracticeSite(page_phone, [("B7", "A")]).open()
    site.press("Nunca he usado esto")
    site.press("Seguir con la tarea")
    site.press("Nunca he usado esto")
    site.press("Sí, dejarla")
    page_phone.get_by_text("Listo. Lo que hizo ya se guardó.").wait_for()
    assert [result.attempted for result in site.results] == [False]


def test_what_is_typed_as_a_pin_is_neither_posted_nor_kept(page_phone):
    site = PracticeSite(page_phone, [("B7", "A"), ("B1", "A")]).open()
    for task_id in ("B7", "B1"):
        site.press("Empezar")
        ways.WAYS[task_id](site, catalogue.task(task_id).forms["A"])
        site.finish()
        site.press("Seguir")
    page_phone.wait_for_url("**/result")
    kept = page_phone.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    for secret in ("739158", "739152", "482913"):
        assert secret not in f"{site.posted} {kept}"


def test_nothing_typed_goes_beyond_forty_letters(page_phone):
    site = PracticeSite(page_phone, [("B6", "A")]).open()
    site.press("Empezar")
    page_phone.get_by_label("Nombre").press_sequentially("a" * 45)
    expect(page_phone.get_by_label("Nombre")).to_have_value("a" * 40)
