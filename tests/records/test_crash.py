"""kill -9 while eight tools write: what was answered 200 is there, once; a batch is there whole or not at all.

Three moments by a seed that is printed when one fails; the bench does it a hundred times (`python -m bench.records crash`).
"""

import base64
import json
import random
from uuid import UUID

import pytest

from milpa.records.access.credentials import make_credential
from milpa.records.models import Known, Statement
from milpa.records.store.counting import Numbers
from milpa.records.store.finding import Filters, find
from tests.harness.databases import on_postgresql
from tests.harness.senders import Senders

HERE = UUID(int=77)
SEEDS = [20261124] if on_postgresql() else [20261124, 2010, 989]


def seed():
    shown = make_credential(HERE, "tool", ["all"], by=None)
    return "Basic " + base64.b64encode(f"{shown.credential.key}:{shown.secret}".encode()).decode()


@pytest.mark.parametrize("number", SEEDS)
def test_what_was_acknowledged_survives_a_kill(served, number):
    site = served(seed)
    chance = random.Random(number)
    senders = Senders(site.port, site.seeded, chance)
    senders.until_killed(site.kill, after=chance.uniform(0.2, 1.2))
    stored = [str(id) for id in Statement.objects.values_list("id", flat=True)]
    assert senders.acknowledged, f"seed {number}"
    assert senders.broken(stored) == [], f"seed {number}"
    assert Known.objects.count() == len(stored)

    site.start()  # after it, everything can be found again
    for _look in range(200):
        if site.answers() and Numbers.read().lag == 0:
            break
    found = []
    after = None
    while True:
        page = find(HERE, Filters(), 500, after=after)
        found += [json.loads(row.content)["id"] for row in page.rows]
        if (after := page.following) is None:
            break
    assert sorted(found) == sorted(stored)
