"""Before a programme moves to another edition of the guide, it says what changes; only then is it confirmed."""

import re

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.guide.actions.adapting import adapt
from milpa.guide.actions.publishing import publish
from milpa.guide.actions.writing import add_step, move_step, remove_step, rewrite_step
from milpa.guide.models import Guide, GuideEdition
from milpa.programmes.actions.attaching import Attachment, attach
from milpa.programmes.models import Programme
from milpa.programmes.moving import preview_of


@pytest.fixture
def other(world):
    """Ana's own edition: one step more, one less, one moved, and the workshop asks for other evidence."""
    guide = adapt(world.ana, ledger.uuid7(), world.programme.edition_id, {"es": "Nuestra guía", "en": "Our guide"})
    columns = {"purpose": {"es": "Ver."}, "who": ["facilitator"], "activities": [], "evidence": [], "instruments": []}
    add_step(world.ana, ledger.uuid7(), guide.id, 1, "listen", title={"es": "Visitar"}, **columns)
    first, second = list(world.programme.guide.phases[0].steps)[:2]
    remove_step(world.ana, guide.id, 2, first.id, "")
    move_step(world.ana, guide.id, 3, second.id, "listen", 1)
    rewrite_step(world.ana, guide.id, 4, "workshop", evidence=["acta.del_taller"])
    return publish(world.ana, ledger.uuid7(), guide.id, Guide.objects.get(id=guide.id).revision, "La nuestra."), first, second


@pytest.fixture
def send(world, signed_in):
    client = signed_in(world.ana)

    def sent(edition, **more):
        typed = {"form_id": str(ledger.uuid7()), "revision": 1, "title": "Hoteles", "edition": str(edition.id), "language": "es"}
        return client.post(reverse("programmes:edit", args=[world.id]), typed | more)

    return sent


def titles(lines):
    return [line.title for line in lines]


def test_what_appears_disappears_and_moves_is_told_with_what_stays_on_record(world, other, django_assert_max_num_queries):
    edition, gone, moved = other
    attach(world.ana, ledger.uuid7(), world.id, Attachment(step=gone.id, kind="note", title="Acta", note="Se hizo."))
    programme = Programme.objects.get(id=world.id)
    with django_assert_max_num_queries(4):
        found = preview_of(programme, edition.id)
    assert titles(found.appear) == ["Visitar"]
    assert titles(found.disappear) == [str(gone.title)]
    assert "1 evidencia queda registrada" in found.disappear[0].meta
    assert titles(found.elsewhere) == [str(moved.title)]
    assert found.keys_appear and found.keys_disappear
    assert not found.is_same


def test_the_form_shows_the_preview_and_changes_nothing_before_it_is_confirmed(world, other, send, django_assert_max_num_queries):
    edition = other[0]
    with django_assert_max_num_queries(15):  # three of them are the savepoint of the action that refuses
        answer = send(edition)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Pasos que aparecen" in text and "Visitar" in text
    assert Programme.objects.get(id=world.id).edition_id != edition.id
    carried = dict(re.findall(r'type="hidden" name="(title|edition|language|form_id|revision)" value="([^"]*)"', text))
    assert carried["title"] == "Hoteles"
    assert carried.pop("edition") == str(edition.id)
    assert send(edition, **carried, seen=str(edition.id)).status_code == 302
    assert Programme.objects.get(id=world.id).edition_id == edition.id


def test_one_goes_back_to_the_form_with_what_was_typed(world, other, send):
    answer = send(other[0], again="yes", title="Hoteles de Petén")
    assert 'value="Hoteles de Petén"' in answer.content.decode()
    assert Programme.objects.get(id=world.id).title != "Hoteles de Petén"


def test_an_edition_that_one_may_not_read_is_not_shown(world, send):
    own = adapt(world.elena, ledger.uuid7(), world.programme.edition_id, {"es": "Guía ajena"})
    theirs = publish(world.elena, ledger.uuid7(), own.id, 1, "")
    answer = send(theirs, seen=str(theirs.id))
    assert answer.status_code == 422
    assert GuideEdition.objects.filter(id=theirs.id).exists()
    assert "Guía ajena" not in answer.content.decode()
