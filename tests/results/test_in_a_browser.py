"""From the satisfaction page back to the card that asked for it, and forward again; and every page of results is well in both languages."""

import re
from pathlib import Path

import pytest

from milpa import ledger
from milpa.results.actions.reporting import Written, begin_report
from tests.harness.signing_in import sign_in
from tests.results.evaluated import evaluated, thread
from tests.world import make_world

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"


def seed():
    world = make_world()
    case = evaluated(world)
    thread(world, case)
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", done="Se dio el curso."))
    return {"account": world.ana.account, "programme": world.id, "edition": case.edition.id, "report": report.id}


def is_well(page):
    """No sideways scroll, and nothing that axe objects to."""
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_the_satisfaction_page_leads_to_the_card_in_four_steps_at_most_and_back(served, new_phone, new_desk, size):
    site = served(seed)
    page = (new_phone if size == "phone" else new_desk)()
    sign_in(page, site.seeded["account"], site.origin)
    results = f"{site.origin}/programmes/{site.seeded['programme']}/results/"
    page.goto(f"{results}satisfaction/")
    is_well(page)
    page.get_by_role("link", name="Mercadeo, primera edición").click()
    is_well(page)
    page.get_by_role("link", name="Siempre me piden rebaja").first.click()
    page.wait_for_url(re.compile("/cards?/|/mine/"))
    assert "Siempre me piden rebaja" in page.locator("main").inner_text()
    page.get_by_role("link", name=re.compile("16 de 19 quedaron satisfechas")).first.click()
    page.wait_for_url(re.compile(f"/satisfaction/{site.seeded['edition']}/"))


def test_every_page_of_results_is_well_on_a_phone_in_english(served, page_phone):
    site = served(seed)
    sign_in(page_phone, site.seeded["account"], site.origin)
    page_phone.context.add_cookies([{"name": "django_language", "value": "en", "url": site.origin}])
    results = f"{site.origin}/programmes/{site.seeded['programme']}/results/"
    for path in (
        "",
        "editions/",
        "readiness/",
        "readings/",
        "reports/",
        f"reports/{site.seeded['report']}/",
        "meetings/record/",
        "own-word/",
    ):
        page_phone.goto(results + path)
        is_well(page_phone)
