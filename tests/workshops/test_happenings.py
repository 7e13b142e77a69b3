"""One question finds whatever happened in a room, of every kind, in the order in which it arrived."""

from uuid import uuid4

from milpa import ledger
from milpa.workshops.actions import deciding, grouping, judging, voting, writing
from milpa.workshops.happenings import happened


def told(story, after=0):
    return [(event.name, dict(event.data)) for event in happened(story.id, after)]


def so_far(story):
    return happened(story.id, 0)[-1].arrived


def test_whatever_is_said_of_cards_and_groups_is_told_with_its_ids(grouped):
    before = so_far(grouped)
    card, group = grouped.cards["Siempre me piden rebaja"], grouped.groups["Reservaciones"]
    own = {"card": str(card.id)}
    grouping.place_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, group.id)
    grouping.place_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, None)
    grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), group.id, "Reservas")
    grouping.say_solved(grouped.beto, grouped.id, ledger.uuid7(), group.id, True)
    writing.moderate_card(grouped.beto, grouped.id, ledger.uuid7(), card.id, "Repetida")
    made = grouping.make_group(grouped.beto, grouped.id, ledger.uuid7(), "Otra cosa")
    assert told(grouped, before) == [
        ("placed", own | {"group": str(group.id)}),
        ("placed", own | {"group": None}),
        ("named", {"group": str(group.id), "name": "Reservas"}),
        ("solved", {"group": str(group.id)}),
        ("moderated", own),
        ("group", {"id": str(made.id), "name": "Otra cosa"}),
    ]


def test_a_judgement_is_told_without_its_value(voted):
    before, group = so_far(voted), voted.groups["Reservaciones"]
    voted.go_to("suitability")
    judging.judge(voted.beto, voted.id, ledger.uuid7(), group.id, "screen", 2)
    assert told(voted, before) == [("judged", {"group": str(group.id)})]


def test_a_card_tells_its_author_only_while_the_group_wants_names_and_only_if_it_was_written_so(planned):
    planned.go_to("writing")
    unnamed = planned.write("rosa", "Sin nombre")
    deciding.decide_naming(planned.beto, planned.id, ledger.uuid7(), True)
    named = writing.write_card(planned.tomas.person, planned.id, ledger.uuid7(), "Con nombre", named=True)
    first, second = {"id": str(unnamed.id), "text": "Sin nombre"}, {"id": str(named.id), "text": "Con nombre"}
    assert told(planned) == [("card", first), ("card", second | {"author": "Tomás"})]
    deciding.decide_naming(planned.beto, planned.id, ledger.uuid7(), False)
    assert told(planned) == [("card", first), ("card", second)]


def test_whatever_is_withdrawn_asks_the_screens_to_read_again(grouped):
    vote, group = grouped.open_vote(dots_each=2), grouped.groups["Reservaciones"]
    before = so_far(grouped)
    voting.withdraw_vote(grouped.beto, vote.id, ledger.uuid7(), "Se abrió antes de tiempo")
    assert ("returned", {}) in told(grouped, before)
    before = so_far(grouped)
    grouping.dissolve_group(grouped.beto, grouped.id, ledger.uuid7(), group.id)
    assert ("returned", {}) in told(grouped, before)


def test_nothing_of_another_room_and_nothing_that_was_told_before(grouped):
    assert happened(uuid4(), 0) == []
    assert happened(grouped.id, so_far(grouped)) == []


def test_it_is_one_question(grouped, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(happened(grouped.id, 0)) == 15
