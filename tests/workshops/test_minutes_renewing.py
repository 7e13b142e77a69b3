"""The minutes follow what they quote, and only that."""

import pytest

from milpa import ledger
from milpa.ledger.check import problems
from milpa.ledger.models.documents import Revision
from milpa.workshops.actions import closing, grouping, ordering, publishing, typing
from milpa.workshops.models import Need, WorkshopMinutes
from tests.workshops.story import needs_of
from tests.workshops.test_exporting import photograph


def revisions(story):
    minutes = WorkshopMinutes.objects.get(workshop=story.id)
    return list(Revision.objects.filter(document=minutes.id).order_by("number").values_list("why", flat=True))


def test_issued_they_have_one_revision_and_issued_again_alike_no_other(closed):
    closing.issue_minutes(closed.beto, closed.id, ledger.uuid7(), "Se leyó en voz alta.")
    assert revisions(closed) == ["Se leyó en voz alta."]


def test_another_text_is_another_revision(closed):
    closing.issue_minutes(closed.beto, closed.id, ledger.uuid7(), "Se leyó y se corrigió.")
    assert len(revisions(closed)) == 2


def test_a_moved_order_and_an_answered_remark_are_revisions_with_their_reasons(closed):
    need = Need.objects.of(closed.world.id).get(title="Vender directo")
    ordering.move_need(closed.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    told = publishing.remark(closed.rosa.person, closed.world.id, ledger.uuid7(), "Falta el inglés")
    assert len(revisions(closed)) == 2
    publishing.answer_remark(closed.world.ana, told.id, ledger.uuid7(), "will_be_done", "Se agrega.")
    assert revisions(closed)[1:] == ["Así lo quiso el grupo", "Se respondió una observación"]


def test_publishing_changes_nothing_and_the_signatures_stand(closed):
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    assert len(revisions(closed)) == 1


def test_while_the_workshop_is_open_again_they_rest_and_closed_again_they_follow(closed):
    closing.reopen_workshop(closed.beto, closed.id, ledger.uuid7(), "Faltaba una tarjeta")
    rebate, direct = closed.cards["Siempre me piden rebaja"], closed.groups["Vender directo"]
    grouping.place_card(closed.beto, closed.id, ledger.uuid7(), rebate.id, direct.id)
    assert len(revisions(closed)) == 1
    closing.close_workshop(closed.beto, closed.id, ledger.uuid7())
    assert len(revisions(closed)) == 2


def test_a_photograph_and_a_commitment_are_revisions(closed):
    typing.keep_wall_photo(closed.beto, closed.workshop, ledger.uuid7(), photograph())
    closing.commit(closed.beto, closed.id, ledger.uuid7(), who="Ana", side="institute", text="Publicar")
    assert revisions(closed)[1:] == ["Se agregó una fotografía de la pared", "Se escribió un compromiso"]


@pytest.mark.django_db(databases=["default", "records"])
def test_the_check_finds_nothing(closed):
    need = Need.objects.of(closed.world.id).get(title="Vender directo")
    ordering.move_need(closed.beto, need.id, ledger.uuid7(), 1, "Así lo quiso el grupo")
    assert [problem for problem in problems() if "minutes" in problem] == []
