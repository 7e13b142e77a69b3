"""Commitments kept, invitations answered, the reasons that were said, who proposed a move: each has its page."""

import pytest

from milpa import ledger
from milpa.workshops.actions import closing
from milpa.workshops.models import CommitmentKept, InvitationAnswered, Judgement, Need, NeedMoved, WorkshopInvited
from tests.workshops.desk import at, send


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def test_a_commitment_is_kept_once_with_what_shows_it(beto, closed):
    made = closing.commit(closed.beto, closed.id, ledger.uuid7(), who="Carmen", side="association", text="Lleva el resultado")
    same = str(ledger.uuid7())
    for _time in range(2):
        send(beto, at(closed, "keep_commitment", made.id), how="Acta del martes", form_id=same)
    assert CommitmentKept.objects.get().how == "Acta del martes"
    assert "Acta del martes" in beto.get(at(closed, "commitments")).content.decode()
    assert "Acta del martes" in beto.get(at(closed, "minutes")).content.decode()


def test_a_partner_reads_the_commitments_and_does_not_keep_them(client, closed):
    made = closing.commit(closed.beto, closed.id, ledger.uuid7(), who="Carmen", side="association", text="Lleva el resultado")
    client.force_login(closed.world.diego.account)
    assert client.get(at(closed, "commitments")).status_code == 200
    assert send(client, at(closed, "keep_commitment", made.id)).status_code == 403


def test_what_an_enterprise_answered_is_written_down(client, planned):
    client.force_login(planned.world.carmen.account)
    invitation = WorkshopInvited.objects.first()
    send(client, at(planned, "answer_invitation"), invitation=invitation.id, answer="will_come")
    assert InvitationAnswered.objects.get().answer == "will_come"
    send(client, at(planned, "answer_invitation"), invitation=ledger.uuid7(), answer="will_come")
    assert InvitationAnswered.objects.count() == 1


def test_the_reason_that_was_said_for_a_value_is_kept_with_it(beto, voted):
    voted.go_to("suitability")
    group = voted.groups["Reservaciones"].id
    send(beto, at(voted, "judge", group), screen=2, **{"words-screen": "Ya lo hacemos en el teléfono"})
    said = Judgement.objects.get()
    assert (said.value, said.words) == (2, "Ya lo hacemos en el teléfono")
    send(beto, at(voted, "judge", group), screen=2, **{"words-screen": "Ya lo hacemos en el teléfono"})
    assert Judgement.objects.count() == 1


def test_who_proposed_to_move_a_need_is_chosen_among_those_who_were_there(beto, closed):
    need = Need.objects.filter(place__gt=1).first()
    address = f"/programmes/{closed.world.id}/needs/{need.id}/move/"
    send(beto, address, to=1, why="Lo pidió el grupo", proposed_by=ledger.uuid7())
    assert NeedMoved.objects.count() == 0
    send(beto, address, to=1, why="Lo pidió el grupo", proposed_by=closed.rosa.id)
    assert NeedMoved.objects.get().proposed_by == closed.rosa
