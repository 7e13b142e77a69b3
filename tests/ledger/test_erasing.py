"""Erasure: the text goes, the act stays."""

from django.db import transaction

from milpa import ledger
from milpa.ledger.erasing import erase_texts


def test_erased_text_is_gone_its_hash_cannot_be_guessed_and_a_repeat_is_answered_as_stored(world):
    said = {
        "by": world.rosa,
        "institution_id": world.institute.id,
        "kind": "people.membership",
        "target": ledger.uuid7(),
        "why": "mi secreto",
    }
    fact = ledger.Voided(id=ledger.uuid7(), **said)
    with transaction.atomic():
        ledger.append([fact])
    with transaction.atomic():
        assert erase_texts(world.rosa) == 1
    kept = ledger.Voided.objects.get(id=fact.id)
    assert (kept.why, bytes(kept.salt), kept.by) == ("", b"", world.rosa)
    with transaction.atomic():
        known, new = ledger.recognise([ledger.Voided(id=fact.id, **said)])
    assert (len(known), new) == (1, [])
