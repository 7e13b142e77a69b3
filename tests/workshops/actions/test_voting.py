"""The secret vote: once each, whole, sealed at its end."""

from itertools import permutations
from uuid import uuid4

import pytest

from milpa import ledger
from milpa.ledger.refusals import Conflict
from milpa.workshops.actions import voting
from milpa.workshops.counting import result_of
from milpa.workshops.models import Ballot, BallotMark, Vote, Workshop
from milpa.workshops.refusals import (
    AlreadyVoted,
    NoDots,
    NotAParticipant,
    NotInTheVote,
    ReasonNeeded,
    TooFewGroups,
    TooManyDots,
    TooManyOnOne,
    VoteIsClosed,
    VoteNotClosed,
)


def cast(story, who, dots, id=None, **more):
    return voting.cast_ballot(getattr(story, who).person, story.vote.id, id or uuid4(), dots, **more)


def test_dots_are_counted_when_the_vote_is_closed_and_equal_ones_share_a_rank(voted):
    result = result_of(Vote.objects.get(id=voted.vote.id))
    names = {str(group.id): name for name, group in voted.groups.items()}
    assert [(row.rank, names[row.group], row.dots) for row in result.standings] == [
        (1, "Precio y temporada", 3),
        (2, "Vender directo", 2),
        (3, "Reservaciones", 1),
    ]
    assert (result.turnout.voters, result.turnout.cast, result.by_way) == (3, 6, {"phone": 3})


def test_nobody_counts_while_people_vote(grouped):
    grouped.open_vote()
    with pytest.raises(VoteNotClosed):
        result_of(grouped.vote)


def test_a_ballot_sent_twice_counts_once_also_after_closing(grouped):
    grouped.open_vote(dots_each=2)
    id, dots = uuid4(), grouped.dots("Vender directo")
    cast(grouped, "rosa", dots, id)
    cast(grouped, "rosa", dots, id)
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    assert cast(grouped, "rosa", dots, id).id == id
    assert result_of(Vote.objects.get(id=grouped.vote.id)).turnout.cast == 1


def test_a_new_ballot_after_closing_is_refused(voted):
    with pytest.raises(VoteIsClosed):
        cast(voted, "petrona", voted.dots("Vender directo"))


def test_the_same_id_with_other_dots_is_a_conflict(grouped):
    grouped.open_vote(dots_each=2)
    id = grouped.cast("rosa", "Vender directo")
    with pytest.raises(Conflict):
        cast(grouped, "rosa", grouped.dots("Reservaciones"), id)


def test_nobody_votes_twice_not_even_by_another_way(grouped):
    grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Vender directo")
    with pytest.raises(AlreadyVoted):
        cast(grouped, "rosa", grouped.dots("Reservaciones"))
    with pytest.raises(AlreadyVoted):
        voting.cast_ballot(
            grouped.beto, grouped.vote.id, uuid4(), grouped.dots("Reservaciones"), way="voice", participant_id=grouped.rosa.id
        )


def test_a_paper_ballot_is_its_voter_s_and_the_result_says_how_many_came_each_way(grouped):
    grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Vender directo")
    voting.cast_ballot(
        grouped.beto, grouped.vote.id, uuid4(), grouped.dots("Reservaciones"), way="paper", participant_id=grouped.petrona.id
    )
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    assert result_of(Vote.objects.get(id=grouped.vote.id)).by_way == {"phone": 1, "paper": 1}


def test_too_many_dots_are_refused_and_none_of_them_is_stored(grouped):
    grouped.open_vote(dots_each=2)
    with pytest.raises(TooManyDots):
        cast(grouped, "rosa", grouped.dots("Vender directo", "Reservaciones", "Precio y temporada"))
    with pytest.raises(TooManyDots):
        cast(grouped, "rosa", {grouped.groups["Vender directo"].id: 10**9})
    with pytest.raises(TooManyOnOne):
        cast(grouped, "rosa", {grouped.groups["Vender directo"].id: 2})
    with pytest.raises(NoDots):
        cast(grouped, "rosa", {})
    with pytest.raises(NotInTheVote):
        cast(grouped, "rosa", grouped.dots("Caminos"))
    with pytest.raises(NotInTheVote):
        cast(grouped, "rosa", {grouped.groups["Vender directo"].id: -1})
    assert not Ballot.objects.exists()
    assert not BallotMark.objects.exists()


def test_who_is_not_in_the_room_does_not_vote(grouped):
    grouped.open_vote()
    for who in (grouped.world.elena, grouped.world.carmen):
        with pytest.raises(NotAParticipant):
            voting.cast_ballot(who, grouped.vote.id, uuid4(), grouped.dots("Vender directo"))
    with pytest.raises(Workshop.DoesNotExist):
        voting.close_vote(grouped.world.elena, grouped.vote.id, ledger.uuid7())


def test_an_open_vote_has_no_number_on_the_live_channel_and_a_sealed_one_pairs_nobody(grouped):
    grouped.open_vote(dots_each=2)
    for who in ("rosa", "tomas", "lidia"):
        grouped.cast(who, "Vender directo")
    assert set(Ballot.objects.values_list("arrived", flat=True)) == {None}
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    for model in (Ballot, BallotMark):
        assert list(model.objects.order_by("arrived").values_list("id", flat=True)) == sorted(model.objects.values_list("id", flat=True))
    assert not {"by_id", "person_id", "device_id"} & {field.attname for field in Ballot._meta.concrete_fields}


def test_a_vote_withdrawn_with_a_reason_no_longer_counts_and_another_can_be_opened(grouped):
    first = grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Vender directo")
    with pytest.raises(ReasonNeeded):
        voting.withdraw_vote(grouped.beto, first.id, ledger.uuid7(), "")
    voting.withdraw_vote(grouped.beto, first.id, ledger.uuid7(), "Faltaba un grupo")
    second = grouped.open_vote(dots_each=2)
    grouped.cast("rosa", "Reservaciones")
    assert Vote.objects.newest(grouped.workshop) == second


def test_one_group_is_no_vote(written):
    written.group("Todo", "Siempre me piden rebaja")
    with pytest.raises(TooFewGroups):
        voting.open_vote(written.beto, written.id, ledger.uuid7())


@pytest.mark.parametrize("order", list(permutations(["rosa", "tomas", "lidia"]))[::2])
def test_the_result_is_the_same_in_whatever_order_the_ballots_arrive(grouped, order):
    grouped.open_vote(dots_each=2)
    dots = {"rosa": ["Vender directo"], "tomas": ["Vender directo", "Reservaciones"], "lidia": ["Precio y temporada"]}
    for who in order:
        grouped.cast(who, *dots[who])
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    names = {str(group.id): name for name, group in grouped.groups.items()}
    counted = {names[group]: dots for group, dots in result_of(Vote.objects.get(id=grouped.vote.id)).dots.items()}
    assert counted == {"Vender directo": 2, "Reservaciones": 1, "Precio y temporada": 1}
