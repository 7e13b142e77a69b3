"""The golden thread: a card is four steps from the satisfaction of the course that came of it, and the satisfaction four from the card."""

import pytest

from milpa.programmes.remembering import mark
from milpa.programmes.threads import example_context, thread_of, tree_of
from tests.results.evaluated import thread

pytestmark = pytest.mark.django_db(databases=["default", "records"])
KINDS = ["card", "need", "action", "lesson", "reading"]


@pytest.fixture
def woven(world, case):
    card, need, action = thread(world, case)
    return {"card": card.id, "need": need.id, "action": action.id, "lesson": case.lessons[1].id, "reading": case.edition.id}


@pytest.mark.parametrize("kind", KINDS)
def test_from_every_knot_the_whole_thread_is_walked_in_four_steps(world, woven, kind):
    links = thread_of(kind, woven[kind], world.ana)
    assert [link.knot.kind for link in links] == KINDS
    assert [link.knot.id for link in links] == list(woven.values())
    assert [link.knot.kind for link in links if link.here] == [kind]


def test_an_action_without_lessons_does_not_hide_the_one_that_has_some(world, woven):
    links = thread_of("need", woven["need"], world.ana)
    assert links[2].knot.text == "Mercadeo estratégico"
    assert links[2].more == 1


def test_all_branches_are_there_both_ways(world, woven):
    levels = {level.kind: [knot.id for knot in level.knots] for level in tree_of("reading", woven["reading"], world.ana)}
    assert levels["card"] == [woven["card"]]
    assert levels["lesson"][0] == woven["lesson"]


def test_the_journey_shows_the_thread_that_reaches_its_end(world, woven):
    shown = example_context(world.id, world.carmen, mark())
    assert [knot["kind"] for knot in shown["knots"]][-1].startswith("Satisfacción")
    assert len(shown["knots"]) == 5
    assert "16 de 19" in shown["knots"][-1]["text"]


def test_elena_finds_no_knot_of_it(world, woven):
    from milpa.programmes.threads import NoSuchKnot

    for kind, id in woven.items():
        with pytest.raises(NoSuchKnot):
            thread_of(kind, id, world.elena)
