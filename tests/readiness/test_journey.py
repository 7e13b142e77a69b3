"""Rosa does the diagnosis on her phone, chooses, practises and repeats; Irma sees whom to accompany."""

from playwright.sync_api import expect

from milpa.readiness.levelled import choice_of, gaps_of
from milpa.readiness.rules.forms import first_form
from milpa.readiness.rules.gaps import DIAGNOSIS, DOOR
from milpa.readiness.rules.offers import Choice
from milpa.readiness.tasks import catalogue
from tests.harness.signing_in import sign_in
from tests.readiness import ways
from tests.readiness.practice_site import Hand
from tests.world import make_world

LEFT_UNDONE = "B3"


def test_from_the_first_task_to_company_and_a_closed_gap(served, page_phone, new_desk):
    site = served(make_world)
    rosa, form = site.seeded.rosa, first_form(site.seeded.rosa.pk)
    sign_in(page_phone, rosa.account, site.origin)
    hand = Hand(page_phone)

    page_phone.goto(f"{site.origin}/readiness/")
    page_phone.get_by_role("link", name="Empezar").click()
    for task in (DOOR, *DIAGNOSIS):
        hand.press("Empezar")
        if task != LEFT_UNDONE:
            ways.WAYS[task](hand, catalogue.task(task).forms[form])
        hand.finish()
        hand.press("Seguir")
    expect(page_phone.get_by_role("heading", level=1)).to_have_text("Lo que usted hace con su teléfono")
    expect(page_phone.get_by_text("Usted hace 5 sin ayuda, y hay 1 que puede practicar si quiere.")).to_be_visible()
    assert gaps_of(rosa) == (LEFT_UNDONE,)

    hand.press("Hacerlas con alguien a la par")
    expect(page_phone.get_by_role("heading", name="Usted eligió: con alguien a la par")).to_be_visible()
    assert choice_of(rosa) is Choice.ACCOMPANIED

    irmas = new_desk()
    sign_in(irmas, site.seeded.irma.account, site.origin)
    irmas.goto(f"{site.origin}/readiness/people/")
    expect(irmas.get_by_text("1 persona pidió compañía")).to_be_visible()
    irmas.get_by_role("link", name="Rosa").click()
    expect(irmas.get_by_text("Eligió: con alguien a la par")).to_be_visible()

    page_phone.clock.install()  # the download takes no time
    page_phone.get_by_role("link", name="Ya practiqué").click()
    hand.press("Empezar")
    ways.WAYS[LEFT_UNDONE](hand, catalogue.task(LEFT_UNDONE).forms[form.other])
    hand.finish()
    hand.press("Seguir")
    expect(page_phone.get_by_text("Usted hace sin ayuda todo lo que intentó.")).to_be_visible()
    assert gaps_of(rosa) == ()
