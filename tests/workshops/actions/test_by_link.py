"""By link over days: who cannot come writes and votes, and the group decides how those votes count."""

from datetime import timedelta
from uuid import uuid4

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.workshops.actions import by_link, joining, voting, writing
from milpa.workshops.by_link import FEWEST_APART, beside_the_room
from milpa.workshops.counting import result_of
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Ballot, LinkOpened, Vote, Workshop
from milpa.workshops.refusals import (
    AlreadyByLink,
    AlreadyVoted,
    DatesTurned,
    LinkIsCounted,
    ReasonNeeded,
    VoteIsClosed,
    VoteNotClosed,
    WeightNeeded,
    WritingNotOpen,
)


def opened(story, begin=-1, days=14, votes=True):
    now = clock.now()
    at = (now + timedelta(days=begin), now + timedelta(days=days))
    return by_link.open_link(story.beto, story.id, ledger.uuid7(), *at, votes=votes)


def comes(story, name="Chepe"):
    return joining.join(story.id, ledger.uuid7(), name, way="link")


def cast(story, who, *names):
    link = LinkOpened.objects.get().vote
    return voting.cast_ballot(who.person, link.id, uuid4(), story.dots(*names), way="link")


def weigh(story, weight, why="Así lo votó el grupo"):
    return by_link.weigh_link(story.beto, story.id, ledger.uuid7(), weight, why)


def end(story):
    return by_link.end_link(story.beto, story.id, ledger.uuid7())


def result(story):
    return result_of(Vote.objects.get(id=story.vote.id))


def test_who_cannot_come_writes_while_it_is_open_even_before_the_room_does(planned):
    who = comes(planned)
    with pytest.raises(WritingNotOpen):
        writing.write_card(who.person, planned.id, ledger.uuid7(), "Desde lejos")
    opened(planned, votes=False)
    assert writing.write_card(who.person, planned.id, ledger.uuid7(), "Desde lejos", way="link").way == "link"


def test_before_it_opens_and_after_it_ends_no_vote_is_taken(voted):
    opened(voted, begin=1)
    who = comes(voted)
    with pytest.raises(VoteIsClosed):
        cast(voted, who, "Reservaciones")
    assert Ballot.objects.count() == 3


def test_each_counts_like_one_in_the_room_where_the_group_decided_so(voted):
    opened(voted)
    cast(voted, comes(voted), "Reservaciones")
    weigh(voted, "same")
    before = result(voted)
    assert (before.dots[str(voted.groups["Reservaciones"].id)], before.by_way) == (1, {"phone": 3})
    end(voted)
    after = result(voted)
    assert (after.dots[str(voted.groups["Reservaciones"].id)], after.by_way) == (2, {"phone": 3, "link": 1})


@pytest.mark.parametrize("weight", ["apart", "not"])
def test_otherwise_the_room_s_order_stays_and_how_they_count_is_said(voted, weight):
    opened(voted)
    cast(voted, comes(voted), "Reservaciones")
    weigh(voted, weight, "Vinieron casi todas")
    end(voted)
    assert result(voted).by_way == {"phone": 3}
    said = Minutes(Workshop.objects.get(id=voted.id))
    assert "Vinieron casi todas" in said.by_link
    assert len(said.votes) == 1


def test_shown_apart_only_where_enough_voted_to_hide_each_one(voted):
    opened(voted)
    weigh(voted, "apart")
    for n in range(FEWEST_APART):
        cast(voted, comes(voted, f"Persona {n}"), "Reservaciones")
    end(voted)
    assert beside_the_room(voted.workshop).vote is not None
    assert [len(vote.rows) for vote in Minutes(Workshop.objects.get(id=voted.id)).votes] == [3, 3]


def test_whoever_voted_in_the_room_does_not_vote_by_link_too(voted):
    opened(voted)
    with pytest.raises(AlreadyVoted):
        cast(voted, voted.rosa, "Reservaciones")


def test_how_they_count_is_decided_with_a_reason_before_they_are_counted(voted):
    opened(voted)
    with pytest.raises(WeightNeeded):
        end(voted)
    with pytest.raises(ReasonNeeded):
        weigh(voted, "same", " ")
    weigh(voted, "not")
    end(voted)
    with pytest.raises(LinkIsCounted):
        weigh(voted, "same")


def test_it_is_opened_once_forwards_in_time_and_its_vote_only_after_the_room_s(grouped):
    with pytest.raises(VoteNotClosed):
        opened(grouped)
    with pytest.raises(DatesTurned):
        opened(grouped, begin=2, days=1, votes=False)
    opened(grouped, votes=False)
    with pytest.raises(AlreadyByLink):
        opened(grouped, votes=False)


def test_the_vote_on_the_screens_stays_the_room_s(voted):
    opened(voted)
    assert (Vote.objects.newest(voted.workshop), Vote.objects.deciding(voted.workshop)) == (voted.vote, voted.vote)


@pytest.mark.parametrize("who", ["carmen", "rosa", "elena"])
def test_only_who_facilitates_opens_it(voted, who):
    now = clock.now()
    with pytest.raises(Workshop.DoesNotExist):
        by_link.open_link(getattr(voted.world, who), voted.id, ledger.uuid7(), now, now + timedelta(days=1))
