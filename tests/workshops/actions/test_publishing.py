"""The result given back: seven days, remarks answered, the order frozen."""

import pytest

from milpa import ledger
from milpa.ledger.models.documents import Revision
from milpa.ledger.refusals import StaleRevision
from milpa.workshops.actions import closing, ordering, publishing
from milpa.workshops.models import Need, Needs, NeedsFrozen, Remark, ResultPublished
from milpa.workshops.refusals import (
    DaysNotOver,
    NeedsAreFrozen,
    NotAParticipant,
    NotPublished,
    ReasonNeeded,
    RemarkIsEmpty,
    RemarksAreOver,
    RemarksUnanswered,
    TextTooLong,
)
from tests.workshops.story import needs_of


@pytest.fixture
def published(closed):
    publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    return closed


def say(story, text="Falta decir que es en hora de trabajo", id=None, **more):
    return publishing.remark(story.rosa.person, story.world.id, id or ledger.uuid7(), text, **more)


def test_the_result_is_published_once_and_from_the_newest_revision(closed):
    with pytest.raises(StaleRevision):
        publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision - 1)
    for _time in range(2):
        publishing.publish_result(closed.world.ana, closed.world.id, needs_of(closed).revision)
    assert ResultPublished.objects.count() == 1


def test_before_it_is_published_nobody_remarks_and_nothing_is_frozen(closed):
    with pytest.raises(NotPublished):
        say(closed)
    with pytest.raises(NotPublished):
        publishing.freeze_priorities(closed.world.ana, closed.world.id, ledger.uuid7())


def test_a_remark_sent_twice_is_one_and_an_empty_or_endless_one_is_none(published):
    id = ledger.uuid7()
    say(published, id=id)
    say(published, id=id)
    assert Remark.objects.count() == 1
    with pytest.raises(RemarkIsEmpty):
        say(published, "  ")
    with pytest.raises(TextTooLong):
        say(published, "x" * 1001)


def test_a_participant_s_remark_counts_for_their_enterprise_and_a_stranger_s_by_link_for_none(published):
    assert say(published).enterprise == published.luna
    assert publishing.remark(None, published.world.id, ledger.uuid7(), "¿Y el agua?", name="Gaspar", way="link").enterprise is None


def test_the_association_types_a_call_for_an_enterprise_and_another_institution_nothing(published):
    said = publishing.remark(
        published.world.carmen, published.world.id, ledger.uuid7(), "Estoy de acuerdo", enterprise_id=published.colibri.id, way="call"
    )
    assert (said.enterprise, said.by) == (published.colibri, published.world.carmen)
    with pytest.raises(NotAParticipant):
        publishing.remark(published.world.elena, published.world.id, ledger.uuid7(), "Hola", way="call")


def test_the_order_waits_for_seven_days_and_for_every_answer(published, at):
    asked = say(published)
    with pytest.raises(DaysNotOver):
        publishing.freeze_priorities(published.world.ana, published.world.id, ledger.uuid7())
    at.move(days=8)
    with pytest.raises(RemarksAreOver):
        say(published)
    with pytest.raises(RemarksUnanswered):
        publishing.freeze_priorities(published.world.ana, published.world.id, ledger.uuid7())
    with pytest.raises(ReasonNeeded):
        publishing.answer_remark(published.world.ana, asked.id, ledger.uuid7(), "will_be_done", " ")
    publishing.answer_remark(published.world.ana, asked.id, ledger.uuid7(), "will_be_done", "Entra en la carta")
    frozen = publishing.freeze_priorities(published.world.ana, published.world.id, ledger.uuid7())
    assert Revision.objects.filter(document=frozen.needs_id, number=frozen.number).exists()


@pytest.fixture
def frozen(published, at):
    at.move(days=8)
    publishing.freeze_priorities(published.world.ana, published.world.id, ledger.uuid7())
    return published


def test_a_frozen_order_is_changed_by_nobody_until_it_is_opened_with_a_reason(frozen):
    need = Need.objects.of(frozen.world.id).get(title="Vender directo")
    with pytest.raises(NeedsAreFrozen):
        ordering.move_need(frozen.beto, need.id, ledger.uuid7(), 1, "Urge")
    with pytest.raises(NeedsAreFrozen):
        ordering.describe_need(frozen.beto, need.id, needs_of(frozen).revision, title="Otro")
    with pytest.raises(NeedsAreFrozen):
        closing.reopen_workshop(frozen.beto, frozen.id, ledger.uuid7(), "Faltó algo")
    with pytest.raises(ReasonNeeded):
        publishing.thaw_priorities(frozen.world.ana, frozen.world.id, ledger.uuid7(), "")
    publishing.thaw_priorities(frozen.world.ana, frozen.world.id, ledger.uuid7(), "La asamblea lo pidió")
    ordering.move_need(frozen.beto, need.id, ledger.uuid7(), 1, "Urge")


def test_frozen_twice_is_frozen_once(frozen):
    publishing.freeze_priorities(frozen.world.ana, frozen.world.id, ledger.uuid7())
    assert NeedsFrozen.objects.count() == 1


def test_the_author_of_a_card_says_that_the_answer_is_none(published):
    card = published.cards["Siempre me piden rebaja"]
    publishing.dispute_answer(published.tomas.person, ledger.uuid7(), card_id=card.id)
    with pytest.raises(type(card).DoesNotExist):
        publishing.dispute_answer(published.rosa.person, ledger.uuid7(), card_id=card.id)


def test_only_the_coordinator_publishes_and_freezes(closed):
    for who in (closed.beto, closed.world.carmen, closed.world.elena):
        with pytest.raises(Needs.DoesNotExist):
            publishing.publish_result(who, closed.world.id, needs_of(closed).revision)
