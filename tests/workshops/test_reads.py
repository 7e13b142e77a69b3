"""The hand-written questions answer as the ORM does."""

from uuid import uuid4

import pytest
from django.db import transaction

from milpa import ledger
from milpa.workshops import reads
from milpa.workshops.actions import grouping, timing, voting, writing
from milpa.workshops.models import ActivityOpened, BallotMark, Card, Participant, Vote
from milpa.workshops.wall import groups_of


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


def test_the_plan_tells_what_is_over_and_what_is_under_way(grouped):
    rows = {row.kind: row for row in reads.activities(grouped.id)}
    openings = ActivityOpened.objects.standing().filter(activity__workshop=grouped.id)
    assert {row.since for row in rows.values() if row.since} == set(openings.values_list("recorded_at", flat=True))
    assert [kind for kind, row in rows.items() if row.is_open] == ["training_or_not"]
    assert list(rows) == list(grouped.workshop.activities.values_list("kind", flat=True))
    assert rows["writing"].workshop_closed_at is None


def test_the_groups_are_called_as_they_were_named_last_in_the_order_in_which_they_were_made(grouped):
    group = grouped.groups["Caminos"]
    grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), group.id, "Caminos y puentes")
    grouping.dissolve_group(grouped.beto, grouped.id, ledger.uuid7(), grouped.groups["Reservaciones"].id)
    called = dict(groups_of(grouped.workshop).values_list("id", "called"))
    assert list(reads.names(grouped.id).items()) == list(called.items())
    assert called[group.id] == "Caminos y puentes"


def test_the_vote_on_the_screens_is_the_last_that_was_not_withdrawn(grouped):
    assert reads.newest_vote(grouped.id) is None
    first = grouped.open_vote(dots_each=2)
    assert (reads.newest_vote(grouped.id), reads.newest_vote(uuid4())) == (first, None)
    voting.withdraw_vote(grouped.beto, first.id, ledger.uuid7(), "Se abrió antes de tiempo")
    assert reads.newest_vote(grouped.id) is None
    again = voting.open_vote(grouped.beto, grouped.id, ledger.uuid7(), dots_each=1)
    assert reads.newest_vote(grouped.id) == again == Vote.objects.newest(grouped.workshop)


def test_the_room_is_counted_as_its_facts_stand(grouped):
    cards = Card.objects.on_the_wall().filter(workshop=grouped.id).count()
    assert reads.room(grouped.id, grouped.world.id) == (cards, 4, False)
    assert reads.ways(grouped.id) == {"phone": 3, "paper": 1}
    assert not reads.is_named(grouped.id)


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
