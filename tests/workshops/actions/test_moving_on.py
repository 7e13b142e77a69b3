"""From one activity to the next, and back."""

import pytest

from milpa import ledger
from milpa.workshops.actions import moving_on
from milpa.workshops.agenda import agenda_of
from milpa.workshops.models import ActivityOpened
from milpa.workshops.refusals import VoteIsOpen


def states(story):
    return {step.activity.kind: step.state for step in agenda_of(story.workshop).steps}


def test_opening_the_next_activity_ends_the_one_before(planned):
    planned.go_to("welcome")
    planned.go_to("writing")
    assert (states(planned)["welcome"], states(planned)["writing"], states(planned)["grouping"]) == ("past", "here", "next")


def test_the_way_back_opens_an_earlier_activity_again_and_both_openings_stay_on_record(planned):
    planned.go_to("writing")
    planned.go_to("grouping")
    planned.go_to("writing")
    agenda = agenda_of(planned.workshop)
    assert (agenda.here.activity.kind, agenda.following.activity.kind) == ("writing", "sharing")
    assert ActivityOpened.objects.count() == 3


def test_two_people_who_press_the_same_button_open_it_once(planned):
    planned.go_to("writing")
    planned.go_to("writing")
    assert ActivityOpened.objects.count() == 1


def test_a_request_sent_again_after_the_workshop_moved_on_does_not_bring_it_back(planned):
    id, writing = ledger.uuid7(), planned.workshop.activities.get(kind="writing")
    moving_on.open_activity(planned.beto, planned.id, id, writing.id)
    planned.go_to("grouping")
    moving_on.open_activity(planned.beto, planned.id, id, writing.id)
    assert agenda_of(planned.workshop).here.activity.kind == "grouping"


def test_nobody_leaves_an_open_vote_behind(grouped):
    grouped.open_vote()
    with pytest.raises(VoteIsOpen):
        grouped.go_to("suitability")
