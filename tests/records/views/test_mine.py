"""One's own record."""

import json
from html import unescape

import pytest
from django.urls import reverse

from tests.records.told import told

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def test_a_learner_sees_their_own_statements_and_nobody_elses(client, world):
    told(world.institute, world.rosa)
    told(world.institute, world.tomas, name="Ajena")
    client.force_login(world.rosa.account)
    answer = unescape(client.get(reverse("records:mine")).content.decode())
    assert "Rosa completó “Una foto”." in answer and "Ajena" not in answer and "Tomas" not in answer


def test_it_is_taken_along_as_a_file_whole_and_as_stored(client, world):
    ids = {str(told(world.institute, world.rosa)) for _ in range(30)} | {str(told(world.strangers, world.rosa))}
    told(world.institute, world.tomas)
    client.force_login(world.rosa.account)
    answer = client.get(reverse("records:download_mine"))
    record = json.loads(answer.content)
    assert record["person"] == str(world.rosa.id) and record["count"] == 31
    assert {one["id"] for one in record["statements"]} == ids and "attachment" in answer["Content-Disposition"]
    assert all(one["stored"] for one in record["statements"])


def test_it_goes_page_by_page(client, world):
    for number in range(27):
        told(world.institute, world.rosa, name=f"Unidad {number}")
    client.force_login(world.rosa.account)
    first = unescape(client.get(reverse("records:mine")).content.decode())
    assert "“Unidad 26”" in first and "“Unidad 1”" not in first and "?before=3" in first
    assert "“Unidad 1”" in unescape(client.get(reverse("records:mine"), {"before": "3"}).content.decode())


def test_who_did_nothing_reads_what_will_stand_here(client, world):
    client.force_login(world.lidia.account)
    assert "Todavía no hay nada" in unescape(client.get(reverse("records:mine")).content.decode())
