"""The counterpart is appointed under a mandate; the evidence says what is still missing."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from milpa import ledger
from milpa.conglomerates.actions.appointing import Mandate, appoint_counterpart, end_counterpart
from milpa.conglomerates.evidence import counterpart_appointed
from milpa.conglomerates.models import CounterpartAppointed
from milpa.conglomerates.refusals import NotOfTheBody, NotSpeaking, ReasonNeeded, SameLiaisonAndDeputy
from milpa.ledger.refusals import Conflict
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.web.models import StoredFile
from milpa.web.uploads.reading import readable
from milpa.web.uploads.refusals import CarriesPrograms

PDF = b"%PDF-1.4\n%%EOF"


def mandate(world, **changes) -> Mandate:
    said = {"kind": "association", "members": 219, "note": "Acta 12", "liaison": world.carmen.id, "deputy_name": "Mateo"} | changes
    return Mandate(**said)


def appoint(world, by=None, upload=None, id=None, body=None, **changes) -> CounterpartAppointed:
    body = body or world.association
    return appoint_counterpart(by or world.ana, id or ledger.uuid7(), world.id, body.id, mandate(world, **changes), upload)


def test_a_complete_mandate_is_the_evidence(world):
    assert not counterpart_appointed([world.id])[world.id].met
    appoint(world)
    assert counterpart_appointed([world.id])[world.id].met


@pytest.mark.parametrize("lacking", [{"note": ""}, {"liaison": None}, {"deputy_name": ""}])
def test_what_is_missing_is_named(world, lacking):
    appoint(world, **lacking)
    answer = counterpart_appointed([world.id])[world.id]
    assert not answer.met
    assert answer.missing.values["what"]


def test_a_term_that_is_over_ends_the_evidence_and_one_that_runs_says_until_when(world):
    today = ledger.now().date()
    appoint(world, until=today - timedelta(days=1))
    assert not counterpart_appointed([world.id])[world.id].met
    appoint(world, until=today)
    assert counterpart_appointed([world.id])[world.id].until.date() == today + timedelta(days=1)


def test_a_new_mandate_takes_the_place_of_the_old_and_keeps_its_document(world):
    first = appoint(world, upload=SimpleUploadedFile("acta.pdf", PDF))
    second = appoint(world, deputy_name="Amparo")
    assert [one.id for one in CounterpartAppointed.objects.standing()] == [second.id]
    assert second.mandate == first.mandate == first.id


def test_the_mandate_is_read_by_whoever_sees_the_programme(world):
    appoint(world, upload=SimpleUploadedFile("acta.pdf", PDF))
    files = list(StoredFile.objects.all())
    assert (len(readable(world.diego, files)), readable(world.elena, files), readable(None, files)) == (1, [], [])


def test_sent_twice_it_is_one_and_nobody_is_named_twice(world):
    id = ledger.uuid7()
    assert appoint(world, id=id) == appoint(world, id=id)
    assert Person.objects.filter(name="Mateo").count() == 1
    with pytest.raises(Conflict):
        appoint(world, id=id, members=3)


def test_only_who_accepted_to_speak_is_appointed(world):
    with pytest.raises(NotSpeaking):
        appoint(world, body=world.ministry)


def test_liaison_and_deputy_are_two_people_of_the_body(world):
    with pytest.raises(NotOfTheBody):
        appoint(world, liaison=world.diego.id)
    with pytest.raises(SameLiaisonAndDeputy):
        appoint(world, deputy=world.carmen.id)


def test_a_forged_document_is_refused_and_nothing_is_appointed(world):
    with pytest.raises(CarriesPrograms):
        appoint(world, upload=SimpleUploadedFile("acta.pdf", b"<svg><script>alert(1)</script></svg>"))
    assert not CounterpartAppointed.objects.exists()


def test_a_mandate_ends_with_a_reason(world):
    one = appoint(world)
    with pytest.raises(ReasonNeeded):
        end_counterpart(world.ana, ledger.uuid7(), one.id, " ")
    end_counterpart(world.ana, ledger.uuid7(), one.id, "La asamblea eligió otra directiva")
    assert not CounterpartAppointed.objects.standing().exists()
    assert not counterpart_appointed([world.id])[world.id].met


def test_only_the_coordinator_of_the_owner_appoints(world):
    for person in (world.elena, world.carmen, world.beto):
        with pytest.raises(Programme.DoesNotExist):
            appoint(world, by=person)
