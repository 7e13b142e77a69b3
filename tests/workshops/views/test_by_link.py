"""The page of the workshop by link, and a phone that comes by it."""

from uuid import uuid4

import pytest

from milpa import ledger
from milpa.workshops.models import BallotMark, LinkOpened, LinkWeighed, Participant
from tests.workshops.desk import at, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def opened(client, story, **more):
    return send(client, at(story, "open_link"), opens_at="2020-01-01T08:00", closes_at="2099-01-01T08:00", **more)


def test_it_is_opened_weighed_and_ended_on_its_page(beto, voted):
    assert opened(beto, voted, votes="on").status_code == 302
    page = beto.get(at(voted, "by_link")).content.decode()
    assert f"/w/{voted.workshop.slug}/?link=1" in page
    assert send(beto, at(voted, "weigh_link"), weight="same", why="Así lo quiso el grupo").status_code == 302
    send(beto, at(voted, "end_link"))
    assert (LinkOpened.objects.get().closed_by is not None, LinkWeighed.objects.get().weight) == (True, "same")
    assert "Así lo quiso el grupo" in beto.get(at(voted, "by_link")).content.decode()


def test_dates_the_wrong_way_round_come_back_with_what_was_typed(beto, voted):
    answer = send(beto, at(voted, "open_link"), opens_at="2030-01-02T08:00", closes_at="2030-01-01T08:00")
    assert (answer.status_code, "2030-01-02" in answer.content.decode()) == (422, True)


def test_a_phone_that_comes_by_link_votes_and_counts_as_by_link(client, voted):
    client.force_login(voted.beto.account)
    opened(client, voted, votes="on")
    client.logout()
    place = f"/w/{voted.workshop.slug}/"
    assert 'name="by_link" value="1"' in client.get(f"{place}?link=1").content.decode()
    client.post(place, {"form_id": str(ledger.uuid7()), "name": "Chepe", "enterprise": "", "by_link": "1"})
    assert Participant.objects.get(name="Chepe").way == "link"
    page = client.get(f"{place}room/").content.decode()
    vote = LinkOpened.objects.get().vote
    assert str(vote.id) in page
    typed = {"form_id": str(uuid4()), "vote": str(vote.id), "groups": [str(voted.groups["Reservaciones"].id)]}
    client.post(f"{place}vote/", typed)
    assert BallotMark.objects.get(about=vote.id).way == "link"


def test_by_link_before_it_opens_the_door_says_so_and_keeps_the_name(client, voted):
    answer = client.post(f"/w/{voted.workshop.slug}/", {"form_id": str(ledger.uuid7()), "name": "Chepe", "by_link": "1"})
    assert (answer.status_code, "Chepe" in answer.content.decode(), Participant.objects.filter(name="Chepe").exists()) == (409, True, False)
