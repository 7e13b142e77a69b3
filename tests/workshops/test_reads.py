"""The hand-written questions answer as the ORM does."""

from uuid import uuid4

import pytest
from django.db import transaction

from milpa import ledger
from milpa.workshops import reads
from milpa.workshops.actions import grouping, timing, voting, writing
from milpa.workshops.models import BallotMark, Participant, Vote


def test_the_phone_s_token_leads_to_its_person_only_in_the_workshop_of_the_code(planned):
    found = reads.holder(planned.workshop.code, planned.rosa.id)
    assert (found, found.workshop_id, found.way) == (planned.rosa.person, planned.id, planned.rosa.way)
    assert reads.holder("SOL 99", planned.rosa.id) is None
    assert reads.holder(planned.workshop.code, uuid4()) is None


def test_a_place_that_was_taken_back_is_nobody_s(planned):
    with transaction.atomic():
        ledger.void(Participant.objects.get(id=planned.rosa.id), by=planned.beto, why="Dos veces")
    assert reads.holder(planned.workshop.code, planned.rosa.id) is None


def test_a_vote_is_found_with_whether_the_person_may_speak_in_it(grouped):
    vote = grouped.open_vote(dots_each=2)
    own = reads.vote_and_voter(vote.id, grouped.rosa.person_id)
    assert (own, bool(own.is_a_voter), own.groups, own.is_open) == (vote, True, vote.groups, True)
    assert not reads.vote_and_voter(vote.id, grouped.world.elena.id).is_a_voter
    with pytest.raises(Vote.DoesNotExist):
        reads.vote_and_voter(uuid4(), grouped.rosa.person_id)


def test_the_box_says_who_has_voted_and_how_many_never_what(grouped):
    vote = grouped.open_vote(dots_each=2)
    assert reads.in_the_box(vote.id, grouped.rosa.person_id) == (False, False, False)
    grouped.cast("rosa", "Vender directo")
    assert reads.in_the_box(vote.id, grouped.rosa.person_id) == (False, True, False)
    assert reads.in_the_box(vote.id, grouped.tomas.person_id) == (False, False, False)
    assert reads.in_the_box(vote.id, None) == (False, False, False)
    assert reads.voted(vote.id) == BallotMark.objects.filter(about=vote.id).count() == 1


def test_there_is_news_of_each_fact_and_of_the_timer_and_none_of_a_ballot(grouped):
    grouped.open_vote(dots_each=2)
    before = reads.news(grouped.id)
    grouped.cast("rosa", "Vender directo")
    assert reads.news(grouped.id) == before
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    closed = reads.news(grouped.id)
    assert closed != before
    group = grouped.groups["Caminos"]
    grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), group.id, "Caminos y puentes")
    named = reads.news(grouped.id)
    assert named != closed
    assert reads.news(uuid4()) is None
    writing.write_card(grouped.rosa.person, grouped.id, ledger.uuid7(), "Otra")
    written = reads.news(grouped.id)
    assert written != named
    timing.start_timer(grouped.beto, grouped.id, 5)
    assert reads.news(grouped.id) != written
