"""What all phones show alike: drawn once, without anybody's own, and without a count before the vote is closed."""

import json
import re
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from milpa import ledger
from milpa.workshops import every_phone, live
from milpa.workshops.actions import grouping, moving_on, voting
from tests.workshops.views.test_phone_room import holds, text


def shown(story, audience="phone"):
    return every_phone.screen(str(story.id), audience, live.state(str(story.id)))


def page(client, participant):
    return text(client.get(f"{holds(client, participant)}room/"))


def test_only_phones_are_sent_a_screen(planned):
    assert shown(planned, "console") is None
    assert every_phone.screen(str(planned.id), "phone", None) is None


def test_a_phone_s_own_page_and_the_screen_sent_to_all_say_the_same_and_have_the_same_mark(client, grouped):
    grouped.open_vote(dots_each=2)
    screen, own = shown(grouped), page(client, grouped.rosa)
    assert f'data-mark="{screen.mark}"' in own
    assert (screen.data["mode"], screen.data["heading"] in own, screen.data["say"] in own) == ("voting", True, True)
    boxes = re.findall(r'name="groups" value="([^"]+)"', own)
    assert re.findall(r'name="groups" value="([^"]+)"', screen.data["html"]) == boxes == list(grouped.vote.groups)


def test_it_carries_no_id_no_token_and_no_person(grouped):
    grouped.open_vote(dots_each=2)
    html = shown(grouped).data["html"]
    assert set(re.findall(r'name="form_id" value="([^"]*)"', html)) == {""}
    assert "csrfmiddlewaretoken" not in html
    assert str(grouped.rosa.id) not in json.dumps(shown(grouped).data)


def test_while_people_vote_not_a_letter_of_it_changes_and_at_closing_it_is_the_result(client, grouped):
    grouped.open_vote(dots_each=2)
    before = shown(grouped)
    for who in ("rosa", "tomas"):
        grouped.cast(who, "Vender directo")
    assert shown(grouped) == before
    voting.close_vote(grouped.beto, grouped.vote.id, ledger.uuid7())
    after = shown(grouped)
    assert (after.data["mode"], after.mark != before.mark) == ("counted", True)
    assert "2 personas votaron" in after.data["html"]
    with timezone.override(ZoneInfo("America/Guatemala")):
        assert re.search(r"<table.*?</table>", after.data["html"], re.S)[0] in page(client, grouped.rosa)


def test_each_language_has_its_own_words(grouped):
    grouped.open_vote(dots_each=2)
    assert "Enviar mi voto" in shown(grouped).data["html"]
    assert "Send my vote" in shown(grouped, "phone:en").data["html"]


def test_another_vote_after_one_that_was_withdrawn_has_another_mark(grouped):
    first = grouped.open_vote(dots_each=2)
    before = shown(grouped)
    voting.withdraw_vote(grouped.beto, first.id, ledger.uuid7(), "Faltaba un grupo")
    grouped.vote = voting.open_vote(grouped.beto, grouped.id, ledger.uuid7(), dots_each=1)
    assert shown(grouped).mark != before.mark
    assert str(grouped.vote.id) in shown(grouped).data["html"]


def test_the_way_back_shows_what_was_shown_and_a_group_s_new_name_is_on_the_ballot(grouped):
    grouped.open_vote(dots_each=2)
    grouping.name_group(grouped.beto, grouped.id, ledger.uuid7(), grouped.groups["Vender directo"].id, "Vender sin intermediarios")
    assert "Vender sin intermediarios" in shown(grouped).data["html"]


def test_when_the_workshop_moves_on_the_phones_are_sent_where_it_is(written):
    assert shown(written).data["mode"] == "writing"
    activity = written.workshop.activities.get(kind="grouping")
    moving_on.open_activity(written.beto, written.id, ledger.uuid7(), activity.id)
    assert (shown(written).data["mode"], shown(written).data["heading"]) == ("listening", activity.title)


@pytest.mark.parametrize("stage", ["written", "voted"])
def test_it_is_drawn_within_twelve_queries(request, stage, django_assert_max_num_queries):
    story = request.getfixturevalue(stage)
    state = live.state(str(story.id))
    every_phone._kept.cache_clear()
    with django_assert_max_num_queries(12):
        every_phone.screen(str(story.id), "phone", state)
