import json
from uuid import uuid4

import pytest

from milpa.records import agents_known
from milpa.records.http import agents
from tests.records.http.asked import INSTITUTE, ROSA, ask, caller, status

pytestmark = pytest.mark.django_db(databases=["records"])


@pytest.fixture(autouse=True)
def told():
    agents_known.learn(INSTITUTE, [json.loads(ROSA) | {"name": "Doña Rosa"}])


def person(**more):
    return json.loads(ask(agents.answer, "GET", {"agent": ROSA}, **more).body)


def test_a_person_joins_what_was_asked_with_what_is_known():
    assert person() == {"objectType": "Person", "name": ["Doña Rosa"], "mbox": ["mailto:rosa@hotel.example"]}


def test_an_agent_nobody_spoke_of_is_answered_from_the_question():
    answer = ask(agents.answer, "HEAD", {"agent": '{"openid": "https://x.example/", "name": "Equis"}'})
    assert json.loads(answer.body) == {"objectType": "Person", "name": ["Equis"], "openid": ["https://x.example/"]}


def test_the_stranger_institution_learns_no_name():
    assert "name" not in person(by=caller(institution=uuid4()))


@pytest.mark.parametrize(
    ("scope", "names"),
    [("all/read", True), ("statements/read", True), ("profile", True), ("state", False), ("statements/read/mine", False)],
)
def test_who_reads_only_their_own_learns_no_name_that_somebody_else_told(scope, names):
    assert ("name" in person(by=caller(scope))) is names


@pytest.mark.parametrize("scope", ["statements/write", "define"])
def test_who_reads_nothing_is_refused(scope):
    assert status(agents.answer, "GET", {"agent": ROSA}, by=caller(scope)) == 403


@pytest.mark.parametrize("parameters", [{}, {"agent": "true"}, {"agent": '{"name": "Rosa"}'}, {"agent": ROSA, "x": "1"}, {"Agent": ROSA}])
def test_a_question_that_names_nobody_is_malformed(parameters):
    assert status(agents.answer, "GET", parameters) == 400


def test_agents_are_only_read():
    assert status(agents.answer, "POST", {"agent": ROSA}) == 405
