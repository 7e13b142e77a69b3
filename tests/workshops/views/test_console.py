"""The console: one next step and a way back, people and cards without a phone, the end."""

import pytest

from milpa import ledger
from milpa.workshops.actions import slips
from milpa.workshops.agenda import agenda_of
from milpa.workshops.models import ActivityOpened, Ballot, Card, Participant, Vote, Workshop, WorkshopClosed
from tests.workshops.desk import at, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def here(story):
    step = agenda_of(Workshop.objects.get(id=story.id)).here
    return step.activity.kind if step else None


def leading_to(client, story):
    """What the page's step buttons send: (next, back)."""
    page = client.get(at(story, "console")).content.decode()
    return [part.split('"')[0] for part in page.split('name="activity" value="')[1:]]


def test_the_next_step_is_one_button_and_pressing_it_twice_is_one_step(beto, planned):
    (first,) = leading_to(beto, planned)
    same = str(ledger.uuid7())
    for _time in range(2):
        assert send(beto, at(planned, "step"), activity=first, form_id=same).status_code == 302
    assert (here(planned), ActivityOpened.objects.count()) == ("welcome", 1)


def test_there_is_a_way_back(beto, written):
    following, before = leading_to(beto, written)
    send(beto, at(written, "step"), activity=following)
    assert here(written) == "sharing"
    send(beto, at(written, "step"), activity=leading_to(beto, written)[1])
    assert (here(written), before) == ("writing", str(written.workshop.activities.get(kind="welcome").id))


def test_a_paper_card_is_typed_for_its_author_and_marked(beto, written):
    typed = {"participant": written.petrona.id, "way": "paper", "text": "Higiene en la cocina"}
    assert send(beto, at(written, "type_card"), **typed).status_code == 302
    card = Card.objects.get(text="Higiene en la cocina")
    assert (card.participant, card.way, card.by) == (written.petrona, "paper", written.world.beto)


def test_a_card_that_is_too_long_comes_back_with_what_was_typed(beto, written):
    answer = send(beto, at(written, "type_card"), participant=written.petrona.id, way="paper", text="largo " * 2000)
    assert (answer.status_code, "largo largo" in answer.content.decode()) == (422, True)


def test_only_those_without_a_phone_can_be_typed_for(beto, written):
    assert send(beto, at(written, "type_card"), participant=written.rosa.id, way="paper", text="Por otra").status_code == 422
    assert not Card.objects.filter(text="Por otra").exists()


def test_a_person_without_a_phone_is_written_down_with_their_enterprise_of_the_register(beto, planned):
    assert (
        send(beto, at(planned, "add_person"), name="Doña Chona", enterprise="hotel luna", position="owner", way="voice").status_code == 302
    )
    person = Participant.objects.get(name="Doña Chona")
    assert (person.enterprise, person.way) == (planned.luna, "voice")


def test_what_a_person_wrote_stands_on_the_wall_as_text(beto, written):
    written.write("rosa", "<script>alert(1)</script>")
    for page in ("console", "wall"):
        text = beto.get(at(written, page)).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_no_name_stands_on_the_wall(beto, grouped):
    for page in ("console", "wall", "cards"):
        assert "Lidia" not in beto.get(at(grouped, page)).content.decode()


def test_closing_proposes_needs_and_the_workshop_can_be_opened_again_with_a_reason(beto, judged):
    assert send(beto, at(judged, "close")).status_code == 302
    assert "cerrado" in beto.get(at(judged, "console")).content.decode()
    assert send(beto, at(judged, "reopen"), why="").status_code == 422
    assert send(beto, at(judged, "reopen"), why="Faltó una mesa").status_code == 302
    assert not WorkshopClosed.objects.standing().filter(workshop=judged.workshop).exists()


@pytest.mark.parametrize("verb", ["step", "close", "place", "type_card", "open_vote", "close_vote", "commit"])
@pytest.mark.parametrize("who", ["carmen", "diego", "rosa"])
def test_only_the_institution_facilitates(client, world, voted, verb, who):
    client.force_login(getattr(world, who).account)
    assert send(client, at(voted, verb)).status_code == 403


@pytest.mark.parametrize("verb", ["step", "close", "place", "type_card", "close_vote", "commit", "add_person"])
def test_elena_can_do_nothing(client, world, voted, verb):
    client.force_login(world.elena.account)
    assert send(client, at(voted, verb)).status_code == 404


def test_the_poster_says_the_code_and_the_address(beto, planned):
    text = beto.get(at(planned, "poster")).content.decode()
    assert planned.workshop.code in text
    assert f"/w/{planned.workshop.slug}/" in text


def test_a_round_in_which_people_pressed_wrong_ends_uncounted_with_the_reason_and_another_begins(beto, grouped):
    grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Vender directo")
    assert send(beto, at(grouped, "withdraw_vote"), why="").status_code == 422
    send(beto, at(grouped, "withdraw_vote"), why="Se confundieron de grupo")
    send(beto, at(grouped, "open_vote"))
    rounds = list(Vote.objects.in_order())
    assert [vote.is_open for vote in rounds] == [False, True]
    grouped.vote = rounds[1]
    grouped.cast("rosa", "Reservaciones")
    assert Ballot.objects.count() == 2


def test_before_a_vote_is_closed_slips_that_are_not_in_the_box_are_asked_about(beto, grouped):
    grouped.open_vote(dots_each=2)
    slips.give_slip(grouped.beto, grouped.vote.id, ledger.uuid7(), grouped.petrona.id)
    assert "1 papeleta todavía no está en la urna" in beto.get(at(grouped, "console")).content.decode()
