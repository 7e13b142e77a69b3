"""Paper slips: each read by two people, into the box where both read the same, and nobody votes twice."""

from uuid import uuid4

import pytest

from milpa import ledger
from milpa.workshops.actions import helping, slips, voting
from milpa.workshops.counting import result_of
from milpa.workshops.marks import Marks
from milpa.workshops.models import Ballot, BallotMark, SlipCounted, SlipTyping, Vote
from milpa.workshops.refusals import (
    AlreadyVoted,
    MoreSlipsThanGiven,
    NotVotingNow,
    ReasonNeeded,
    SlipIsCounted,
    SlipIsGiven,
    SlipsDiffer,
    SlipTypedByYou,
)


@pytest.fixture
def paper(grouped):
    """The vote is open, Petrona took a slip, and Silvia helps."""
    grouped.open_vote(dots_each=2)
    asked = helping.ask_helper(grouped.beto, grouped.id, ledger.uuid7(), "Silvia")
    grouped.silvia = helping.begin_helping(grouped.id, ledger.uuid7(), helping.helper_number(asked), "Silvia").person
    slips.give_slip(grouped.beto, grouped.vote.id, ledger.uuid7(), grouped.petrona.id)
    return grouped


def read(story, *names):
    return Marks.of(story.dots(*names))


def typed(story, who, number, *names):
    return slips.type_slip(who, story.vote.id, number, read(story, *names))


def test_two_readings_that_agree_put_the_slip_into_the_box_and_leave_nothing_that_says_what_it_said(paper):
    typed(paper, paper.beto, 1, "Vender directo")
    assert Ballot.objects.count() == 0
    assert isinstance(typed(paper, paper.silvia, 1, "Vender directo"), SlipCounted)
    assert (Ballot.objects.count(), SlipTyping.objects.count()) == (1, 0)
    mark = BallotMark.objects.get()
    assert (mark.person, mark.ticket, mark.way) == (None, "slip-1", "paper")
    assert not {"dots", "marks"} & {field.name for field in SlipCounted._meta.fields}


def test_the_same_person_does_not_read_a_slip_twice(paper):
    first = typed(paper, paper.beto, 1, "Vender directo")
    assert typed(paper, paper.beto, 1, "Vender directo") == first  # sent twice
    with pytest.raises(SlipTypedByYou):
        typed(paper, paper.beto, 1, "Reservaciones")
    slips.retype_slip(paper.beto, paper.vote.id, 1)
    typed(paper, paper.beto, 1, "Reservaciones")
    assert SlipTyping.objects.count() == 1


def test_readings_that_differ_are_settled_with_the_reason(paper):
    typed(paper, paper.beto, 1, "Vender directo")
    typed(paper, paper.silvia, 1, "Reservaciones")
    assert (Ballot.objects.count(), SlipTyping.objects.count()) == (0, 2)
    with pytest.raises(ReasonNeeded):
        slips.settle_slip(paper.beto, paper.vote.id, 1, read(paper, "Reservaciones"), " ")
    counted = slips.settle_slip(paper.beto, paper.vote.id, 1, read(paper, "Reservaciones"), "La cruz está en la tercera casilla")
    assert (counted.why, len(counted.typed_by), Ballot.objects.count()) == ("La cruz está en la tercera casilla", 2, 1)


def test_one_reading_alone_is_not_settled(paper):
    typed(paper, paper.beto, 1, "Vender directo")
    with pytest.raises(SlipsDiffer):
        slips.settle_slip(paper.beto, paper.vote.id, 1, read(paper, "Vender directo"), "porque sí")


def test_a_slip_goes_into_the_box_once(paper):
    typed(paper, paper.beto, 1, "Vender directo")
    typed(paper, paper.silvia, 1, "Vender directo")
    with pytest.raises(SlipIsCounted):
        typed(paper, paper.world.ana, 1, "Vender directo")


def test_there_are_never_more_slips_in_the_box_than_people_who_took_one(paper):
    for who in (paper.beto, paper.silvia):
        typed(paper, who, 1, "Vender directo")
    typed(paper, paper.beto, 2, "Reservaciones")
    with pytest.raises(MoreSlipsThanGiven):
        typed(paper, paper.silvia, 2, "Reservaciones")
    assert (Ballot.objects.count(), SlipTyping.objects.count()) == (1, 1)


def test_whoever_took_a_slip_votes_no_other_way_until_it_is_given_back(paper):
    slips.give_slip(paper.beto, paper.vote.id, ledger.uuid7(), paper.rosa.id)
    with pytest.raises(SlipIsGiven):
        paper.cast("rosa", "Vender directo")
    with pytest.raises(SlipIsGiven):
        voting.cast_ballot(paper.beto, paper.vote.id, uuid4(), paper.dots("Reservaciones"), way="voice", participant_id=paper.petrona.id)
    with pytest.raises(ReasonNeeded):
        slips.take_slip_back(paper.beto, paper.vote.id, ledger.uuid7(), paper.rosa.id, "")
    slips.take_slip_back(paper.beto, paper.vote.id, ledger.uuid7(), paper.rosa.id, "Encontró su teléfono")
    paper.cast("rosa", "Vender directo")
    assert Ballot.objects.count() == 1


def test_whoever_voted_by_phone_gets_no_slip(paper):
    paper.cast("rosa", "Vender directo")
    with pytest.raises(AlreadyVoted):
        slips.give_slip(paper.beto, paper.vote.id, ledger.uuid7(), paper.rosa.id)


def test_a_slip_left_out_has_its_reason_and_is_not_counted_later(paper):
    slips.leave_slip_out(paper.beto, paper.vote.id, ledger.uuid7(), 1, "Vino rota")
    with pytest.raises(SlipIsCounted):
        typed(paper, paper.beto, 1, "Vender directo")


def test_the_result_says_how_many_came_each_way(paper):
    paper.cast("rosa", "Vender directo")
    voting.cast_ballot(paper.beto, paper.vote.id, uuid4(), paper.dots("Reservaciones"), way="voice", participant_id=paper.tomas.id)
    for who in (paper.beto, paper.silvia):
        typed(paper, who, 1, "Vender directo")
    voting.close_vote(paper.beto, paper.vote.id, ledger.uuid7())
    assert result_of(Vote.objects.get()).by_way == {"phone": 1, "voice": 1, "paper": 1}


def test_after_closing_no_slip_is_typed(paper):
    voting.close_vote(paper.beto, paper.vote.id, ledger.uuid7())
    with pytest.raises(NotVotingNow):
        typed(paper, paper.beto, 1, "Vender directo")
