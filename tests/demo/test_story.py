"""The whole story plays through the actions, and ends as its pages say. It takes a minute: it is the one test of everything together."""

import json

import pytest
from demo.parts import people

from demo import play as player
from milpa.people.models import Person
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Programme
from milpa.programmes.threads import ORDER, thread_of
from milpa.results.measuring import measured_anew
from milpa.workshops.models import Card

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def test_the_story_plays_from_the_first_day_to_today(settings, tmp_path, monkeypatch):
    settings.DATA = tmp_path
    (tmp_path / "demo.json").write_text("{}")
    told = []
    monkeypatch.setattr(people, "_password", lambda: "una clave larga 1")
    player.play(lambda done, total: told.append((done, total)))

    assert told[-1][0] == told[-1][1]
    programme = Programme.objects.get(title="Hoteles pequeños, Región Demostrativa")
    assert standing_of(programme).current == "deliver"

    satisfaction = measured_anew([programme.id])[programme.id].satisfaction.total
    assert (satisfaction.satisfied, satisfaction.answered, satisfaction.started) == (16, 19, 24)

    ana = Person.objects.get(name="Ana Morales")
    card = Card.objects.get(workshop__programme=programme, text__startswith="Booking me cobra mucho")
    assert [link.knot.kind for link in thread_of("card", card.id, ana)] == list(ORDER)
    assert set(json.loads((tmp_path / "demo.json").read_text())["people"]) >= {"coordinator", "owner", "funder"}
