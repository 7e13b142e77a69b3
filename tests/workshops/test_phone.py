"""Real phones: one loses the network and goes on; nothing is lost and nothing is counted twice."""

from django.core import signing
from playwright.sync_api import Page, expect

from milpa import ledger
from milpa.workshops import tokens
from milpa.workshops.actions import moving_on, voting, writing
from milpa.workshops.models import Ballot, Card
from tests.workshops import story as stories
from tests.world import make_world


def written() -> stories.Story:
    return stories.written(make_world())


def grouped() -> stories.Story:
    return stories.grouped(make_world())


def opened(page: Page, site: object, participant: object) -> None:
    """This participant's phone, in the room."""
    workshop = participant.workshop
    value = signing.dumps(str(participant.id), salt=tokens.SALT)
    page.context.add_cookies([{"name": tokens._cookie(workshop), "value": value, "url": site.origin}])
    page.goto(f"{site.origin}/w/{workshop.slug}/room/")


def write(page: Page, text: str) -> None:
    page.get_by_label("Una idea por tarjeta").fill(text)
    page.get_by_role("button", name="Poner en la pared").click()


def test_a_phone_without_signal_goes_on_writing_and_catches_up(served, page_phone, new_phone):
    site = served(written)
    story = site.seeded
    opened(page_phone, site, story.rosa)
    write(page_phone, "Con señal")
    expect(page_phone.locator(".card", has_text="Con señal")).to_contain_text("En la pared")

    page_phone.context.set_offline(True)
    for text in ("Sin señal uno", "Sin señal dos"):
        write(page_phone, text)
        expect(page_phone.locator(".card", has_text=text)).to_contain_text("Sin señal: se enviará sola")
    other = new_phone()
    opened(other, site, story.tomas)
    other.get_by_role("link", name="Pared").click()
    expect(other.get_by_text("Con señal")).to_be_visible()

    page_phone.context.set_offline(False)
    for text in ("Sin señal uno", "Sin señal dos"):
        expect(page_phone.locator(".card", has_text=text)).to_contain_text("En la pared", timeout=15_000)
        expect(other.locator(".card", has_text=text)).to_be_visible()
        assert Card.objects.filter(text=text).count() == 1


def test_a_server_that_was_killed_has_every_card_that_it_confirmed_and_gets_the_others(served, page_phone):
    site = served(written)
    opened(page_phone, site, site.seeded.rosa)
    write(page_phone, "Antes del corte")
    expect(page_phone.locator(".card", has_text="Antes del corte")).to_contain_text("En la pared")
    site.kill()
    write(page_phone, "Durante el corte")
    expect(page_phone.locator(".card", has_text="Durante el corte")).to_contain_text("Sin señal")
    site.start()
    expect(page_phone.locator(".card", has_text="Durante el corte")).to_contain_text("En la pared", timeout=20_000)
    assert Card.objects.filter(text__endswith="del corte").count() == 1
    assert Card.objects.filter(text="Durante el corte").count() == 1


def test_what_the_server_refuses_comes_back_into_the_field(served, page_phone):
    site = served(written)
    opened(page_phone, site, site.seeded.rosa)
    page_phone.get_by_label("Una idea por tarjeta").press_sequentially("x")  # somebody types; then pastes a whole page
    page_phone.get_by_label("Una idea por tarjeta").fill("y" * 200)
    page_phone.get_by_role("button", name="Poner en la pared").click()
    expect(page_phone.get_by_text("En una tarjeta caben 140 letras y esta tiene 200")).to_be_visible()
    page_phone.get_by_role("button", name="Escribirla otra vez").click()
    expect(page_phone.get_by_label("Una idea por tarjeta")).to_have_value("y" * 200)


def test_a_vote_without_signal_is_sent_by_itself_and_one_that_comes_too_late_says_so(served, page_phone, new_phone):
    site = served(grouped)
    story = site.seeded
    vote = story.open_vote(dots_each=2)
    opened(page_phone, site, story.rosa)
    other = new_phone()
    opened(other, site, story.tomas)
    for page in (page_phone, other):
        page.get_by_label("Vender directo").check()
        expect(page.get_by_text("Le queda 1 punto")).to_be_visible()
        page.context.set_offline(True)
        page.get_by_role("button", name="Enviar mi voto").click()
        expect(page.get_by_text("se enviará solo")).to_be_visible()
    page_phone.context.set_offline(False)
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible(timeout=15_000)
    voting.close_vote(story.beto, vote.id, ledger.uuid7())
    other.context.set_offline(False)
    expect(other.get_by_text("La votación ya se cerró y el suyo no se contó")).to_be_visible(timeout=15_000)
    assert Ballot.objects.count() == 1


def test_the_page_follows_the_workshop_but_not_under_somebody_s_fingers(served, page_phone, new_phone):
    site = served(written)
    story = site.seeded
    opened(page_phone, site, story.rosa)
    other = new_phone()
    opened(other, site, story.tomas)
    page_phone.get_by_label("Una idea por tarjeta").fill("A medias")
    grouping = story.workshop.activities.get(kind="grouping")
    moving_on.open_activity(story.beto, story.id, ledger.uuid7(), grouping.id)
    expect(other.get_by_role("heading", level=1)).to_have_text("Agrupar y nombrar")
    expect(page_phone.get_by_text("El taller ya avanzó")).to_be_visible()
    expect(page_phone.get_by_label("Una idea por tarjeta")).to_have_value("A medias")


def test_the_first_visit_of_a_phone_weighs_less_than_40_kb(served, page_phone):
    site = served(written)
    weights: list[int] = []
    page_phone.on(
        "requestfinished",
        lambda request: weights.append(sum(request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize"))),
    )
    page_phone.goto(f"{site.origin}/w/{site.seeded.workshop.slug}/")
    page_phone.get_by_label("Su nombre o sobrenombre").fill("Mari")
    page_phone.get_by_role("button", name="Unirme").click()
    expect(page_phone.get_by_role("button", name="Poner en la pared")).to_be_visible()
    assert 5_000 < sum(weights) < 40_000


def test_a_vote_opens_is_sent_and_counted_without_the_phone_reading_a_page_again(served, page_phone):
    site = served(grouped)
    story = site.seeded
    story.go_to("voting")
    opened(page_phone, site, story.rosa)
    expect(page_phone.get_by_role("heading", name="Mis tarjetas")).to_be_visible()
    pages: list[str] = []
    page_phone.on("request", lambda request: pages.append(request.url) if request.url.endswith("/room/") else None)
    vote = voting.open_vote(story.beto, story.id, ledger.uuid7(), dots_each=1)
    page_phone.get_by_label("Vender directo").check()
    expect(page_phone.get_by_text("Le quedan 0 puntos")).to_be_visible()
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    voting.close_vote(story.beto, vote.id, ledger.uuid7())
    expect(page_phone.get_by_text("1 persona votó")).to_be_visible()
    assert pages == []
    assert Ballot.objects.count() == 1


def test_a_card_that_was_taken_from_the_wall_says_why_on_its_author_s_phone(served, page_phone):
    site = served(written)
    story = site.seeded
    opened(page_phone, site, story.tomas)
    card = story.cards["Siempre me piden rebaja"]
    writing.moderate_card(story.beto, story.id, ledger.uuid7(), card.id, "Está repetida")
    expect(page_phone.get_by_text("Está repetida")).to_be_visible()
