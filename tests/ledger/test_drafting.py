"""What is being typed."""

from datetime import timedelta

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.drafting import drafts_of, drop_draft, keep_draft


def test_typing_on_fills_the_same_draft(world):
    form = ledger.uuid7()
    keep_draft(world.ana, form, "section", 1, {"text": "Los hot"})
    keep_draft(world.ana, form, "section", 1, {"text": "Los hoteles"})
    assert [draft.fields for draft in drafts_of(world.ana, "section")] == [{"text": "Los hoteles"}]


def test_a_draft_of_another_device_does_not_overwrite_both_are_offered(world):
    keep_draft(world.ana, ledger.uuid7(), "section", 1, {"text": "en la computadora"}, "laptop")
    keep_draft(world.ana, ledger.uuid7(), "section", 1, {"text": "en el teléfono"}, "phone")
    assert [draft.device for draft in drafts_of(world.ana, "section")] == ["phone", "laptop"]


def test_nobody_else_sees_or_drops_a_draft(world):
    form = ledger.uuid7()
    keep_draft(world.ana, form, "section", 1, {"text": "mío"})
    drop_draft(world.beto, form)
    assert drafts_of(world.beto, "section") == []
    assert len(drafts_of(world.ana, "section")) == 1


def test_drafts_are_kept_thirty_days(world):
    with clock.at(ledger.now() - timedelta(days=31)):
        keep_draft(world.ana, ledger.uuid7(), "section", 1, {"text": "viejo"})
    assert drafts_of(world.ana, "section") == []
