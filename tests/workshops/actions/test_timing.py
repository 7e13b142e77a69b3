"""The clock of the activity under way: state that everybody sees, gone with the activity."""

from datetime import timedelta

import pytest

from milpa.ledger import clock
from milpa.workshops import live
from milpa.workshops.actions import timing
from milpa.workshops.models import Timer, Workshop
from milpa.workshops.refusals import NothingUnderWay
from milpa.workshops.timing import clock_of, milliseconds


def told(story):
    return live.state(str(story.id))["timer"]


def test_the_activity_under_way_has_so_many_minutes_and_every_screen_is_told(written):
    timing.start_timer(written.beto, written.id, 20)
    timer = Timer.objects.get()
    assert (timer.activity.kind, timedelta(minutes=19) < timer.ends_at - clock.now() <= timedelta(minutes=20)) == ("writing", True)
    assert told(written) == {"ends": milliseconds(timer.ends_at), "left": None}


def test_stopped_it_keeps_what_was_left_and_pressed_again_it_goes_on(written):
    timing.start_timer(written.beto, written.id, 10)
    timing.stop_timer(written.beto, written.id)
    assert (told(written)["ends"], 595 <= told(written)["left"] <= 600) == (None, True)
    timing.stop_timer(written.beto, written.id)
    assert clock_of(Workshop.objects.get(id=written.id)).runs


def test_the_newest_press_counts_and_the_next_activity_begins_without_a_clock(written):
    timing.start_timer(written.beto, written.id, 10)
    timing.start_timer(written.world.ana, written.id, 5)
    assert Timer.objects.count() == 1
    written.go_to("grouping")
    assert (Timer.objects.count(), told(written)) == (0, None)


def test_before_anything_began_there_is_no_time_to_count(planned):
    with pytest.raises(NothingUnderWay):
        timing.start_timer(planned.beto, planned.id, 10)


@pytest.mark.parametrize("who", ["carmen", "diego", "rosa", "elena"])
def test_only_who_facilitates_sets_it(written, who):
    with pytest.raises(Workshop.DoesNotExist):
        timing.start_timer(getattr(written.world, who), written.id, 10)
