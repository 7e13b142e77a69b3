"""The pages of the record store in a real browser, against a real server."""

import json
from dataclasses import dataclass
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from milpa import ledger
from milpa.ledger import uuid7
from milpa.records.access.credentials import make_credential
from tests.harness.served import ROOT
from tests.harness.signing_in import sign_in
from tests.records.access.conftest import basic
from tests.records.lists import target
from tests.records.told import ADL, PHOTO, told
from tests.world import World, make_world

pytestmark = pytest.mark.browser
AXE = (ROOT / "tests" / "vendor" / "axe" / "axe.min.js").read_text(encoding="utf-8")
PATIENCE = 60_000  # a new server compiles the page's templates at its first visit


@dataclass
class Seeded:
    world: World
    authorization: str
    addresses: list[str]


def seed():
    world = make_world()
    made = make_credential(world.institute.id, "Biblioteca", ["statements/write"], by=None)
    to = target(world, error="busy", paused_at=ledger.now())
    statement = told(world.institute, world.rosa)
    addresses = [
        "/records/", f"/records/statements/{statement}/", "/records/hour/", "/records/credentials/", "/records/credentials/new/",
        f"/records/credentials/{made.credential.id}/", "/records/forwarding/", "/records/forwarding/new/", f"/records/forwarding/{to.id}/",
        f"/records/forwarding/{to.id}/change/",
        "/records/mine/",
    ]  # fmt: skip
    return Seeded(world, basic(made.credential.key, made.secret), addresses)


@pytest.fixture
def site(served):
    return served(seed)


def send(site, name):
    """A tool sends a statement, over the wire."""
    statement = {
        "id": str(uuid7()),
        "actor": {"mbox": "mailto:visita@example.org", "name": "Visita"},
        "verb": {"id": f"{ADL}completed"},
        "object": {"id": PHOTO, "definition": {"name": {"es": name}}},
    }
    headers = {"Authorization": site.seeded.authorization, "X-Experience-API-Version": "2.0.0", "Content-Type": "application/json"}
    with urlopen(Request(f"{site.origin}/xapi/statements", json.dumps(statement).encode(), headers)) as answer:
        assert answer.status == 200


def test_what_a_tool_sends_appears_on_top_while_somebody_follows(site, page_desk):
    sign_in(page_desk, site.seeded.world.ana.account, site.origin)
    page_desk.goto(f"{site.origin}/records/", timeout=PATIENCE)
    first = page_desk.locator("[data-arrived]").first
    expect(first).to_contain_text("Rosa completó “Una foto”.")
    page_desk.get_by_label("Seguir en vivo").check()
    expect(page_desk.get_by_text("Siguiendo")).to_be_visible(timeout=PATIENCE)
    send(site, "El precio justo")
    expect(first).to_contain_text("Visita completó “El precio justo”.", timeout=PATIENCE)
    page_desk.get_by_label("Seguir en vivo").uncheck()
    expect(page_desk.get_by_text("Siguiendo")).to_have_count(0)


def is_calm(page):
    """No sideways scroll, and nothing that axe objects to."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


@pytest.mark.parametrize("size", ["page_phone", "page_desk"])
def test_the_pages_are_for_everybody_and_fit_the_screen(site, size, request):
    page = request.getfixturevalue(size)
    sign_in(page, site.seeded.world.ana.account, site.origin)
    for address in site.seeded.addresses:
        page.goto(f"{site.origin}{address}", timeout=PATIENCE)
        is_calm(page)
