from uuid import uuid4

import pytest

from milpa.people.gathering import gathered
from milpa.records import agents_known
from milpa.records.documents import personal, storing
from milpa.records.documents.preconditions import Preconditions
from milpa.records.documents.shelves import AGENT_PROFILE, STATE, Place, Shelf
from milpa.records.models.documents import AgentName, Document
from milpa.records.statements import HOME

pytestmark = pytest.mark.django_db(databases=["records"])

ROSA, TOMAS = uuid4(), uuid4()


def agent(person):
    return f"account:{HOME}|{person}"


@pytest.fixture(autouse=True)
def kept():
    for person in (ROSA, TOMAS):
        state = Place(Shelf(uuid4(), STATE, "urn:x:leccion", agent(person)), "marcador")
        storing.put(state, b'{"pagina": 3}', "application/json", Preconditions(), "2.0.0")
    profile = Place(Shelf(uuid4(), AGENT_PROFILE, "", agent(ROSA)), "voz")
    storing.put(profile, b"\xff", "audio/x", Preconditions(), "2.0.0")
    agents_known.learn(uuid4(), [{"account": {"homePage": HOME, "name": str(ROSA)}, "name": "Rosa"}])


def test_a_person_sees_what_tools_keep_about_them_in_every_institution():
    [held] = personal.told(gathered(documents=personal.asked(ROSA))["documents"])
    assert "2" in held.title and {label for label, _day in held.rows} == {"marcador", "voz"}


def test_nothing_is_said_where_nothing_is_kept():
    assert personal.told(gathered(documents=personal.asked(uuid4()))["documents"]) == []


def test_a_person_takes_their_documents_along_readable_where_they_are_text():
    [state, profile] = personal.export(ROSA)["documents"]
    assert (state["content"], state["activity"]) == ({"pagina": 3}, "urn:x:leccion")
    assert (profile["base64"], profile["content_type"]) == ("/w==", "audio/x")


def test_json_that_is_broken_is_taken_along_as_it_is():
    place = Place(Shelf(uuid4(), STATE, "urn:x:otra", agent(ROSA)), "roto")
    storing.put(place, b"{", "application/json", Preconditions(), "2.0.0")
    assert personal.export(ROSA)["documents"][-1]["base64"] == "ew=="


def test_with_a_person_go_their_documents_and_names_and_nobody_elses():
    personal.erase(ROSA)
    assert [document.agent for document in Document.objects.all()] == [agent(TOMAS)]
    assert not AgentName.objects.exists()
