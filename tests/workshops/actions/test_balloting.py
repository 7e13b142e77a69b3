"""Votes by order, by marks, by importance and feasibility: what a ballot may say, and what is counted."""

from fractions import Fraction
from uuid import uuid4

import pytest
from django.db import transaction

from milpa import ledger
from milpa.ledger.refusals import Conflict
from milpa.workshops.actions import voting
from milpa.workshops.ballot_refusals import (
    BlankAndMarked,
    ListTooLong,
    MarkOutOfRange,
    MarksMissing,
    RankedTwice,
    RankingIncomplete,
    TooFewOptions,
    TooManyToOrder,
)
from milpa.workshops.counting import result_of
from milpa.workshops.marks import Marks
from milpa.workshops.models import Ballot, BallotMark, Need, Vote
from milpa.workshops.proposing import propose_needs
from milpa.workshops.refusals import NotInTheVote, VoteIsClosed

NAMES = ("Vender directo", "Precio y temporada", "Reservaciones")


def ids(story, *names):
    return [str(story.groups[name].id) for name in names]


def cast(story, who, marks, id=None, **more):
    return voting.cast_ballot(getattr(story, who).person, story.vote.id, id or uuid4(), marks, **more)


def order(story, *names):
    return Marks(order=tuple(ids(story, *names)))


def scores(story, *marks):
    return dict(zip(ids(story, *NAMES), marks, strict=True))


def closed(story):
    voting.close_vote(story.beto, story.vote.id, ledger.uuid7())
    return result_of(Vote.objects.get(id=story.vote.id))


def placed(story, result):
    names = {str(group.id): name for name, group in story.groups.items()}
    return [(row.rank, names[row.group], row.value) for row in result.standings]


@pytest.mark.parametrize(
    ("method", "values"), [("borda", [Fraction(4), Fraction(3), Fraction(2)]), ("schulze", [2, 1, 0]), ("kemeny", [2, 1, 0])]
)
def test_orders_are_counted_by_the_method_of_the_vote(grouped, method, values):
    grouped.open_vote(method=method)
    cast(grouped, "rosa", order(grouped, "Precio y temporada", "Vender directo", "Reservaciones"))
    cast(grouped, "tomas", order(grouped, "Precio y temporada", "Vender directo", "Reservaciones"))
    cast(grouped, "lidia", order(grouped, "Reservaciones", "Vender directo", "Precio y temporada"))
    result = closed(grouped)
    assert [name for _rank, name, _value in placed(grouped, result)] == ["Precio y temporada", "Vender directo", "Reservaciones"]
    assert [value for _rank, _name, value in placed(grouped, result)] == values
    assert (result.turnout.voters, result.verdict, result.by_way) == (3, "too_few", {"phone": 3})


def test_marks_are_counted_by_their_mean(grouped):
    grouped.open_vote(method="score")
    cast(grouped, "rosa", Marks(scores=scores(grouped, 5, 3, 0)))
    cast(grouped, "tomas", Marks(scores=scores(grouped, 4, 5, 0)))
    assert placed(grouped, closed(grouped)) == [
        (1, "Vender directo", Fraction(9, 2)),
        (2, "Precio y temporada", 4),
        (3, "Reservaciones", 0),
    ]


def test_importance_and_feasibility_are_multiplied(grouped):
    grouped.open_vote(method="feasible")
    cast(grouped, "rosa", Marks(scores=scores(grouped, 5, 4, 1), feasible=scores(grouped, 1, 4, 5)))
    result = closed(grouped)
    assert placed(grouped, result) == [(1, "Precio y temporada", 16), (2, "Vender directo", 5), (2, "Reservaciones", 5)]
    assert [result.tally.seen[id].field for id in ids(grouped, *NAMES)] == ["prepare", "first", "time"]


def test_an_order_that_is_not_one_is_refused_and_nothing_is_stored(grouped):
    grouped.open_vote(method="schulze")
    one, two, three = ids(grouped, *NAMES)
    for said, refusal in (
        ((one, one, two), RankedTwice),
        ((one, two), RankingIncomplete),
        ((), RankingIncomplete),
        ((one, two, str(uuid4())), NotInTheVote),
        ((one, two, three, one), RankedTwice),
    ):
        with pytest.raises(refusal):
            cast(grouped, "rosa", Marks(order=said))
    with pytest.raises(NotInTheVote):
        cast(grouped, "rosa", grouped.dots("Vender directo"))
    assert not Ballot.objects.exists()
    assert not BallotMark.objects.exists()


@pytest.mark.parametrize(("method", "low", "high"), [("score", 0, 5), ("feasible", 1, 5)])
def test_marks_off_the_scale_or_missing_are_refused(grouped, method, low, high):
    grouped.open_vote(method=method)
    good = scores(grouped, 1, 2, 3)
    for odd, refusal in ((scores(grouped, low - 1, 2, 3), MarkOutOfRange), (scores(grouped, high + 1, 2, 3), MarkOutOfRange)):
        with pytest.raises(refusal):
            cast(grouped, "rosa", Marks(scores=odd, feasible=good if method == "feasible" else {}))
    with pytest.raises(MarksMissing):
        cast(grouped, "rosa", Marks(scores={ids(grouped, NAMES[0])[0]: 3}, feasible=good if method == "feasible" else {}))
    assert not Ballot.objects.exists()


