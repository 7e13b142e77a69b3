"""Every page of the desk at every stage: open to whom it should, within twelve queries, and nothing for Elena."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from milpa.workshops.models import Card, Need
from tests.workshops import story

STAGES = [story.planned, story.written, story.grouped, story.voted, story.judged, story.closed]
OF_A_WORKSHOP = [
    "console",
    "wall",
    "poster",
    "people",
    "invitations",
    "cards",
    "votes",
    "minutes",
    "agenda",
    "parts",
    "helpers",
    "paper",
    "photographs",
    "commitments",
    "by_link",
    "reach",
]


def pages(told):
    """Addresses of what there is to see."""
    programme = told.world.id
    found = [reverse(f"workshops:{name}", args=[programme]) for name in ("list", "needs", "needs_list")]
    found += [reverse(f"workshops:{name}", args=[programme, told.id]) for name in OF_A_WORKSHOP]
    found += [reverse("workshops:card", args=[programme, card.id]) for card in Card.objects.all()[:1]]
    return found + [reverse("workshops:need", args=[programme, need.id]) for need in Need.objects.all()[:1]]


def met(client, page):
    """The status, within twelve queries; what is read once a process, as the bases of the guide, may have come on top."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(page)
    if len(asked) > 12:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page)
    assert len(asked) <= 12, (page, len(asked))
    return answer.status_code


@pytest.mark.parametrize("stage", STAGES, ids=[stage.__name__ for stage in STAGES])
def test_whoever_facilitates_sees_every_page_within_twelve_queries(client, world, stage):
    told = stage(world)
    client.force_login(world.beto.account)
    for page in pages(told):
        assert met(client, page) == 200, page


@pytest.mark.parametrize("who", ["carmen", "diego", "ana"])
def test_partners_read_and_the_association_sees_who_came(client, world, closed, who):
    client.force_login(getattr(world, who).account)
    for page in pages(closed):
        refused = (who == "diego" and ("/people/" in page or "/invitations/" in page)) or (
            who in ("carmen", "diego") and ("/helpers/" in page or "/agenda/change/" in page or "/link/" in page)
        )
        assert met(client, page) == (403 if refused else 200), page


def test_elena_finds_nothing(client, world, closed):
    client.force_login(world.elena.account)
    assert {client.get(page).status_code for page in pages(closed)} == {404}


def test_the_owner_of_a_hotel_does_not_reach_the_desk(client, world, closed):
    client.force_login(world.rosa.account)
    assert {client.get(page).status_code for page in pages(closed)} == {403}
