"""What phones, console and wall hear of the workshop."""

import json

from django.core import signing

from milpa import ledger
from milpa.web.live import Asker
from milpa.workshops import live, tokens
from milpa.workshops.actions import grouping, voting, writing


def heard(story, after=0):
    return [(event.name, dict(event.data)) for event in live.read(str(story.id), after, "phone")]


def asks(story, participant=None):
    cookies = {tokens._cookie(story.workshop): signing.dumps(str(participant.id), salt=tokens.SALT)} if participant else {}
    return live.may_listen(Asker(cookies), str(story.id))


def test_a_participant_listens_as_a_phone_and_nobody_without_a_token(planned):
    assert (asks(planned, planned.rosa), asks(planned)) == ("phone", None)
    assert live.may_listen(Asker({}), "nothing") is None


def test_cards_and_placings_are_heard_in_the_order_in_which_they_arrived(grouped):
    names = [name for name, _data in heard(grouped)]
    assert names[:5] == ["card"] * 5
    assert names.count("placed") == 5
    assert names[-1] == "solved"


def test_a_card_taken_from_the_wall_and_put_back_is_heard(written):
    card = written.cards["Siempre me piden rebaja"]
    writing.moderate_card(written.beto, written.id, ledger.uuid7(), card.id, "Repetida")
    assert heard(written)[-1] == ("moderated", {"card": str(card.id)})
    writing.return_card(written.beto, written.id, ledger.uuid7(), card.id, "No lo estaba")
    assert heard(written)[-1] == ("returned", {})


def test_nothing_heard_before_closing_tells_a_count_or_a_name(grouped):
    before = live.read(str(grouped.id), 0, "phone")[-1].arrived
    grouped.open_vote(dots_each=2)
    state = json.dumps(live.state(str(grouped.id)))
    for who in ("rosa", "tomas"):
        grouped.cast(who, "Vender directo")
    assert heard(grouped, before) == []
    assert json.dumps(live.state(str(grouped.id))) == state
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    assert live.state(str(grouped.id))["vote"] == "closed"


def test_the_state_says_which_activity_is_under_way_and_who_came_by_which_way(written):
    state = live.state(str(written.id))
    assert (state["activity"]["kind"], state["cards"], state["people"]) == ("writing", 5, {"phone": 3, "paper": 1, "voice": 0})


def test_a_group_is_heard_with_its_names(grouped):
    before = live.read(str(grouped.id), 0, "phone")[-1].arrived
    group = grouped.groups["Caminos"]
    grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), group.id, "Caminos y puentes")
    assert heard(grouped, before) == [("named", {"group": str(group.id), "name": "Caminos y puentes"})]