def test_whoever_marks_and_votes_blank_at_once_is_asked_which(grouped):
    grouped.open_vote(method="score")
    with pytest.raises(BlankAndMarked):
        cast(grouped, "rosa", Marks(scores=scores(grouped, 1, 2, 3), blank=True))


@pytest.mark.parametrize("method", ["dots", "borda", "schulze", "kemeny", "score", "feasible"])
def test_a_blank_vote_counts_as_voting_and_for_nothing(grouped, method):
    grouped.open_vote(method=method)
    cast(grouped, "rosa", Marks(blank=True))
    result = closed(grouped)
    assert (result.voted, result.blank, result.turnout.voters) == (1, 1, 0)
    assert {row.rank for row in result.standings} == {1}


def test_a_quorum_counts_blank_votes_and_below_it_the_result_does_not_hold(grouped):
    grouped.open_vote(method="borda", quorum=3)
    cast(grouped, "rosa", order(grouped, *NAMES))
    cast(grouped, "tomas", Marks(blank=True))
    assert closed(grouped).verdict == "quorum_missed"


def test_an_order_sent_again_is_answered_as_stored_also_after_closing_and_another_is_a_conflict(grouped):
    grouped.open_vote(method="borda")
    id, said = uuid4(), order(grouped, *NAMES)
    cast(grouped, "rosa", said, id)
    assert cast(grouped, "rosa", said, id).id == id
    closed(grouped)
    assert cast(grouped, "rosa", said, id).id == id
    with pytest.raises(Conflict):
        cast(grouped, "rosa", order(grouped, *reversed(NAMES)), id)
    with pytest.raises(VoteIsClosed):
        cast(grouped, "tomas", said)
    assert Ballot.objects.count() == 1


def test_an_order_on_paper_counts_like_one_by_phone(grouped):
    grouped.open_vote(method="schulze")
    cast(grouped, "rosa", order(grouped, *NAMES))
    voting.cast_ballot(
        grouped.beto, grouped.vote.id, uuid4(), order(grouped, *reversed(NAMES)), way="paper", participant_id=grouped.petrona.id
    )
    assert closed(grouped).by_way == {"phone": 1, "paper": 1}


def test_up_to_five_of_a_long_list_are_put_in_order(grouped):
    vote = grouped.open_vote(method="borda", options=[f"opción {n}" for n in range(12)])
    assert (vote.places, len(vote.groups), vote.options["1"]) == (5, 12, "opción 0")
    cast(grouped, "rosa", Marks(order=("3", "1", "12", "7", "2")))
    assert closed(grouped).standings[0].group == "3"


def test_a_list_is_two_to_sixty_different_lines(grouped):
    grouped.go_to("voting")
    with pytest.raises(TooFewOptions):
        voting.open_vote(grouped.beto, grouped.id, ledger.uuid7(), options=["una"])
    with pytest.raises(ListTooLong):
        voting.open_vote(grouped.beto, grouped.id, ledger.uuid7(), options=[str(n) for n in range(61)])


def test_kemeny_over_more_than_it_reckons_exactly_is_refused_with_another_way(grouped):
    grouped.go_to("voting")
    with pytest.raises(TooManyToOrder) as refused:
        voting.open_vote(grouped.beto, grouped.id, ledger.uuid7(), method="kemeny", options=[f"o{n}" for n in range(11)])
    assert "11" in str(refused.value)


def test_a_vote_on_a_pasted_list_does_not_order_the_needs(voted):
    voted.vote = voting.open_vote(voted.beto, voted.id, ledger.uuid7(), method="score", options=["lunes", "martes"])
    cast(voted, "rosa", Marks(scores={"1": 5, "2": 0}))
    closed(voted)
    with transaction.atomic():
        propose_needs(voted.workshop, voted.beto)
    assert {need.title: need.votes for need in Need.objects.filter(solved_by_training=True)}["Precio y temporada"] == 3
    assert Vote.objects.newest(voted.workshop) != Vote.objects.deciding(voted.workshop)


def test_needs_of_a_vote_by_order_say_how_many_others_they_came_before(grouped):
    grouped.open_vote(method="kemeny")
    cast(grouped, "rosa", order(grouped, *NAMES))
    closed(grouped)
    with transaction.atomic():
        propose_needs(grouped.workshop, grouped.beto)
    found = {need.title: (need.votes, need.counted_by) for need in Need.objects.filter(solved_by_training=True)}
    assert found == {"Vender directo": (2, "kemeny"), "Precio y temporada": (1, "kemeny"), "Reservaciones": (0, "kemeny")}


def test_an_open_vote_by_order_has_no_number_on_the_live_channel(grouped):
    grouped.open_vote(method="schulze")
    cast(grouped, "rosa", order(grouped, *NAMES))
    assert set(Ballot.objects.values_list("arrived", flat=True)) == {None}
