"""The vote and the judgement on the console: secret until closed, paper ballots, five values."""

from uuid import UUID, uuid4

import pytest

from milpa import ledger
from milpa.workshops.counting import result_of
from milpa.workshops.models import Ballot, BallotMark, Judgement, Vote, Workshop
from milpa.workshops.wall import wall_of
from tests.workshops.desk import at, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def test_the_vote_opens_and_closes_by_its_one_button(beto, grouped):
    grouped.go_to("voting")
    send(beto, at(grouped, "open_vote"))
    grouped.vote = Vote.objects.get()
    grouped.cast("rosa", "Vender directo")
    send(beto, at(grouped, "close_vote"))
    assert result_of(Vote.objects.get()).dots[str(grouped.groups["Vender directo"].id)] == 1


def test_while_it_is_open_no_page_tells_what_a_group_got(beto, grouped):
    grouped.open_vote(dots_each=2)
    before = [beto.get(at(grouped, page)).content.decode().count("Vender directo") for page in ("console", "wall")]
    grouped.cast("rosa", "Vender directo", "Precio y temporada")
    for page, count in zip(("console", "wall"), before, strict=True):
        text = beto.get(at(grouped, page)).content.decode()
        assert text.count("Vender directo") == count
        assert "punto</span>" not in text
    listed = beto.get(at(grouped, "votes") + "?formato=csv").content.decode()
    assert "Vender directo" not in listed


def test_a_paper_ballot_is_cast_once_for_its_voter(beto, grouped):
    vote = grouped.open_vote(dots_each=2)
    groups = [str(grouped.groups["Vender directo"].id), str(grouped.groups["Reservaciones"].id)]
    typed = {"participant": str(grouped.petrona.id), "way": "paper", "groups": groups}
    first = beto.post(at(grouped, "type_ballot"), {"form_id": str(uuid4()), **typed})
    again = beto.post(at(grouped, "type_ballot"), {"form_id": str(uuid4()), **typed})
    assert (first.status_code, again.status_code) == (302, 422)
    assert (Ballot.objects.filter(vote=vote).count(), BallotMark.objects.get(about=vote.id).way) == (1, "paper")


def test_a_ballot_whose_id_tells_the_time_is_refused(beto, grouped):
    grouped.open_vote(dots_each=2)
    typed = {"participant": str(grouped.petrona.id), "way": "paper", "groups": [str(grouped.groups["Vender directo"].id)]}
    assert beto.post(at(grouped, "type_ballot"), {"form_id": str(ledger.uuid7()), **typed}).status_code == 422
    page = beto.get(at(grouped, "console")).content.decode()
    shown = page.split('name="form_id" value="')
    ballot = next(part[:36] for part in shown[1:] if 'name="groups"' in part.split("</form>")[0])
    assert UUID(ballot).version == 4


def test_too_many_dots_on_paper_come_back_as_they_were_typed(beto, grouped):
    grouped.open_vote(dots_each=1)
    groups = [str(grouped.groups[name].id) for name in ("Vender directo", "Reservaciones")]
    typed = {"form_id": str(uuid4()), "participant": str(grouped.petrona.id), "way": "paper", "groups": groups}
    answer = beto.post(at(grouped, "type_ballot"), typed)
    assert (answer.status_code, Ballot.objects.count()) == (422, 0)
    assert answer.content.decode().count(" checked") >= 2


def test_a_vote_is_held_again_only_with_a_reason(beto, voted):
    assert send(beto, at(voted, "withdraw_vote"), why="").status_code == 422
    assert send(beto, at(voted, "withdraw_vote"), why="Se contó dos veces una mesa").status_code == 302
    assert Vote.objects.newest(voted.workshop) is None


def test_only_values_that_changed_are_said_again(beto, judged):
    group = judged.groups["Reservaciones"]
    before = Judgement.objects.filter(group=group).count()
    values = {"screen": 3, "practice": 1, "access": 1, "content": 1, "reach": ""}
    send(beto, at(judged, "judge", group.id), **values)
    assert Judgement.objects.filter(group=group).count() == before + 2
    said = wall_of(Workshop.objects.get(id=judged.id)).group(group.id)
    assert (said.judgements["screen"].value, said.suitability.suits) == (3, None)


def test_a_value_off_the_scale_is_refused(beto, judged):
    before = Judgement.objects.count()
    send(beto, at(judged, "judge", judged.groups["Reservaciones"].id), screen=4)
    assert Judgement.objects.count() == before
