"""What a page worked out is used again while nothing was recorded since."""

import time

from milpa import ledger
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.actions.partners import Part, invite_partner
from milpa.programmes.remembering import FOR, MOST, Mark, mark, remembered
from tests.world import institution


def counted():
    calls = []
    return calls, lambda: calls.append(1) or len(calls)


def test_at_the_same_mark_it_is_worked_out_once():
    _calls, work = counted()
    assert [remembered(Mark(1, 1), "a", work) for _time in range(3)] == [1, 1, 1]
    assert remembered(Mark(2, 1), "a", work) == 2
    assert remembered(Mark(2, 2), "a", work) == 3


def test_after_a_minute_it_is_worked_out_again(monkeypatch):
    _calls, work = counted()
    remembered(Mark(1, 1), "b", work)
    later = time.monotonic() + FOR
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert remembered(Mark(1, 1), "b", work) == 2


def test_a_fact_and_a_revision_move_the_mark(world):
    before = mark()
    chamber = institution("Cámara", "chamber")
    after_a_revision = mark()
    assert after_a_revision.revision > before.revision
    invite_partner(world.ana, ledger.uuid7(), world.id, chamber.id, Part(decides=True))
    assert mark().arrived > after_a_revision.arrived
    assert create_programme(world.ana, ledger.uuid7(), Written("Otra", world.programme.edition_id))
    assert mark().revision > after_a_revision.revision


def test_memory_has_an_end():
    _calls, work = counted()
    remembered(Mark(1, 1), "first", work)
    for number in range(MOST):
        remembered(Mark(1, 1), number, lambda: None)
    assert remembered(Mark(1, 1), "first", work) == 2
