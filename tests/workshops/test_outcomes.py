"""The needs as the page tells them: in which order, how far the result has been given back."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from milpa import ledger
from milpa.ledger import clock
from milpa.workshops.actions.publishing import publish_result, remark
from milpa.workshops.models import Need
from milpa.workshops.outcomes import in_words, result_of
from tests.workshops.desk import revision


@pytest.fixture(autouse=True)
def in_spanish():
    with override("es"):
        yield


def result(story, may=lambda verb: True):
    return result_of(story.world.programme, may)


def test_before_a_workshop_is_closed_there_are_none(judged):
    found = result(judged)
    assert (found.exists, found.state) == (False, "Todavía no hay: salen de un taller cerrado.")


def test_suited_needs_stand_by_their_votes_and_others_apart(closed):
    found = result(closed)
    assert [(need.rank, need.title, need.votes) for need in found.suited] == [(1, "Precio y temporada", 3), (2, "Vender directo", 2)]
    assert [need.title for need in found.others] == ["Reservaciones"]
    assert [row["handed_to"] for row in found.handed] == ["Municipalidad"]


def test_equal_votes_share_a_place_and_say_so(closed):
    Need.objects.filter(title="Vender directo").update(rank=1)
    assert [need.tied for need in result(closed).suited] == [True, True]


def test_the_order_can_be_frozen_only_after_seven_days_and_with_every_remark_answered(closed, monkeypatch):
    publish_result(closed.world.ana, closed.world.id, revision(closed))
    assert (result(closed).may_remark, result(closed).may_freeze) == (True, False)
    remark(None, closed.world.id, ledger.uuid7(), "Falta hablar de crédito", way="link")
    later = clock.now() + timedelta(days=7, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    found = result(closed)
    assert (found.may_remark, found.may_freeze) == (False, False)
    assert found.remarks_state == "Pasaron los siete días; llegó 1 observación, 0 de 1 con respuesta."
    assert found.remarks[0].who == "Alguien por el enlace abierto · por enlace"


def test_who_may_nothing_is_offered_nothing(closed):
    found = result(closed, lambda verb: False)
    assert not any([found.may_edit, found.may_publish, found.may_freeze, found.may_answer, found.may_remark, found.may_thaw])


def test_a_need_says_its_priority_in_a_sentence(closed):
    assert in_words(Need.objects.get(title="Vender directo")) == "Prioridad 2 de 3; en la votación: 2 puntos. Se presta para TIC."
    handed = "No se resuelve con capacitación. Se entregó a: Municipalidad."
    assert in_words(Need.objects.get(title="Caminos")) == handed


def test_it_is_read_in_seven_queries(closed, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        result(closed)
