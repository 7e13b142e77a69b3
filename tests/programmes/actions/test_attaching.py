"""Evidence by hand."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.ledger.refusals import Conflict, NotYours
from milpa.programmes.actions.attaching import Attachment, attach, suffice, withdraw_evidence
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import EvidenceAttached, Programme
from milpa.programmes.refusals import Historical, NotOfTheGuide, NotYourEvidence, OnlyACoordinatorSuffices
from milpa.programmes.rules.steps import State
from milpa.web.models import StoredFile
from milpa.web.uploads.reading import fetch
from milpa.web.uploads.refusals import CarriesPrograms

NOTE = Attachment("anchor", "note", "Acta del consejo", key="programmes.anchored", note="Objetivo 3.")
FILE = Attachment("anchor", "file", "El acta", key="programmes.anchored")


def pdf():
    return SimpleUploadedFile("acta.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")


def state(world, step="anchor"):
    return standing_of(world.programme).step(step).state


def test_what_is_attached_begins_the_step_and_a_coordinators_word_finishes_it(world):
    assert state(world).state is State.MISSING
    row = attach(world.beto, ledger.uuid7(), world.id, NOTE)
    assert state(world).state is State.BEGUN
    said = suffice(world.ana, ledger.uuid7(), row.id, "El consejo lo firmó.")
    assert state(world).state is State.BY_HAND
    assert (said.key, said.note, said.suffices) == ("programmes.anchored", "El consejo lo firmó.", True)


def test_sent_twice_it_is_attached_once_and_its_file_stored_once(world):
    id = ledger.uuid7()
    first, again = (attach(world.beto, id, world.id, FILE, pdf()) for _time in range(2))
    assert first == again and first.file == id
    assert StoredFile.objects.filter(belongs_id=id).count() == 1
    with pytest.raises(Conflict):
        attach(world.beto, id, world.id, NOTE)


def test_a_file_is_read_by_who_may_see_the_programme(world):
    row = attach(world.beto, ledger.uuid7(), world.id, FILE, pdf())
    assert fetch(world.carmen, row.file).name == "acta.pdf"
    for stranger in (world.elena, world.rosa, None):
        with pytest.raises(StoredFile.DoesNotExist):
            fetch(stranger, row.file)


def test_a_forged_file_is_refused_and_nothing_is_attached(world):
    drawing = SimpleUploadedFile("../foto.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "image/png")
    with pytest.raises(CarriesPrograms):
        attach(world.beto, ledger.uuid7(), world.id, FILE, drawing)
    assert not EvidenceAttached.objects.exists() and not StoredFile.objects.filter(belongs_kind="programmes.evidence").exists()


def test_only_a_coordinator_says_that_it_suffices(world):
    with pytest.raises(OnlyACoordinatorSuffices):
        attach(world.beto, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", note="x", suffices=True))
    row = attach(world.beto, ledger.uuid7(), world.id, NOTE)
    with pytest.raises(NotYours):
        suffice(world.beto, ledger.uuid7(), row.id, "x")
    with pytest.raises(EvidenceAttached.DoesNotExist):
        suffice(world.elena, ledger.uuid7(), row.id, "x")


def test_what_suffices_for_the_whole_step_covers_all_its_keys(world):
    attach(world.ana, ledger.uuid7(), world.id, Attachment("team", "note", "Ficha", note="Así trabajamos.", suffices=True))
    assert state(world, "team").state is State.BY_HAND and state(world, "team").missing == ()


def test_the_counterpart_attaches_too_other_partners_and_strangers_do_not(world):
    assert attach(world.carmen, ledger.uuid7(), world.id, NOTE).institution == world.institute
    with pytest.raises(NotYours):
        attach(world.diego, ledger.uuid7(), world.id, NOTE)
    with pytest.raises(NotYours):
        attach(world.rosa, ledger.uuid7(), world.id, NOTE)
    with pytest.raises(Programme.DoesNotExist):
        attach(world.elena, ledger.uuid7(), world.id, NOTE)


def test_a_step_or_key_that_the_guide_does_not_have_is_refused(world):
    for wrong in (Attachment("moon", "note", "x", note="x"), Attachment("anchor", "note", "x", key="programmes.replicated", note="x")):
        with pytest.raises(NotOfTheGuide):
            attach(world.ana, ledger.uuid7(), world.id, wrong)


def test_what_is_withdrawn_no_longer_counts_and_stays_in_sight(world):
    row = attach(world.beto, ledger.uuid7(), world.id, NOTE)
    id = ledger.uuid7()
    first = withdraw_evidence(world.beto, id, row.id, "Era otra acta.")
    assert withdraw_evidence(world.beto, id, row.id, "Era otra acta.") == first
    standing = standing_of(world.programme).step("anchor")
    assert standing.state.state is State.MISSING
    assert [shown.voided_by for shown in standing.evidence] == [first.id]


def test_anothers_evidence_is_withdrawn_by_a_coordinator_only(world):
    row = attach(world.carmen, ledger.uuid7(), world.id, NOTE)
    with pytest.raises(NotYourEvidence):
        withdraw_evidence(world.beto, ledger.uuid7(), row.id, "x")
    with pytest.raises(EvidenceAttached.DoesNotExist):
        withdraw_evidence(world.elena, ledger.uuid7(), row.id, "x")
    withdraw_evidence(world.ana, ledger.uuid7(), row.id, "No corresponde.")


def test_nothing_is_attached_to_a_historical_programme(world):
    past = Written("Hoteles 2010", world.programme.edition_id, is_historical=True, source="Presentación de 2011.")
    programme = create_programme(world.ana, ledger.uuid7(), past)
    with pytest.raises(Historical):
        attach(world.ana, ledger.uuid7(), programme.id, NOTE)
