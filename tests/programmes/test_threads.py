"""The golden thread, walked both ways."""

from uuid import UUID, uuid4

import pytest

from milpa.programmes.registries import Knot, ThreadEdge, ThreadKind
from milpa.programmes.remembering import mark
from milpa.programmes.said import said
from milpa.programmes.threads import MOST, NoSuchKnot, example, example_context, thread_context, thread_of, tree_of

CARDS, NEED, ACTION, LESSONS, READING = (
    [UUID(int=n) for n in (1, 2, 3)],
    UUID(int=10),
    UUID(int=20),
    [UUID(int=n) for n in (30, 31)],
    UUID(int=40),
)


@pytest.fixture
def thread(only, world):
    """Three cards, one need, one action, two lessons; Diego may not see the second card. `asked` counts every question."""
    known = {"card": CARDS, "need": [NEED], "action": [ACTION], "lesson": LESSONS, "reading": [READING]}
    asked = []

    def kind(name):
        def knots(ids, person):
            asked.append(name)
            seen = [id for id in ids if id in known[name] and not (person == world.diego and id == CARDS[0])]
            return {id: Knot(name, id, f"{name} {id.int}", said(""), f"/{name}/{id.int}/", quote=name == "card") for id in seen}

        return ThreadKind(
            knots, lambda ids: {id: world.id for id in ids}, lambda programmes: {world.id: known[name]} if name == "need" else {}
        )

    def edge(earlier, later, links):
        back = {}
        for one, many in links.items():
            for other in many:
                back.setdefault(other, []).append(one)

        def walk(table):
            return lambda ids: asked.append((earlier, later)) or {id: table[id] for id in ids if id in table}

        only.thread_edges[earlier, later] = ThreadEdge(walk(links), walk(back))

    for name in ("card", "need", "action", "lesson"):
        only.thread_kinds[name] = kind(name)
    edge("card", "need", {card: [NEED] for card in CARDS})
    edge("need", "action", {NEED: [ACTION]})
    edge("action", "lesson", {ACTION: LESSONS})
    return asked


def walked(links):
    return [(link.knot.kind, link.knot.id.int, link.more) for link in links]


def test_from_the_need_it_goes_back_to_a_card_and_forward_to_a_lesson(world, thread):
    found = thread_of("need", NEED, world.ana)
    assert walked(found) == [("card", 1, 2), ("need", 10, 0), ("action", 20, 0), ("lesson", 30, 1)]
    assert [link.here for link in found] == [False, True, False, False]


def test_from_its_ends_it_is_the_same_thread_in_at_most_four_steps(world, thread):
    assert walked(thread_of("card", CARDS[1], world.ana)) == [("card", 2, 0), ("need", 10, 0), ("action", 20, 0), ("lesson", 30, 1)]
    assert walked(thread_of("lesson", LESSONS[1], world.ana)) == [("card", 1, 2), ("need", 10, 0), ("action", 20, 0), ("lesson", 31, 0)]


def test_it_asks_two_questions_a_step_and_one_for_the_knot_itself(world, thread):
    thread_of("need", NEED, world.ana)
    assert len(thread) == 1 + 2 * 3


def test_what_the_person_may_not_see_is_passed_over(world, thread):
    assert walked(thread_of("need", NEED, world.diego))[0] == ("card", 2, 1)
    with pytest.raises(NoSuchKnot):
        thread_of("card", CARDS[0], world.diego)


def test_a_kind_or_an_id_that_nobody_knows_is_no_knot(world, thread):
    for kind, id in (("reading", READING), ("moon", NEED), ("need", uuid4())):
        with pytest.raises(NoSuchKnot):
            thread_of(kind, id, world.ana)
    assert thread_context("need", uuid4(), world.ana) is None


def test_its_page_shows_every_branch_both_ways(world, thread):
    levels = tree_of("action", ACTION, world.ana)
    assert [(level.kind, [knot.id.int for knot in level.knots]) for level in levels] == [
        ("card", [1, 2, 3]),
        ("need", [10]),
        ("action", [20]),
        ("lesson", [30, 31]),
    ]


def test_of_very_many_branches_the_first_are_shown_and_the_others_counted(world, thread, only):
    many = [UUID(int=100 + number) for number in range(MOST + 7)]
    only.thread_edges["card", "need"] = ThreadEdge(lambda ids: {}, lambda ids: {NEED: many})
    kind = only.thread_kinds["card"]
    only.thread_kinds["card"] = ThreadKind(
        lambda ids, person: {id: Knot("card", id, "x", said(""), "/") for id in ids}, kind.programme, None
    )
    assert thread_of("need", NEED, world.ana)[0].more == MOST + 6
    assert tree_of("need", NEED, world.ana)[0].left_out == 7


def test_for_a_page_what_has_not_happened_yet_is_dashed(world, thread):
    shown = thread_context("need", NEED, world.ana)
    assert [(knot["kind"], knot.get("not_yet", False)) for knot in shown["knots"]][-1] == ("Satisfacción", True)
    assert shown["knots"][0]["quote"] == "card 1" and shown["knots"][0]["more"][0] == "y 2 más"
    assert shown["knots"][1]["here"] and shown["knots"][1]["url"] == ""


def test_the_component_asks_nothing_again_while_nothing_is_recorded(world, thread, django_assert_num_queries):
    thread_context("need", NEED, world.ana)
    before = len(thread)
    with django_assert_num_queries(1):
        thread_context("need", NEED, world.ana)
    now = mark()
    with django_assert_num_queries(0):
        thread_context("need", NEED, world.ana, now)
    assert len(thread) == before


def test_a_programmes_example_begins_with_what_somebody_said(world, thread):
    assert walked(example(world.id, world.ana))[0] == ("card", 1, 2)
    assert not any(knot.get("here") for knot in example_context(world.id, world.ana, mark())["knots"])


def test_without_anything_said_there_is_no_example(world, only):
    assert example_context(world.id, world.ana, mark()) is None


def test_a_branch_that_ends_early_does_not_hide_one_that_goes_on(world, thread, only):
    idle = UUID(int=19)
    forward, back = only.thread_edges["need", "action"].forward, only.thread_edges["need", "action"].back
    knots = only.thread_kinds["action"].knots
    only.thread_edges["need", "action"] = ThreadEdge(lambda ids: {NEED: [idle, ACTION]} if NEED in ids else forward(ids), back)
    only.thread_kinds["action"] = ThreadKind(
        lambda ids, person: knots(ids, person) | ({idle: Knot("action", idle, "visita", said(""), "/")} if idle in ids else {}),
        only.thread_kinds["action"].programme,
    )
    assert walked(thread_of("card", CARDS[1], world.ana)) == [("card", 2, 0), ("need", 10, 0), ("action", 20, 1), ("lesson", 30, 1)]
